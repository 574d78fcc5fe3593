import { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { Refusal } from './reading';

/** Above these an archive is made to exhaust whoever opens it. */
const most = { entries: 5_000, bytes: 500_000_000, ratio: 200, ratioFrom: 20_000_000 };

const encrypted = 1;

/** An archive whose table of contents was looked through before anything in it is opened; nothing is ever written to a disk. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string, size: number): Promise<ZipArchive> {
    const zip = await new Promise<ZipFile>((done, failed) => open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) => (error ? failed(new Refusal('corrupt')) : done(opened))));
    const entries = await contents(zip, size);
    return new ZipArchive(zip, entries);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of an entry as they are inflated; more than it declares ends in a refusal. */
  async stream(name: string): Promise<Readable | null> {
    const entry = this.entries.get(name);
    if (!entry) return null;
    return new Promise((done, failed) => this.zip.openReadStream(entry, (error, stream) => (error ? failed(new Refusal('corrupt')) : done(stream))));
  }

  async bytes(name: string, max = 20_000_000): Promise<Buffer | null> {
    const stream = await this.stream(name);
    if (!stream) return null;
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of refusing(stream)) {
      size += part.length;
      if (size > max) throw new Refusal('bomb');
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  close(): void {
    this.zip.close();
  }
}

/** Inflating failed: the entry is broken, or holds more than it said. */
export async function* refusing(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const part of stream) yield part as Buffer;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(error instanceof Error && /too many bytes/.test(error.message) ? 'bomb' : 'corrupt');
  }
}

function contents(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let bytes = 0;
  return new Promise((done, failed) => {
    zip.on('error', (error: Error) => failed(new Refusal(/path|characters in fileName/i.test(error.message) ? 'path-in-archive' : 'corrupt')));
    zip.on('end', () => done(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      bytes += entry.uncompressedSize;
      const problem = problemOf(entry) ?? (isBomb(entries.size, bytes, size) ? 'bomb' : null);
      if (problem) failed(new Refusal(problem));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function problemOf({ fileName, generalPurposeBitFlag }: Entry): 'path-in-archive' | 'password' | null {
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(fileName)) return 'path-in-archive';
  return generalPurposeBitFlag & encrypted ? 'password' : null;
}

const isBomb = (count: number, bytes: number, size: number): boolean => count > most.entries || bytes > most.bytes || (bytes > most.ratioFrom && bytes / size > most.ratio);
