import { systemActor } from '@cohorte/platform/contract';
import { Config, Database } from '@cohorte/platform/server';
import { FileStore as TusFolder } from '@tus/file-store';
import { Upload } from '@tus/server';
import { Injectable } from '@nestjs/common';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream, type ReadStream } from 'node:fs';
import { join } from 'node:path';
import { type UploadRow, uploadColumns } from './upload-row';

const notFound = { status_code: 404, body: '' };

/**
 * Bytes on their way, in a folder all nodes share; what is known of them is in the database. How much has come is the size of the
 * file itself: after any crash the browser goes on from what is really there.
 */
@Injectable()
export class UploadStore extends TusFolder {
  constructor(
    private readonly database: Database,
    config: Config,
  ) {
    super({ directory: join(config.value.dataDir, 'uploads') });
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  /** Its row is written already, by whoever checked that it may come. */
  override async create(upload: Upload): Promise<Upload> {
    await mkdir(this.directory, { recursive: true });
    await writeFile(this.pathOf(upload.id), '');
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const row = await this.rowOf(id);
    if (!row) throw notFound;
    const size = Number(row.size);
    return new Upload({ id, size, offset: row.arrivedAt ? size : await this.arrivedBytes(id), metadata: {}, creation_date: row.begunAt.toISOString() });
  }

  /** Given up by the person who sends it. */
  override async remove(id: string): Promise<void> {
    await this.database.transaction(systemActor('library'), (tx) => tx.query('DELETE FROM library_upload WHERE id = $1 AND arrived_at IS NULL', [id]));
    await this.forget(id);
  }

  async rowOf(id: string): Promise<UploadRow | undefined> {
    const [row] = await this.database.transaction(systemActor('library'), (tx) => tx.query<UploadRow[]>(`SELECT ${uploadColumns} FROM library_upload u WHERE u.id = $1`, [id]));
    return row;
  }

  async arrivedBytes(id: string): Promise<number> {
    return (await stat(this.pathOf(id)).catch(() => null))?.size ?? 0;
  }

  /** When bytes last came. */
  async lastWrite(id: string): Promise<Date | null> {
    return (await stat(this.pathOf(id)).catch(() => null))?.mtime ?? null;
  }

  bytesOf(id: string): ReadStream {
    return createReadStream(this.pathOf(id));
  }

  forget(id: string): Promise<void> {
    return rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    return join(this.directory, id);
  }
}
