import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive; streams are opened when their turn comes. */
export interface ZipEntry {
  readonly path: string;
  readonly content: string | (() => Promise<Readable>);
}

/** An archive written as it is read: nothing is kept in memory, and what is already compressed is not compressed again. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Readable {
  const zip = new ZipFile();
  for (const { path, content } of entries) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content, 'utf8'), path, { mtime: at });
    else zip.addReadStreamLazy(path, { mtime: at, compress: false }, (opened) => content().then((stream) => opened(null, stream), (error: unknown) => opened(error, null as never)));
  }
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.end();
  return output;
}

/** A name that every system unpacks: no folder, no reserved character, not too long for Windows. */
export const zipName = (title: string): string => title.normalize('NFC').replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, ' ').replaceAll(/\s+/g, ' ').trim().replace(/[. ]+$/, '').slice(0, 80).trim() || 'sans titre';
