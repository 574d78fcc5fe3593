import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, Config, Database, newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { type AnnouncedFile, asReader, type ImportedLine, importNote, type importResources, validates } from '../contract';
import { type FileRow, filesOf } from './files/file-row';
import { type PlannedLine, planLine, refusedLine } from './imported-line';
import { type ReadLine, readTable, type TravellingResource } from './resource-table';
import { ResourceEntity } from './resource.entity';
import { ResourceService } from './resource.service';

type Report = OutputOf<typeof importResources>;

/** More lines would be sent in several files. */
const linesMost = 2_000;

/** What stands at an address, and its files. */
interface Standing {
  readonly row: ResourceEntity;
  readonly files: readonly FileRow[];
}

/** Takes a table in, line by line, and says which files are to follow: the same table and files twice change nothing the second time. */
@Injectable()
export class ResourceImport {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly resources: ResourceService,
  ) {}

  async run(actor: Actor, { networkId, text, files, dryRun }: InputOf<typeof importResources>): Promise<Report> {
    if (!validates(asReader(actor), { networkId, spaceId: networkId, access: 'network' })) throw new AppError('forbidden', 'library.not-yours-to-import');
    const lines = readTable(text);
    if (!lines) throw new AppError('bad-input', 'library.not-a-table');
    if (lines.length > linesMost) throw new AppError('too-large', 'library.too-many-lines', { max: linesMost });
    const told: ImportedLine[] = [];
    for (const line of lines) {
      const isTwice = line.slug !== '' && told.some(({ slug }) => slug === line.slug);
      const planned = isTwice ? refusedLine('library.address-twice') : await this.plan(actor, networkId, line, files);
      told.push(reported(line, dryRun || !line.resource ? planned : await this.carryOut(actor, networkId, line.resource, planned)));
    }
    return { lines: told };
  }

  private async plan(actor: Actor, networkId: string, { slug, resource }: ReadLine, files: readonly AnnouncedFile[]): Promise<PlannedLine> {
    if (!resource) return refusedLine(null);
    const standing = slug ? await this.standing(actor, slug) : null;
    if (standing === 'elsewhere' || (standing && standing.row.networkId !== networkId)) return refusedLine('library.address-taken');
    return planLine({ wanted: { ...resource.fields, spaceId: networkId }, existing: standing?.row, there: standing?.files ?? [], announced: files.filter((file) => file.slug === slug), maxBytes: this.config.value.fileMaxBytes });
  }

  /** What stands at an address, as far as the animator may read it. */
  private standing(actor: Actor, slug: string): Promise<Standing | 'elsewhere' | null> {
    return this.database.transaction(actor, async (tx) => {
      const row = await tx.getRepository(ResourceEntity).findOneBy({ slug });
      if (row) return { row, files: await filesOf(tx, row.id) };
      return (await asSystem(tx, 'library', () => tx.getRepository(ResourceEntity).existsBy({ slug }))) ? 'elsewhere' : null;
    });
  }

  /** One line that somebody changed at that very moment keeps none of the others back. */
  private async carryOut(actor: Actor, networkId: string, resource: TravellingResource, planned: PlannedLine): Promise<PlannedLine> {
    try {
      if (planned.outcome === 'new') return { ...planned, resourceId: await this.make(actor, networkId, resource, planned) };
      await this.change(actor, networkId, resource, planned);
      return planned;
    } catch (error) {
      if (error instanceof AppError) return refusedLine(error.code);
      throw error;
    }
  }

  private async make(actor: Actor, networkId: string, resource: TravellingResource, { end }: PlannedLine): Promise<string> {
    const fields = { ...resource.fields, spaceId: networkId };
    const then = end === 'published' ? 'publish' : 'keep';
    const { id } = await this.database.transaction(actor, (tx) => this.resources.depositIn(tx, actor.personId, { networkId, requestId: newId(), then, fields, slug: resource.slug || undefined, awaitsFile: end === 'once-read' }));
    return id;
  }

  private async change(actor: Actor, networkId: string, resource: TravellingResource, { existing, outcome, end }: PlannedLine): Promise<void> {
    if (!existing) return;
    const aimed = { resourceId: existing.id, version: existing.version };
    const fields = { ...resource.fields, spaceId: networkId };
    const { version } = outcome === 'changed' ? await this.resources.edit(actor, { ...aimed, fields, note: existing.edition > 0 ? importNote : '' }) : existing;
    if (end === 'once-read' && !existing.awaitsFile) await this.resources.awaitFile(actor, { ...aimed, version });
  }
}

const reported = ({ line, title, slug, problems }: ReadLine, { outcome, end, reason, files, resourceId }: PlannedLine): ImportedLine => ({
  line, title: title.slice(0, 200), slug: slug.slice(0, 120), resourceId, outcome, end, reason, files, problems: [...problems],
});
