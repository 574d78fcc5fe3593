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
  private readonly disk: Disk;

  constructor(config: Config) {
    this.disk = new Disk(new FSDriver({ location: resolve(config.value.dataDir, 'files'), visibility: 'private' }));
  }

  async put(key: string, content: Uint8Array | Readable): Promise<void> {
    if (content instanceof Readable) await this.disk.putStream(key, content);
    else await this.disk.put(key, content);
  }

  async get(key: string): Promise<StoredFile> {
    if (!(await this.disk.exists(key))) throw new AppError('not-found', 'platform.not-found');
    const { contentLength } = await this.disk.getMetaData(key);
    return { stream: await this.disk.getStream(key), size: contentLength };
  }

  async delete(key: string): Promise<void> {
    await this.disk.delete(key);
  }
}
