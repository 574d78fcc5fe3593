import { Config, FileStore } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { fileProblems, fileRemarks } from '../../contract';
import { fileTypeKeys } from '../../contract/file-types';
import { keysOfFile } from '../files/file-row';
import { type ReadingLimits, type Stopped, watched } from './process-watch';
import { bounds, type Reading } from './reading';

/** The program that reads one file, built beside the server, and what it may use. */
@Injectable()
export class ReaderProgram {
  readonly path: string = join(import.meta.dirname, 'file-reader.js');
  readonly limits: ReadingLimits = { wallMs: 90_000, cpuMs: 90_000, bytes: 1_000_000_000 };
  /** Megabytes of the heap; pictures are outside of it. */
  readonly heap: number = 512;
}

const pixels = z.int().min(1).max(bounds.pageHeight);
/** Seconds: nothing that is recorded lasts as long. */
const moment = z.int().min(0).max(4_000_000);
/** What a process that read a stranger's file says is a stranger's word. */
const told = z.strictObject({
  type: z.enum(fileTypeKeys).nullable(),
  problem: z.enum(fileProblems).nullable(),
  remarks: z.array(z.enum(fileRemarks)).max(fileRemarks.length),
  hasThumbnail: z.boolean(),
  pages: z.array(z.strictObject({ text: z.string().max(bounds.charactersOfPage), picture: z.strictObject({ width: pixels, height: pixels }).nullable(), starts: z.array(moment).nullable().default(null) })).max(bounds.pagesRead),
});
/** Bytes: larger is no page of ours. */
const [largestResult, largestPicture] = [40_000_000, 5_000_000];

const refused = (problem: NonNullable<Reading['problem']>): Reading => ({ type: null, problem, remarks: [], hasThumbnail: false, pages: [] });

/**
 * Has a file read by a process of its own, which has no shell, no environment, no right to write but in one folder and to read but there
 * and in its program; then keeps the pictures it drew. The server itself never looks into a file.
 */
@Injectable()
export class FileReader {
  constructor(
    private readonly files: FileStore,
    private readonly config: Config,
    private readonly program: ReaderProgram,
  ) {}

  /** Without its program (a server built apart, for a measure), files wait. */
  isBuilt(): boolean {
    return existsSync(this.program.path);
  }

  async read(file: { id: string; name: string }, ended: AbortSignal): Promise<Reading> {
    const parent = join(this.config.value.dataDir, 'reading');
    await mkdir(parent, { recursive: true });
    const folder = await mkdtemp(join(parent, `${file.id}-`));
    try {
      await mkdir(join(folder, 'out'));
      await pipeline((await this.files.get(keysOfFile(file.id).source)).stream, createWriteStream(join(folder, 'source')));
      const reading = await this.run(folder, file.name, ended);
      return reading.problem ? { ...refused(reading.problem), type: reading.type } : await this.kept(file.id, folder, reading);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async run(folder: string, name: string, ended: AbortSignal): Promise<Reading> {
    const { path, heap, limits } = this.program;
    const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, '--no-warnings', '--disable-proto=delete', ...(await permissions(path, folder)), path, folder, name], { cwd: folder, env: {}, stdio: 'ignore', shell: false });
    const { stopped } = await watched(child, limits, ended);
    ended.throwIfAborted();
    const reading = await resultIn(folder);
    // A result left before the process was stopped has all the text; only pictures are missing.
    return reading ?? refused(whyNothing(stopped));
  }

  /** Pictures that are really there; one that is missing or too large is none. */
  private async kept(id: string, folder: string, reading: Reading): Promise<Reading> {
    const keys = keysOfFile(id);
    const pages = await Promise.all(reading.pages.map(async (page, at) => (page.picture && (await this.keep(join(folder, 'out', `page-${at + 1}.webp`), keys.page(at + 1))) ? page : { ...page, picture: null })));
    return { ...reading, pages, hasThumbnail: reading.hasThumbnail && (await this.keep(join(folder, 'out', 'thumbnail.webp'), keys.thumbnail)) };
  }

  private async keep(path: string, key: string): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || found.size > largestPicture) return false;
    await this.files.put(key, await readFile(path));
    return true;
  }
}

/** A crash of the process is the file's doing: nothing else runs in it. */
const whyNothing = (stopped: Stopped): NonNullable<Reading['problem']> => (stopped === 'time' ? 'too-long-to-read' : stopped === 'memory' ? 'too-heavy-to-read' : 'corrupt');

async function resultIn(folder: string): Promise<Reading | null> {
  const path = join(folder, 'out', 'result.json');
  const found = await stat(path).catch(() => null);
  if (!found || found.size > largestResult) return null;
  try {
    return told.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Node's own permissions; their name changed on the way, and older ones have none. */
async function permissions(program: string, folder: string): Promise<string[]> {
  const flag = ['--permission', '--experimental-permission'].find((name) => process.allowedNodeEnvironmentFlags.has(name));
  if (!flag) return [];
  return [flag, '--allow-addons', `--allow-fs-read=${await packagesOf(program)}`, `--allow-fs-read=${program}`, `--allow-fs-read=${folder}/*`, `--allow-fs-write=${join(folder, 'out')}/*`];
}

/** The nearest folder of packages above a program. */
async function packagesOf(program: string): Promise<string> {
  for (let at = dirname(program); dirname(at) !== at; at = dirname(at)) {
    if ((await stat(join(at, 'node_modules')).catch(() => null))?.isDirectory()) return `${join(at, 'node_modules')}/*`;
  }
  return `${dirname(program)}/*`;
}
