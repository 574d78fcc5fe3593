import type { Actor } from '@cohorte/networks/contract';
import { formatDay } from '@cohorte/platform/contract';
import { Clock } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { rejectedView } from '../../contract';
import { DraftImagesService } from '../draft-images.service';
import { pageOf } from './draft-page';
import { textFileOf } from './draft-text';
import { DraftService } from '../draft.service';

export interface ExportedDraft {
  readonly fileName: string;
  readonly content: string;
}

const pictures = /src="\/api\/drafts\/([0-9a-f-]{36})\/images\/([0-9a-f-]{36})"/g;
/** Beyond this many bytes of pictures a file is no longer easy to send: the rest is left out. */
const mostPictureBytes = 25_000_000;

/** A draft as a file one can keep, print or send. */
@Injectable()
export class DraftExportService {
  constructor(
    private readonly drafts: DraftService,
    private readonly images: DraftImagesService,
    private readonly clock: Clock,
  ) {}

  async html(actor: Actor, draftId: string): Promise<ExportedDraft> {
    const { draft, html: shown } = await this.drafts.open(actor, draftId);
    const meta = `${draft.ownerName} · ${formatDay(this.clock.now().toISOString(), 'fr')}`;
    const html = await this.withPictures(actor, draftId, shown);
    return { fileName: `${fileName(draft.title)}.html`, content: pageOf({ title: draft.title, meta, html }) };
  }

  async text(actor: Actor, draftId: string): Promise<ExportedDraft> {
    const { draft, projection } = await this.drafts.read(actor, draftId);
    return { fileName: `${fileName(draft.title)}.txt`, content: `${draft.title}\n\n${textFileOf(rejectedView(projection.document))}` };
  }

  /** Only the draft's own pictures: one copied from elsewhere may not be the reader's to see. */
  private async withPictures(actor: Actor, draftId: string, html: string): Promise<string> {
    const found = new Map<string, string>();
    let bytes = 0;
    for (const [, owner = '', imageId = ''] of html.matchAll(pictures)) {
      if (owner !== draftId || found.has(imageId) || bytes > mostPictureBytes) continue;
      const file = await this.images.open(actor, draftId, imageId).catch(() => null);
      if (!file) continue;
      const data = await buffer(file.stream);
      bytes += data.byteLength;
      found.set(imageId, data.toString('base64'));
    }
    return html.replace(pictures, (_, _owner: string, imageId: string) => (found.has(imageId) ? `src="data:image/webp;base64,${found.get(imageId)}"` : 'src=""'));
  }
}

/** A name every system and every header accepts. */
const fileName = (title: string): string =>
  title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).toLowerCase() || 'document';
