import type { ApiClient } from '@cohorte/platform/web';
import { knownAmong } from './known-files';
import { pickFiles } from './local-file';

/** The document of tests has neither digests nor the bytes of a file. */
const file = (name: string, text: string): File => Object.assign(new File([text], name), { arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer) });
const hello = '68656c6c6f';

/** As digests go, this one keeps everything. */
beforeAll(() => Object.defineProperty(globalThis.crypto, 'subtle', { value: { digest: (_name: string, bytes: ArrayBuffer) => Promise.resolve(bytes) }, configurable: true }));

it('a file the library has is told by its sum; one that cannot be sent is not asked for', async () => {
  const asked: string[][] = [];
  const there = { sha256: hello, resourceId: 'r', slug: 'salut', title: 'Salut' };
  const api = { call: (_declared: unknown, { sha256 }: { sha256: string[] }) => { asked.push(sha256); return Promise.resolve({ known: [there] }); } } as unknown as ApiClient;
  const files = pickFiles([file('a.txt', 'hello'), file('b.txt', 'autre'), file('c.exe', 'hello'), file('d.txt', '')], [], 500);
  const known = await knownAmong(api, files);
  expect(asked.map((sums) => sums.length)).toEqual([2]);
  expect([...known]).toEqual([[files[0]?.requestId, there]]);
  expect(await knownAmong(api, files.slice(2))).toEqual(new Map());
  expect(asked).toHaveLength(1);
});
