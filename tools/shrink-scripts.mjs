/** Writes each built script again, shorter: names and expressions that the bundler left long. */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from '@swc/core';

const asModules = { module: true, ecma: 2022, mangle: true, compress: { ecma: 2022, passes: 3 } };

export async function shrinkScripts(folder) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  await Promise.all(scripts.map(async (name) => {
    const path = join(folder, name);
    const { code } = await minify(await readFile(path, 'utf8'), asModules);
    await writeFile(path, code);
  }));
}
