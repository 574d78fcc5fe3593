/** Builds what changed: the browser's pages into dist/web, the server into dist/api. */
import { compressPages } from './compress-pages.mjs';
import './node-version.mjs';
import { writePagePreloads } from './page-preloads.mjs';
import { whenChanged } from './preparation.mjs';
import { runTool, run, step, StepFailed } from './progress.mjs';

const shared = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];

export async function buildAll() {
  await whenChanged({ mark: 'dist/.web-built', inputs: [...shared, 'apps/web', 'libs'], outputs: ['dist/web/browser'] }, async () => {
    await step('Building the pages (about half a minute)', () => runTool('nx/dist/bin/nx.js', ['run', 'web:build:production', '--skip-nx-cache', '--output-style=static', '--stats-json'], { quiet: true }));
    writePagePreloads('dist/web');
    compressPages('dist/web/browser');
  });
  await buildServer();
}

export async function buildServer() {
  await whenChanged({ mark: 'dist/.api-built', inputs: [...shared, 'apps/api', 'libs', 'tools/server-bundle.mjs'], outputs: ['dist/api/main.js', 'dist/api/file-reader.js'] }, () =>
    step('Building the server', () => run(process.execPath, ['tools/build-api.mjs'], { quiet: true })),
  );
}

if (import.meta.filename === process.argv[1]) {
  await buildAll().catch((error) => {
    if (!(error instanceof StepFailed)) throw error;
    process.exitCode = 1;
  });
}
