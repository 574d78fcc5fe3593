import { type AsyncUnzipOptions, unzip } from 'fflate';

/** A file of an archive, and what it is of its resource. */
export interface ArchivedFile {
  readonly slug: string;
  readonly name: string;
  readonly role: 'main' | 'subtitles';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ImportArchive {
  /** The table of resources. */
  readonly table: string;
  readonly files: readonly ArchivedFile[];
}

/** Why an archive cannot be imported: words of `library.import`. */
export type ArchiveProblem = 'notAnArchive' | 'noTable' | 'tooHeavy';

/** Unpacked it stays in this tab's memory: larger ones are split by whoever sends them. */
const mostBytes = 500_000_000;

/** «fichiers/<address of the resource>/<name>», as the export writes it. */
const place = /^fichiers\/([a-z0-9][a-z0-9-]{1,119})\/(sous-titres\/)?([^/]+)$/;

/** The table and the files of an archive, unpacked here: the server never opens it. */
export async function readArchive(archive: Uint8Array): Promise<ImportArchive | ArchiveProblem> {
  let size = 0;
  const known: AsyncUnzipOptions = {
    filter: ({ name, originalSize }) => {
      const isOurs = name === 'ressources.csv' || place.test(name);
      if (isOurs) size += originalSize;
      return isOurs && size <= mostBytes;
    },
  };
  const found = await new Promise<Record<string, Uint8Array> | null>((done) => void unzip(archive, known, (error, entries) => done(error ? null : entries)));
  if (size > mostBytes) return 'tooHeavy';
  if (!found) return 'notAnArchive';
  const table = found['ressources.csv'];
  if (!table) return 'noTable';
  const files = Object.entries(found).flatMap(([path, bytes]): ArchivedFile[] => {
    const [, slug, subtitles, name] = place.exec(path) ?? [];
    return slug && name && bytes.length > 0 ? [{ slug, name, role: subtitles ? 'subtitles' : 'main', bytes: bytes as Uint8Array<ArrayBuffer> }] : [];
  });
  return { table: new TextDecoder().decode(table), files };
}
