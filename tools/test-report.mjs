import { existsSync, readFileSync } from 'node:fs';

const nothing = { passed: 0, failed: 0, skipped: [], again: [] };

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A step that is one check in itself, such as lint. */
export const oneCheck = (ok) => ({ ...nothing, passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** What Jest's `--json` file says; a spec file that could not even be loaded is one failure. */
export function jestCounts(file) {
  const report = read(file);
  if (!report) return oneCheck(false);
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    again: [],
    skipped: tests.filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status)).map(({ fullName }) => fullName),
  };
}

/** What Playwright's JSON reporter says. */
export function playwrightCounts(file) {
  const report = read(file);
  if (!report) return oneCheck(false);
  const { expected, unexpected, flaky } = report.stats;
  const named = (wanted) => report.suites.flatMap((suite) => namesIn(suite, [], wanted));
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped: named('skipped'), again: named('flaky') };
}

function namesIn(suite, above, wanted) {
  const names = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.filter(({ status }) => status === wanted).map(({ projectName }) => [projectName, ...names, spec.title].join(' › ')),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => namesIn(inner, names, wanted))];
}

/** The table of steps, by name the tests that were skipped and those that passed at the second try only, and the closing line alone on its line. */
export function summary(steps) {
  const sum = (read) => steps.reduce((total, step) => total + read(step), 0);
  const row = (cells) => `  ${String(cells[0]).padEnd(14)}${cells.slice(1).map((cell) => String(cell).padStart(9)).join('')}`;
  const rows = steps.map(({ name, passed, failed, skipped, took }) => row([name, passed, failed, skipped.length, took]));
  const named = steps.flatMap((step) => [...step.skipped.map((name) => `  skipped: ${step.name} › ${name}`), ...step.again.map((name) => `  second try: ${step.name} › ${name}`)]);
  return [
    '',
    row(['step', 'passed', 'failed', 'skipped', 'time']),
    ...rows,
    ...(named.length > 0 ? ['', ...named] : []),
    '',
    `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed, ${sum((step) => step.skipped.length)} skipped`,
    '',
  ].join('\n');
}
