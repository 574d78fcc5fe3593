import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, Database, newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, type importResources, type ResourceFields, validates, whyNotPublish } from '../contract';
import { fieldsOf } from './resource-row';
import { type ReadLine, readTable, type TravellingResource } from './resource-table';
import { ResourceEntity } from './resource.entity';
import { ResourceService } from './resource.service';

type Report = OutputOf<typeof importResources>;
type Outcome = Report['lines'][number]['outcome'];

/** More lines would be sent in several files. */
const linesMost = 2_000;

/** What a line would do: to what is there already, if anything. */
interface Planned {
  readonly outcome: Outcome;
  readonly problems: readonly string[];
  readonly existing?: ResourceEntity;
}

/** Takes a table in, line by line: the same table twice changes nothing the second time. */
@Injectable()
export class ResourceImport {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceService,
  ) {}

  async run(actor: Actor, { networkId, text, dryRun }: InputOf<typeof importResources>): Promise<Report> {
    if (!validates(asReader(actor), { networkId, spaceId: networkId, access: 'network' })) throw new AppError('forbidden', 'library.not-yours-to-import');
    const lines = readTable(text);
    if (!lines) throw new AppError('bad-input', 'library.not-a-table');
    if (lines.length > linesMost) throw new AppError('too-large', 'library.too-many-lines', { max: linesMost });
    const told: Report['lines'] = [];
    for (const line of lines) {
      const planned = await this.plan(actor, networkId, line, told.map(({ slug }) => slug));
      const made = !dryRun && line.resource ? await this.carryOut(actor, networkId, line.resource, planned) : null;
      told.push({ line: line.line, title: line.title.slice(0, 200), slug: line.slug.slice(0, 120), resourceId: made ?? planned.existing?.id ?? null, outcome: planned.outcome, problems: [...planned.problems] });
    }
    return { lines: told };
  }

  private async plan(actor: Actor, networkId: string, { slug, resource, problems }: ReadLine, before: readonly string[]): Promise<Planned> {
    if (!resource) return refused(problems);
    const existing = slug ? await this.standing(actor, slug) : null;
    const isTaken = before.includes(slug) || existing === 'elsewhere' || (existing !== null && existing.networkId !== networkId);
    if (slug && isTaken) return refused(['identifiant']);
    return existing === null || existing === 'elsewhere' ? { outcome: 'new', problems: [] } : over(existing, within(resource, networkId));
  }

  /** What stands at an address, as far as the animator may read it. */
  private standing(actor: Actor, slug: string): Promise<ResourceEntity | 'elsewhere' | null> {
    return this.database.transaction(actor, async (tx) => {
      const row = await tx.getRepository(ResourceEntity).findOneBy({ slug });
      if (row) return row;
      return (await asSystem(tx, 'library', () => tx.getRepository(ResourceEntity).existsBy({ slug }))) ? 'elsewhere' : null;
    });
  }

  /** Answers the identifier of what it made. */
  private async carryOut(actor: Actor, networkId: string, resource: TravellingResource, { outcome, existing }: Planned): Promise<string | null> {
    const fields = within(resource, networkId);
    if (outcome === 'changed' && existing) await this.resources.edit(actor, { resourceId: existing.id, version: existing.version, fields, note: existing.edition > 0 ? 'Import' : '' });
    if (outcome !== 'new') return null;
    // Rights that nobody has checked wait as a draft.
    const then = whyNotPublish(fields) ? 'keep' : 'publish';
    const { id } = await this.database.transaction(actor, (tx) => this.resources.depositIn(tx, actor.personId, { networkId, requestId: newId(), then, fields, slug: resource.slug || undefined }));
    return id;
  }
}

const refused = (problems: readonly string[]): Planned => ({ outcome: 'refused', problems });

/** What a line would do to the resource it names. */
function over(existing: ResourceEntity, wanted: ResourceFields): Planned {
  if (existing.state !== 'draft' && whyNotPublish(wanted)) return refused(['licence']);
  return { outcome: same(fieldsOf(existing), wanted) ? 'same' : 'changed', problems: [], existing };
}

const within = ({ fields }: TravellingResource, networkId: string): ResourceFields => ({ ...fields, spaceId: networkId });

/** The same whatever the order in which fields are written. */
function same(a: ResourceFields, b: ResourceFields): boolean {
  const sorted = (fields: ResourceFields): string => JSON.stringify(Object.entries(fields).toSorted(([one], [two]) => (one < two ? -1 : 1)).map(([name, value]) => [name, name === 'clause' && value ? Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1)) : value]));
  return sorted(a) === sorted(b);
}
