import type { Actor } from '@cohorte/networks/contract';
import type { Visitor } from '@cohorte/platform/contract';
import { Clock, Database, FileStore, type ZipEntry, zipOf } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { keysOfFile } from './files/file-row';
import { ResourceExport } from './resource-export';
import { writeTable } from './resource-table';

interface ArchivedFile {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly role: 'main' | 'subtitles';
  readonly state: string;
}

/** The library taken away with its files: the table, and below `fichiers/` each file in a folder named as its resource is in the table. */
@Injectable()
export class ResourceArchive {
  constructor(
    private readonly database: Database,
    private readonly exports: ResourceExport,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor | Visitor, networkId?: string): Promise<Readable> {
    const resources = await this.exports.travelling(actor, networkId);
    const files = await this.latest(actor, resources.map(({ slug }) => slug));
    const entries = files.map((file): ZipEntry => ({ path: pathOf(file), content: async () => (await this.files.get(keysOfFile(file.id).source)).stream }));
    return zipOf([{ path: 'ressources.csv', content: writeTable(resources) }, ...entries], this.clock.now());
  }

  /** The file each is read with today; one that is not read yet, or is refused, is not given out here either. */
  private async latest(actor: Actor | Visitor, slugs: readonly string[]): Promise<ArchivedFile[]> {
    const rows = await this.database.transaction(actor, (tx) => tx.query<ArchivedFile[]>(
      `SELECT DISTINCT ON (r.slug, f.role) f.id, r.slug, f.name, f.role, f.state FROM library_resource r JOIN library_file f ON f.resource_id = r.id
        WHERE r.slug = ANY ($1) AND f.edition <= r.edition ORDER BY r.slug, f.role, f.edition DESC, f.uploaded_at DESC, f.id DESC`, [[...slugs]]));
    return rows.filter(({ state }) => state === 'ready');
  }
}

const pathOf = ({ slug, name, role }: ArchivedFile): string => `fichiers/${slug}/${role === 'subtitles' ? 'sous-titres/' : ''}${name}`;
