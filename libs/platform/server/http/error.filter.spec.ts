import { AppError } from '../../contract';
import { describeError } from './error.filter';

const failed = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

it.each([
  ['PostgreSQL is being stopped', failed('query failed', { driverError: failed('terminating connection', { code: '57P01' }) })],
  ['PostgreSQL is starting', failed('the database system is starting up', { code: '57P03' })],
  ['nobody listens', failed('connect ECONNREFUSED', { code: 'ECONNREFUSED' })],
  ['the socket of the database is gone', failed('connect ENOENT', { code: 'ENOENT', syscall: 'connect' })],
  ['the connection broke under a query', failed('query failed', { driverError: failed('Connection terminated unexpectedly') })],
])('when %s, the answer is «a little later», not a fault', (_what, error) => {
  expect(describeError(error)).toMatchObject({ status: 503, kind: 'unavailable', code: 'platform.database-unreachable' });
});

it.each([
  ['a fault of ours', failed('x is not a function')],
  ['a query the database refuses', failed('query failed', { driverError: failed('syntax error', { code: '42601' }) })],
  ['a file that is not there', failed('open', { code: 'ENOENT', syscall: 'open' })],
  ['what is no error', 'oops'],
])('%s says nothing of itself', (_what, error) => {
  expect(describeError(error)).toMatchObject({ status: 500, code: 'platform.internal' });
});

it('what is thrown on purpose keeps its name', () => {
  expect(describeError(new AppError('not-found', 'library.not-found'))).toMatchObject({ status: 404, code: 'library.not-found' });
});
