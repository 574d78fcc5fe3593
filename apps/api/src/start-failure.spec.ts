import { ConfigProblem, EmbeddedPostgresError } from '@cohorte/platform/server';
import { explainStartFailure } from './start-failure';

const failure = (fields: object, message = 'as the system says it') => Object.assign(new Error(message), fields);

describe('what is said when the server cannot start', () => {
  it.each([
    ['a taken port', failure({ code: 'EADDRINUSE', syscall: 'listen', address: '127.0.0.1', port: 4200 }), /^Port 4200 is already taken.*npm start -- --port 4300$/],
    ['a port kept for administrators', failure({ code: 'EACCES', syscall: 'listen', port: 80 }), /^Port 80 may not be opened/],
    ['an address of another machine', failure({ code: 'EADDRNOTAVAIL', syscall: 'listen', address: '10.0.0.9', port: 4200 }), /10\.0\.0\.9 is not one of this machine/],
    ['an unwritable folder', failure({ code: 'EACCES', syscall: 'mkdir', path: '/closed/files' }), /may not write \/closed\/files.*DATA_DIR=/],
    ['a read-only disk', failure({ code: 'EROFS', syscall: 'open', path: '/ro/x' }), /read-only/],
    ['a full disk', failure({ code: 'ENOSPC', syscall: 'write' }), /disk is full/],
    ['an unreachable database', failure({ code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 5433 }), /cannot be reached at 127\.0\.0\.1:5433/],
    ['an unknown database host', failure({ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'db.invalid' }), /cannot be reached at db\.invalid/],
    ['a wrong password', failure({ code: '28P01' }, 'password authentication failed for user "cohorte_app"'), /refused.*cohorte_app/],
    ['a database that does not exist', failure({ code: '3D000' }, 'database "cohort" does not exist'), /"cohort" does not exist.*create it/],
  ])('%s', (_, error, sentence) => {
    expect(explainStartFailure(error)).toMatch(sentence);
    expect(explainStartFailure(error)).not.toContain('\n');
  });

  it('looks inside what the libraries wrap', () => {
    const refused = failure({ code: 'ECONNREFUSED', syscall: 'connect', address: '::1', port: 5432 });
    expect(explainStartFailure(new AggregateError([refused]))).toMatch(/cannot be reached at ::1:5432/);
    expect(explainStartFailure(failure({ driverError: failure({ code: '28P01' }) }))).toMatch(/refused the name or the password/);
    expect(explainStartFailure(new Error('outer', { cause: refused }))).toMatch(/cannot be reached/);
  });

  it('repeats every problem of the configuration, and our own sentences, word for word', () => {
    expect(explainStartFailure(new ConfigProblem(['PORT: too big', 'SECRET: too short']))).toMatch(/PORT: too big[^]*SECRET: too short/);
    expect(explainStartFailure(new EmbeddedPostgresError('folder-busy', 'Cohorte already runs here.'))).toBe('Cohorte already runs here.');
  });

  it('shows where an unforeseen fault happened', () => {
    expect(explainStartFailure(new TypeError('x is not a function'))).toMatch(/^Cohorte could not start: TypeError: x is not a function\n {4}at /);
    expect(explainStartFailure('odd')).toBe('Cohorte could not start: odd');
  });
});
