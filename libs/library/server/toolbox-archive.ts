import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { Clock, Config, Database, FileStore, type Tx, type ZipEntry, zipName, zipOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { In } from 'typeorm';
import { fileTypes, type openToolbox, type ToolboxItem } from '../contract';
import { filesAt, type FileRow, keysOfFile } from './files/file-row';
import { ResourceEntity } from './resource.entity';
import { type ArchivedItem, toolboxSummary } from './toolbox-summary';
import { ToolboxQueries } from './toolbox.queries';

/** A toolbox to take away: a page that is read without network, and the files of its resources, as this reader may read them. */
@Injectable()
export class ToolboxArchive {
  constructor(
    private readonly database: Database,
    private readonly queries: ToolboxQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async of(actor: Actor | Visitor, asked: InputOf<typeof openToolbox>): Promise<{ name: string; stream: Readable }> {
    const toolbox = await this.queries.open(actor, asked);
    const items = await this.database.transaction(actor, (tx) => this.itemsOf(tx, toolbox.items));
    const summary: ZipEntry = { path: 'sommaire.html', content: toolboxSummary({ ...toolbox, items }, this.config.value.publicUrl) };
    const entries = items.flatMap(({ file, path }): ZipEntry[] => (file && path ? [{ path, content: async () => (await this.files.get(keysOfFile(file.id).source)).stream }] : []));
    return { name: `${zipName(toolbox.title)}.zip`, stream: zipOf([summary, ...entries], this.clock.now()) };
  }

  private async itemsOf(tx: Tx, items: readonly ToolboxItem[]): Promise<(ArchivedItem & { file: FileRow | null })[]> {
    const rows = new Map((await tx.getRepository(ResourceEntity).findBy({ id: In(items.map(({ resourceId }) => resourceId)) })).map((row) => [row.id, row]));
    const newest = await filesAt(tx, [...rows.values()].map(({ id, edition }) => ({ resourceId: id, edition })));
    return items.flatMap((item, at) => {
      const row = rows.get(item.resourceId);
      if (!row) return [];
      const { clause, content, link, licence } = row;
      const read = newest.get(row.id);
      const file = read?.state === 'ready' ? read : null;
      return [{ ...item, clause, content, link, licence, file, path: file && pathOf(at + 1, item.title, file) }];
    });
  }
}

/** «03 Guide du béton.pdf»: in the order of the selection, wherever it is unpacked. */
const pathOf = (place: number, title: string, { type }: FileRow): string => `${String(place).padStart(2, '0')} ${zipName(title)}${type ? `.${fileTypes[type].extensions[0] ?? ''}` : ''}`;
