/**
 * `npm test`: every check of the project in order, each one run even when an earlier one failed; names of steps as
 * arguments run only those (`npm test -- unit e2e`). Ends with one table, and fails when anything in it failed.
 */
import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from './preparation.mjs';
import { run, runTool, seconds, StepFailed } from './progress.mjs';
import { jestCounts, oneCheck, playwrightCounts, summary } from './test-report.mjs';

const reports = mkdtempSync(join(tmpdir(), 'cohorte-test-reports-'));
const report = (name) => join(reports, `${name}.json`);

/** Nest is ESM only, which Jest still calls experimental. */
const esm = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim() };
const jest = (name, args) => runTool('jest/bin/jest.js', [...args, '--ci', '--json', `--outputFile=${report(name)}`, '--reporters=default'], { env: esm });

const steps = {
  lint: { words: 'Lint, and the borders between domains', check: () => run(process.execPath, ['tools/lint.mjs']) },
  types: {
    words: 'Types, server then pages',
    check: async () => {
      await runTool('typescript/bin/tsc', ['-p', 'tsconfig.server.json']);
      await runTool('typescript/bin/tsc', ['-p', 'apps/e2e/tsconfig.json']);
      await runTool('typescript/bin/tsc', ['-p', 'tools/torture/tsconfig.json']);
      await runTool('@angular/compiler-cli/bundles/src/bin/ngc.js', ['-p', 'apps/web/tsconfig.json', '--noEmit']);
    },
  },
  unit: { words: 'Unit specs', check: () => jest('unit', ['--selectProjects', 'unit', 'web']), counts: () => jestCounts(report('unit')) },
  integration: {
    words: 'Integration specs on a real PostgreSQL',
    // Timers of the last application closed may outlive it; the cluster is stopped by then, and nothing is waited for.
    check: () => jest('integration', ['-c', 'jest.int.config.mjs', '--forceExit']),
    counts: () => jestCounts(report('integration')),
  },
  build: { words: 'Build', check: () => run(process.execPath, ['tools/build.mjs']) },
  e2e: {
    words: 'Walks in a real browser',
    check: () =>
      runTool('@playwright/test/cli.js', ['test', '-c', 'apps/e2e/playwright.config.ts', '--reporter=list,json'], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') } }),
    counts: () => playwrightCounts(report('e2e')),
  },
};

async function perform(name) {
  const { words, check, counts } = steps[name];
  const begun = Date.now();
  process.stdout.write(`\n━━ ${words}\n`);
  const ok = await check().then(
    () => true,
    (error) => {
      if (!(error instanceof StepFailed)) process.stderr.write(`${error.stack}\n`);
      return false;
    },
  );
  const counted = counts ? counts() : oneCheck(ok);
  // A runner that failed without a failed test (a crash, a teardown) is still a failure.
  if (!ok && counted.failed === 0) counted.failed = 1;
  return { name, took: seconds(begun), ...counted };
}

const wanted = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(steps);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  process.stderr.write(`No step is called ${unknown.join(', ')}: there are ${Object.keys(steps).join(', ')}.\n`);
  process.exit(2);
}

await installPackages();
const done = [];
for (const name of wanted) done.push(await perform(name));
rmSync(reports, { recursive: true, force: true });
process.stdout.write(summary(done));
process.exitCode = done.some(({ failed }) => failed > 0) ? 1 : 0;
