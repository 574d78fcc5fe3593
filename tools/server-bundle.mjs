import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from '@swc/core';
import { build, context } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** Nest and TypeORM read the types of constructor parameters and columns: esbuild alone does not write them, swc does. */
const decoratorMetadata = {
  name: 'decorator-metadata',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!/^\s*@\w+/m.test(source)) return { contents: source, loader: 'ts' };
      const { code } = await transform(source, {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

function options({ entry, outfile, plugins = [] }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.base.json'),
    sourcemap: 'linked',
    keepNames: true,
    logLevel: 'warning',
    plugins: [cohorteDoors, decoratorMetadata, ...plugins],
  };
}

/** `packages: external` would leave our own doors outside too. */
const cohorteDoors = {
  name: 'cohorte-doors',
  setup(builder) {
    builder.onResolve({ filter: /^@cohorte\// }, ({ path }) => {
      const [, domain, side] = path.split('/');
      return { path: join(root, 'libs', domain, side, 'index.ts') };
    });
  },
};

/** One file for the server side: everything of ours inside, every npm package outside. */
export const bundleServer = (request) => build(options(request));

/** The same, rebuilt at every change until disposed. */
export async function watchServer(request) {
  const watching = await context(options(request));
  await watching.watch();
  return watching;
}
