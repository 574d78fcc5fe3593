import type { Actor } from '@cohorte/networks/contract';
import { systemActor } from '@cohorte/platform/contract';
import { Database, Every, On, type Tx } from '@cohorte/platform/server';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { ArrivalContext } from '../files/arrival-context';
import { Duplicates } from '../files/duplicates';
import { fileArrived } from '../library.events';
import { ResourceService } from '../resource.service';
import { FileReader } from './file-reader';
import type { Reading } from './reading';
import { shinglesOf } from './shingles';

interface Claimed {
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  readonly uploadedBy: string | null;
}

/** At once on a worker: readings are heavy, and mails must go on leaving. */
const atOnce = 2;
/** Longer than a reading may last: after that its worker is dead, and another reads the file again. */
const leaseSeconds = 150;
/** A file whose readers die that often is refused. */
const mostAttempts = 3;

/** Reads files that have come, on the workers: each is claimed for a while in the database, so that one whose worker dies is read by another. */
@Injectable()
export class FileReading implements OnModuleDestroy {
  private readonly logger = new Logger('library-reading');
  private readonly ended = new AbortController();
  private readonly loops = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly reader: FileReader,
    private readonly resources: ResourceService,
    private readonly duplicates: Duplicates,
    private readonly context: ArrivalContext,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.ended.abort();
    await Promise.all(this.loops);
  }

  @On(fileArrived)
  async hear(): Promise<void> {
    this.begin();
  }

  /** What no event told: files whose reader died. */
  @Every(20)
  async look(): Promise<void> {
    this.begin();
  }

  /** Reads until nothing waits; specs call it instead of waiting. */
  async readWaiting(): Promise<void> {
    while (!this.ended.signal.aborted) {
      const file = await this.claim();
      if (!file) return;
      await this.readOne(file);
    }
  }

  /** Not waited for: events and periods go on while files are read. */
  private begin(): void {
    if (this.loops.size >= atOnce || this.ended.signal.aborted || !this.reader.isBuilt()) return;
    const loop = this.readWaiting()
      .catch((error: unknown) => this.ended.signal.aborted || this.logger.error({ err: error }, 'files could not be read'))
      .then(() => void this.loops.delete(loop));
    this.loops.add(loop);
  }

  private async claim(): Promise<Claimed | undefined> {
    const [rows] = await this.database.transaction(systemActor('library'), (tx) => tx.query<[Claimed[], number]>(
      `UPDATE library_file SET reading_until = now() + interval '${leaseSeconds} seconds', attempts = attempts + 1
        WHERE id = (SELECT id FROM library_file WHERE state = 'waiting' AND (reading_until IS NULL OR reading_until < now()) ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, name, attempts, uploaded_by AS "uploadedBy"`));
    return rows[0];
  }

  private async readOne(file: Claimed): Promise<void> {
    try {
      const reading = file.attempts > mostAttempts ? ({ type: null, problem: 'too-long-to-read', remarks: [], hasThumbnail: false, pages: [] } satisfies Reading) : await this.reader.read(file, this.ended.signal);
      const sender = file.uploadedBy ? await this.context.actorOf(file.uploadedBy) : null;
      await this.database.transaction(systemActor('library'), (tx) => this.keep(tx, file.id, reading, sender));
      if (sender && reading.pages.length > 0) await this.compare(sender, file.id);
    } catch (error) {
      if (this.ended.signal.aborted) await this.letGo(file.id);
      else this.logger.warn({ err: error, file: file.id }, 'a file could not be read; it will be tried again');
    }
  }

  /** A comparison that fails takes nothing back of what was read. */
  private async compare(actor: Actor, fileId: string): Promise<void> {
    try {
      await this.duplicates.lookForTexts(actor, fileId);
    } catch (error) {
      this.logger.warn({ err: error, file: fileId }, 'the text of a file could not be compared with others');
    }
  }

  /** A worker that is being stopped leaves the file to the next one at once, and counts no attempt. */
  private async letGo(fileId: string): Promise<void> {
    await this.database.transaction(systemActor('library'), (tx) => tx.query(`UPDATE library_file SET reading_until = NULL, attempts = attempts - 1 WHERE id = $1 AND state = 'waiting'`, [fileId]));
  }

  /** Everything at once: state, pages, the place it waited for, the draft that waited for it, and what search finds. Read twice, it is kept once. `sender` has the roles of now. */
  private async keep(tx: Tx, fileId: string, { type, problem, remarks, hasThumbnail, pages }: Reading, sender: Actor | null): Promise<void> {
    const [, kept] = await tx.query<[unknown, number]>(
      `UPDATE library_file SET state = $2, problem = $3, type = coalesce($4, type), remarks = $5, has_thumbnail = $6, shingles = $7, reading_until = NULL WHERE id = $1 AND state = 'waiting'`,
      [fileId, problem ? 'refused' : 'ready', problem, type, remarks, hasThumbnail, shinglesOf(pages.map(({ text }) => text))]);
    if (kept !== 1) return;
    await tx.query(
      `INSERT INTO library_page (file_id, number, text, width, height, starts)
        SELECT $1, at, text, nullif(width, 0), nullif(height, 0), CASE WHEN jsonb_typeof($5::jsonb -> (at - 1)::integer) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text($5::jsonb -> (at - 1)::integer)::integer) END
          FROM unnest($2::text[], $3::integer[], $4::integer[]) WITH ORDINALITY AS page (text, width, height, at)`,
      [fileId, pages.map(({ text }) => text.replaceAll('\u0000', '')), pages.map(({ picture }) => picture?.width ?? 0), pages.map(({ picture }) => picture?.height ?? 0), JSON.stringify(pages.map(({ starts }) => starts))]);
    await this.resources.placeReadFile(tx, fileId);
    if (sender) await this.resources.publishRead(tx, sender, fileId);
  }
}
