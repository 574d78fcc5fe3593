/** Builds what changed: the browser's pages into dist/web, the server into dist/api. */
import { compressPages } from './compress-pages.mjs';
import './node-version.mjs';
import { writePagePreloads } from './page-preloads.mjs';
import { whenChanged } from './preparation.mjs';
import { runTool, run, step, StepFailed } from './progress.mjs';
import { shrinkScripts } from './shrink-scripts.mjs';

const shared = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
/** Chunks that always travel together become one: Angular does it when it is asked (`docs/decisions/0035`). */
const joined = { NG_BUILD_OPTIMIZE_CHUNKS: 'true' };

export async function buildAll() {
  await whenChanged({ mark: 'dist/.web-built', inputs: [...shared, 'apps/web', 'libs', 'tools/compress-pages.mjs', 'tools/shrink-scripts.mjs'], outputs: ['dist/web/browser'] }, async () => {
    await step('Building the pages (about half a minute)', () => runTool('nx/dist/bin/nx.js', ['run', 'web:build:production', '--skip-nx-cache', '--output-style=static', '--stats-json'], { quiet: true, env: joined }));
    writePagePreloads('dist/web');
    await step('Making the pages smaller', async () => {
      await shrinkScripts('dist/web/browser');
      compressPages('dist/web/browser');
    });
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
