import { jest } from '@jest/globals';
import { type DetailedError, Upload } from 'tus-js-client';
import { failureOf, TusSender } from './tus-sender';

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

it('takes back at the server what an earlier page had begun to send; a line that is cut disturbs nobody', async () => {
  const ended = jest.spyOn(Upload, 'terminate').mockRejectedValueOnce(new Error('cut')).mockResolvedValueOnce();
  const sender = new TusSender({ aim: () => ({}), placed: () => undefined });
  for (const id of ['a', 'b']) sender.takeBack(`https://cohorte.example/api/uploads/${id}`);
  await new Promise((soon) => setTimeout(soon));
  expect(ended.mock.calls.map(([url]) => url)).toEqual(['https://cohorte.example/api/uploads/a', 'https://cohorte.example/api/uploads/b']);
});
