import { systemActor } from '@cohorte/platform/contract';
import { Clock, Database, Every, FileStore } from '@cohorte/platform/server';
import { Injectable, Logger } from '@nestjs/common';
import { FileArrival } from './file-arrival';
import { keysOfFile } from './file-row';
import { UploadStore } from './upload.store';

/** A file that has not wholly come by then is given up; its browser may begin again. */
const daysToArrive = 2;
const atOnce = 200;
/** Whoever received the last byte copies the file for a while: two must not write it at once. */
const copiedWithinMs = 600_000;

/** What nobody asks for: uploads whose end was lost, half ones too old, bytes of files that went. */
@Injectable()
export class FileSweep {
  private readonly logger = new Logger('library-files');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: UploadStore,
    private readonly files: FileStore,
    private readonly arrival: FileArrival,
  ) {}

  /** The process that received the last byte may have died before it said so. */
  @Every(60)
  async finishWhole(): Promise<void> {
    const before = this.clock.now().getTime() - copiedWithinMs;
    for (const id of await this.listed('SELECT id FROM library_upload WHERE arrived_at IS NULL ORDER BY id LIMIT $1')) {
      const lastWrite = await this.store.lastWrite(id);
      if (!lastWrite || lastWrite.getTime() > before) continue;
      await this.arrival.complete(id).catch((error: unknown) => this.logger.warn({ err: error, upload: id }, 'an upload could not be finished'));
    }
  }

  @Every(3_600)
  async giveUpHalfOnes(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - daysToArrive * 86_400_000);
    for (const id of await this.listed('SELECT id FROM library_upload WHERE arrived_at IS NULL AND begun_at < $2 ORDER BY id LIMIT $1', before)) await this.store.remove(id);
  }

  @Every(300)
  async erase(): Promise<void> {
    for (const id of await this.listed('SELECT file_id AS id FROM library_file_gone LIMIT $1')) {
      await this.files.deleteAll(keysOfFile(id).folder);
      await this.database.transaction(systemActor('library'), (tx) => tx.query('DELETE FROM library_file_gone WHERE file_id = $1', [id]));
    }
  }

  private async listed(sql: string, ...more: unknown[]): Promise<string[]> {
    const rows = await this.database.transaction(systemActor('library'), (tx) => tx.query<{ id: string }[]>(sql, [atOnce, ...more]));
    return rows.map(({ id }) => id);
  }
}
