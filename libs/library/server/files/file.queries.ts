import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf, type Visitor } from '@cohorte/platform/contract';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, type FileRole, type listPages } from '../../contract';
import { ResourceEntity } from '../resource.entity';
import { filesAt, type FileRow } from './file-row';

type Anyone = Actor | Visitor;

export interface FileAsked {
  readonly ref: string;
  readonly edition?: number | undefined;
  readonly role?: FileRole;
}

const isIdentifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isSlug = /^[a-z0-9][a-z0-9-]{1,119}$/;

/** Files as their readers may read them: the rights are the resource's, whichever version is asked. */
@Injectable()
export class FileQueries {
  constructor(private readonly database: Database) {}

  /** The file of a version, the latest unless said otherwise; one not read yet or refused is given to nobody. */
  readable(actor: Anyone, asked: FileAsked): Promise<FileRow> {
    return this.database.transaction(actor, (tx) => this.readableIn(tx, actor, asked));
  }

  pages(actor: Anyone, { ref, edition, role, from, count }: InputOf<typeof listPages>): Promise<OutputOf<typeof listPages>> {
    return this.database.transaction(actor, async (tx) => {
      const file = await this.readableIn(tx, actor, { ref, edition, role });
      const rows = await tx.query<{ number: number; text: string; width: number | null; height: number | null; starts: number[] | null }[]>(
        'SELECT number, text, width, height, starts FROM library_page WHERE file_id = $1 AND number >= $2 AND number < $2 + $3 ORDER BY number', [file.id, from, count]);
      return { total: file.pages, pages: rows.map(({ number, text, width, height, starts }) => ({ number, text, picture: width && height ? { width, height } : null, starts })) };
    });
  }

  private async readableIn(tx: Tx, actor: Anyone, { ref, edition, role = 'main' }: FileAsked): Promise<FileRow> {
    const resource = isSlug.test(ref) ? await tx.getRepository(ResourceEntity).findOneBy(isIdentifier.test(ref) ? { id: ref } : { slug: ref }) : null;
    if (!resource || !canResource(asReader(actor), 'read', resource)) throw new AppError('not-found', 'library.not-found');
    const asked = edition ?? resource.edition;
    const file = asked > resource.edition ? undefined : (await filesAt(tx, [{ resourceId: resource.id, edition: asked }], role)).get(resource.id);
    if (!file) throw new AppError('not-found', 'library.file-not-found');
    assertReady(file);
    return file;
  }
}

function assertReady({ state }: FileRow): void {
  if (state === 'waiting') throw new AppError('conflict', 'library.file-not-ready');
  if (state === 'refused') throw new AppError('conflict', 'library.file-refused');
}
