import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestCounts, oneCheck, playwrightCounts, summary } from './test-report.mjs';

describe('the report of all tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cohorte-report-'));
  const file = (content) => {
    const path = join(folder, `${Math.random()}.json`);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends with the sum, alone on its line, and names what was skipped or passed at the second try only', () => {
    const text = summary([
      { name: 'lint', ...oneCheck(true), took: '1.0 s' },
      { name: 'unit', passed: 7, failed: 1, skipped: ['a thing › is not tried'], again: ['a thing › is slow'], took: '2.0 s' },
    ]);
    expect(text.trimEnd().split('\n').at(-1)).toBe('8 passed, 1 failed, 1 skipped');
    expect(text).toContain('skipped: unit › a thing › is not tried');
    expect(text).toContain('second try: unit › a thing › is slow');
  });

  it('counts a spec file that could not be loaded as a failure', () => {
    const assertionResults = [{ status: 'passed', fullName: 'a' }, { status: 'todo', fullName: 'b' }];
    const report = file({ numPassedTests: 1, numFailedTests: 0, numRuntimeErrorTestSuites: 1, testResults: [{ assertionResults }] });
    expect(jestCounts(report)).toEqual({ passed: 1, failed: 1, skipped: ['b'], again: [] });
  });

  it('counts a runner that left no report as a failure', () => {
    expect(jestCounts(join(folder, 'absent.json'))).toMatchObject({ passed: 0, failed: 1 });
    expect(playwrightCounts(join(folder, 'absent.json'))).toMatchObject({ passed: 0, failed: 1 });
  });

  it('finds the skipped walks and those that were tried again, whatever they are nested in', () => {
    const spec = { title: 'a walk', tests: [{ status: 'skipped', projectName: 'phone' }, { status: 'flaky', projectName: 'desktop' }] };
    const report = file({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 }, errors: [], suites: [{ title: 'x.walk.ts', suites: [{ title: 'inside', specs: [spec] }] }] });
    expect(playwrightCounts(report)).toEqual({ passed: 3, failed: 1, skipped: ['phone › x.walk.ts › inside › a walk'], again: ['desktop › x.walk.ts › inside › a walk'] });
  });
});
