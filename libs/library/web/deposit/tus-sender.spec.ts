import type { DetailedError } from 'tus-js-client';
import { failureOf } from './tus-sender';

const answered = (status: number, body = ''): DetailedError => Object.assign(new Error('tus'), { originalResponse: { getStatus: () => status, getBody: () => body } }) as unknown as DetailedError;

it.each([
  ['no answer', new Error('tus'), 'cut platform.offline'],
  ['an aborted answer', answered(0), 'cut platform.offline'],
  ['a proxy without server', answered(502, '<html>'), 'cut platform.offline'],
  ['a server that stumbles', answered(500, '{"code":"platform.internal"}'), 'stumbled platform.internal'],
  ['an upload still held', answered(423), 'stumbled platform.internal'],
  ['too large', answered(413, '{"kind":"invalid","code":"library.file-too-large"}'), 'refused library.file-too-large'],
  ['a foreign answer', answered(403, '{"code":3}'), 'refused platform.internal'],
])('%s', (_name, error, said) => {
  const { kind, code } = failureOf(error);
  expect(`${kind} ${code}`).toBe(said);
});

it('a refusal keeps what its sentence needs', () => {
  expect(failureOf(answered(413, '{"code":"library.quota-exceeded","details":{"leftMegabytes":12}}')).details).toEqual({ leftMegabytes: 12 });
});
