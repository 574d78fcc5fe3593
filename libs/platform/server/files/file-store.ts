import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { AppError } from '../../contract';
import { Config } from '../config';

export interface StoredFile {
  readonly stream: Readable;
  /** Bytes. */
  readonly size: number;
}

/** Keeps files under random keys in the data folder; an S3-compatible store is another driver of the same library. */
@Injectable()
export class FileStore {
  private readonly folder: string;
  private readonly disk: Disk;

  constructor(config: Config) {
    this.folder = resolve(config.value.dataDir, 'files');
    this.disk = new Disk(new FSDriver({ location: this.folder, visibility: 'private' }));
  }

  async put(key: string, content: Uint8Array | Readable): Promise<void> {
    if (content instanceof Readable) await this.disk.putStream(key, content);
    else await this.disk.put(key, content);
  }

  async get(key: string): Promise<StoredFile> {
    const size = await this.sizeOf(key);
    return { stream: await this.disk.getStream(key), size };
  }

  async sizeOf(key: string): Promise<number> {
    if (!(await this.disk.exists(key))) throw new AppError('not-found', 'platform.not-found');
    return (await this.disk.getMetaData(key)).contentLength;
  }

  /** Bytes `from` to `to`, both included, of something known to be there: flydrive reads whole files only. */
  part(key: string, from: number, to: number): Readable {
    return createReadStream(resolve(this.folder, key), { start: from, end: to });
  }

  async delete(key: string): Promise<void> {
    await this.disk.delete(key);
  }

  /** Everything below a folder of keys; nothing there is no failure. */
  async deleteAll(folder: string): Promise<void> {
    await this.disk.deleteAll(`${folder}/`);
  }
}
