import type { Actor } from '@cohorte/networks/contract';
import { AppError, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, FileStore, newId } from '@cohorte/platform/server';
import type { StoredFile } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type OutputInfo } from 'sharp';
import { imageAddress, imageMaxBytes } from '../contract';
import type { UploadedImage } from '../contract';
import { DraftService } from './draft.service';

const readable = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
/** Wide enough for a printed A4 page at 200 dpi. */
const longestSide = 2_000;
/** A picture of few bytes can unfold into gigabytes. */
const mostPixels = 60_000_000;
const secondsToConvert = 15;

const keyOf = (draftId: string, imageId: string): string => `drafts/${draftId}/${imageId}.webp`;

/** Pictures of drafts: recognised by their content, drawn again (which drops what is hidden in them), shown to readers only. */
@Injectable()
export class DraftImagesService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async add(actor: Actor, draftId: string, bytes: Uint8Array): Promise<UploadedImage> {
    await this.drafts.allowed(actor, draftId, 'suggest');
    if (bytes.byteLength > imageMaxBytes) throw new AppError('too-large', 'drafts.image-too-large', { maxBytes: imageMaxBytes });
    const type = await fileTypeFromBuffer(bytes);
    if (!type || !readable.has(type.mime)) throw new AppError('unsupported-type', 'drafts.image-refused');
    const { data, info } = await redraw(bytes);
    const imageId = newId();
    await this.files.put(keyOf(draftId, imageId), data);
    await this.database.transaction(actor, (tx) =>
      tx.query(
        'INSERT INTO drafts_image (id, draft_id, person_id, content_type, width, height, size, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [imageId, draftId, actor.personId, 'image/webp', info.width, info.height, data.byteLength, this.clock.now()],
      ));
    return { imageId, src: imageAddress(draftId, imageId), width: info.width, height: info.height };
  }

  async open(actor: Actor, draftId: string, imageId: string): Promise<StoredFile> {
    await this.drafts.allowed(actor, draftId, 'read');
    const found = await this.database.transaction(systemActor('drafts'), (tx) =>
      tx.query<unknown[]>('SELECT 1 FROM drafts_image WHERE id = $1 AND draft_id = $2', [imageId, draftId]));
    if (found.length === 0) throw new AppError('not-found', 'drafts.not-found');
    return this.files.get(keyOf(draftId, imageId));
  }
}

async function redraw(bytes: Uint8Array): Promise<{ data: Buffer; info: OutputInfo }> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .timeout({ seconds: secondsToConvert })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 86 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new AppError('unsupported-type', 'drafts.image-refused');
  }
}
