import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { zipName, zipOf } from './zip';

const at = new Date('2026-03-02T09:00:00Z');

/** What another program finds in an archive. */
async function unpacked(archive: Readable): Promise<Map<string, string>> {
  const bytes = await buffer(archive);
  const zip = await new Promise<ZipFile>((ready, failed) => fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? failed(error) : ready(opened))));
  const found = new Map<string, string>();
  return new Promise((ready, failed) => {
    zip.on('error', failed).on('end', () => ready(found));
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return failed(error);
        void buffer(stream).then((content) => {
          found.set(entry.fileName, content.toString('utf8'));
          zip.readEntry();
        }, failed);
      });
    });
    zip.readEntry();
  });
}

it('holds texts and streams, in their order, under names with accents', async () => {
  const found = await unpacked(zipOf([{ path: 'sommaire.html', content: '<p>Été</p>' }, { path: '01 Béton.pdf', content: () => Promise.resolve(Readable.from([Buffer.from('%PDF'), Buffer.from('-1.7')])) }], at));
  expect([...found]).toEqual([['sommaire.html', '<p>Été</p>'], ['01 Béton.pdf', '%PDF-1.7']]);
});

it('breaks when one of its files cannot be read, rather than end as if it were whole', async () => {
  await expect(buffer(zipOf([{ path: 'a', content: () => Promise.reject(new Error('gone')) }], at))).rejects.toThrow();
});

it.each([
  ['Clause « béton » : 2/3', 'Clause « béton » 2 3'],
  ['../../etc/passwd', '.. .. etc passwd'],
  ['E\u0301te\u0301.', 'Été'],
  ['???', 'sans titre'],
  ['a'.repeat(300), 'a'.repeat(80)],
])('%s is named so that every system unpacks it', (title, name) => expect(zipName(title)).toBe(name));
