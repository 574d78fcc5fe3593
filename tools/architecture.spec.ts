import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { depConstraints, domains, reachableFrom } from './architecture.mjs';

const root = resolve(import.meta.dirname, '..');

const quiet = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' };
const lintPlanted = `
  import { ESLint } from 'eslint';
  import { text } from 'node:stream/consumers';
  const eslint = new ESLint();
  const broken = {};
  for (const [filePath, source] of Object.entries(JSON.parse(await text(process.stdin)))) {
    const [{ messages }] = await eslint.lintText(source, { filePath });
    broken[filePath] = messages.map(({ ruleId, message }) => ruleId ?? message);
  }
  process.stdout.write(JSON.stringify(broken));`;

/** The rules that these files would break if they were there; ESLint runs as `npm run lint` runs it, on Nx's picture of the workspace. */
function rulesBrokenBy(planted: Record<string, string>): Record<string, string[]> {
  execFileSync(process.execPath, ['node_modules/nx/dist/bin/nx.js', 'show', 'projects'], { cwd: root, stdio: 'ignore', env: quiet });
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', lintPlanted], { cwd: root, encoding: 'utf8', env: quiet, input: JSON.stringify(planted) });
  return JSON.parse(said) as Record<string, string[]>;
}

describe('the map of the domains', () => {
  it('is acyclic, and leads from every domain down to the platform', () => {
    for (const domain of Object.keys(domains)) expect(reachableFrom(domain)).toContain('platform');
  });

  it('refuses a cycle and an unknown domain', () => {
    expect(() => reachableFrom('a', { a: ['b'], b: ['a'] })).toThrow('The map has a cycle: a → b → a');
    expect(() => reachableFrom('a', { a: ['nowhere'] })).toThrow('Unknown domain: nowhere');
  });

  it('lists every domain that has a folder', () => {
    expect(Object.keys(domains)).toEqual(expect.arrayContaining(readdirSync(join(root, 'libs'))));
  });

  it('gives each domain one constraint and lets none import another at its own height', () => {
    const allowed = depConstraints().find(({ sourceTag }) => sourceTag === 'domain:meetings')?.onlyDependOnLibsWithTags;
    expect(allowed).toContain('domain:networks');
    expect(allowed).not.toContain('domain:library');
  });

  it('is enforced: forbidden imports are errors, allowed ones are not', () => {
    const broken = rulesBrokenBy({
      'libs/platform/contract/planted-upward.ts': `import { can } from '@cohorte/networks/contract';\nexport const planted = can;\n`,
      'libs/networks/contract/planted-nest.ts': `import { Module } from '@nestjs/common';\nexport const planted = Module;\n`,
      'libs/networks/contract/planted-node.ts': `import { join } from 'node:path';\nexport const planted = join;\n`,
      'libs/networks/server/planted-web.ts': `import { ApiClient } from '@cohorte/platform/web';\nexport const planted = ApiClient;\n`,
      'libs/networks/web/planted-server.ts': `import { Database } from '@cohorte/platform/server';\nexport const planted = Database;\n`,
      'libs/networks/contract/planted-star.ts': `export * from '@cohorte/platform/contract';\n`,
      'libs/networks/contract/planted-zod.ts': `import { z } from 'zod';\nexport const planted = z.string();\n`,
      'libs/networks/server/planted-good.ts': `import { Database } from '@cohorte/platform/server';\nexport const planted = Database;\n`,
    });
    expect(broken).toEqual({
      'libs/platform/contract/planted-upward.ts': ['@nx/enforce-module-boundaries'],
      'libs/networks/contract/planted-nest.ts': ['no-restricted-imports'],
      'libs/networks/contract/planted-node.ts': ['no-restricted-imports'],
      'libs/networks/server/planted-web.ts': ['no-restricted-imports'],
      'libs/networks/web/planted-server.ts': ['no-restricted-imports'],
      'libs/networks/contract/planted-star.ts': ['no-restricted-syntax'],
      'libs/networks/contract/planted-zod.ts': ['no-restricted-syntax'],
      'libs/networks/server/planted-good.ts': [],
    });
  }, 120_000);
});
