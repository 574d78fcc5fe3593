import type { Actor } from '@cohorte/networks/contract';
import { Spaces } from '@cohorte/networks/server';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, Events, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canDeposit, canResource, type depositResource, type editResource, type ResourceAction, type ResourceFields, validates, whyNotPublish } from '../contract';
import { fileColumns, fileOfEdition, type FileRow, filesOf } from './files/file-row';
import { freeSlug } from './free-slug';
import { resourceDecided, resourceRenewed, resourceRetired, resourceSubmitted } from './library.events';
import { fieldsOf, writtenFields } from './resource-row';
import { ResourceIndex } from './resource-index';
import { spelledTags } from './tags/spelled-tags';
import { ResourceEntity } from './resource.entity';
import { VersionEntity } from './version.entity';

interface Written {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
}

type CheckedDeposit = InputOf<typeof depositResource> & {
  readonly networkId: string;
  /** The address it had where it comes from. */
  readonly slug?: string | undefined;
  /** Published once a file that is imported after it was read. */
  readonly awaitsFile?: boolean;
};

interface Aimed {
  readonly resourceId: string;
  readonly version: number;
}

/** Use cases of resources: deposited, proposed, published in versions, retired. */
@Injectable()
export class ResourceService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly spaces: Spaces,
    private readonly index: ResourceIndex,
    private readonly events: Events,
  ) {}

  deposit(actor: Actor, deposit: InputOf<typeof depositResource>): Promise<Written> {
    return this.database.transaction(actor, (tx) => this.depositAs(tx, actor, deposit));
  }

  /** Deposits in the caller's transaction, with the actor's rights. */
  async depositAs(tx: Tx, actor: Actor, { requestId, then, fields }: InputOf<typeof depositResource>): Promise<Written> {
    const networkId = await this.placeOf(tx, actor, fields);
    if (then === 'publish' && !validates(asReader(actor), { ...fields, networkId })) throw new AppError('forbidden', 'library.not-yours-to-publish');
    return this.depositIn(tx, actor.personId, { networkId, requestId, then, fields });
  }

  /** Deposits in the caller's transaction, the caller having checked who may. */
  async depositIn(tx: Tx, by: string, deposit: CheckedDeposit): Promise<Written> {
    const { networkId, requestId, then, fields } = deposit;
    const former = await this.alreadyMade(tx, requestId);
    if (former && former.ownerId !== by) throw new AppError('conflict', 'library.request-used');
    if (former) return former;
    if (then !== 'keep') assertReadable(fields, false);
    const now = this.clock.now();
    const row: ResourceEntity = {
      ...writtenFields(fields), ...(await spelledTags(tx, { networkId, tags: fields.tags, ofIds: [] })), id: newId(), networkId, requestId, slug: await freeSlug(tx, 'library_resource', deposit.slug ?? fields.title), ownerId: by, version: 1, awaitsFile: deposit.awaitsFile ?? false, returnedNote: '', retiredNote: '',
      createdAt: now, changedAt: now, ...beginnings(now)[then],
    };
    await asSystem(tx, 'library', async () => {
      await tx.getRepository(ResourceEntity).insert(row);
      if (row.edition === 1) await this.writeVersion(tx, row, '', by);
    });
    if (then === 'publish') await this.index.follow(tx, row);
    if (then === 'submit') await this.events.publish(tx, resourceSubmitted, { resourceId: row.id });
    return row;
  }

  /** What was published changes under its readers' eyes: a note makes it a new version, none a simple correction. */
  edit(actor: Actor, { resourceId, version, fields, note }: InputOf<typeof editResource>): Promise<Written> {
    return this.database.transaction(actor, async (tx) => {
      const row = await this.allowed(tx, actor, 'edit', { resourceId, version });
      const isOut = row.state === 'published' || row.state === 'retired';
      const networkId = await this.networkAfter(tx, actor, row, fields);
      if (row.state !== 'draft') assertReadable(fields, (await this.fileNow(tx, row)) !== null);
      const edition = isOut && note ? row.edition + 1 : row.edition;
      const changed = await this.write(tx, row, { ...writtenFields(fields), ...(await spelledTags(tx, { networkId, tags: fields.tags, ofIds: [row.id] })), networkId, edition });
      if (isOut) await asSystem(tx, 'library', () => this.writeVersion(tx, changed, note, actor.personId));
      return changed;
    });
  }

  /** Small corrections of what is published, by who may do `action`: the version shown stays the same one. */
  correct(actor: Actor, action: 'confirm' | 'edit', aimed: Aimed, change: Partial<Pick<ResourceFields, 'checkedOn' | 'reviewOn' | 'link'>>): Promise<void> {
    return this.act(actor, action, aimed, async (tx, row) => {
      const changed = await this.write(tx, row, change);
      if (row.edition > 0) await asSystem(tx, 'library', () => this.writeVersion(tx, changed, '', actor.personId));
    });
  }

  submit(actor: Actor, aimed: Aimed): Promise<void> {
    return this.act(actor, 'submit', aimed, async (tx, row) => {
      await this.assertComplete(tx, row);
      await this.write(tx, row, { state: 'submitted', submittedAt: this.clock.now(), returnedNote: '', awaitsFile: false });
      await this.events.publish(tx, resourceSubmitted, { resourceId: row.id });
    });
  }

  publish(actor: Actor, aimed: Aimed): Promise<void> {
    return this.act(actor, 'publish', aimed, async (tx, row) => {
      await this.assertComplete(tx, row);
      await this.bringOut(tx, actor, row);
      await this.events.publish(tx, resourceDecided, { resourceId: row.id, by: actor.personId, outcome: 'published' });
    });
  }

  sendBack(actor: Actor, { note, ...aimed }: Aimed & { note: string }): Promise<void> {
    return this.act(actor, 'send-back', aimed, async (tx, row) => {
      await this.write(tx, row, { state: 'draft', returnedNote: note, submittedAt: null });
      await this.events.publish(tx, resourceDecided, { resourceId: row.id, by: actor.personId, outcome: 'returned' });
    });
  }

  retire(actor: Actor, { note, ...aimed }: Aimed & { note: string }): Promise<void> {
    return this.act(actor, 'retire', aimed, async (tx, row) => {
      await this.write(tx, row, { state: 'retired', retiredNote: note });
      await this.events.publish(tx, resourceRetired, { resourceId: row.id, by: actor.personId });
    });
  }

  restore(actor: Actor, aimed: Aimed): Promise<void> {
    return this.act(actor, 'restore', aimed, (tx, row) => this.write(tx, row, { state: 'published', retiredNote: '' }));
  }

  /** What was never published leaves no trace. */
  remove(actor: Actor, resourceId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.allowed(tx, actor, 'remove', { resourceId });
      await asSystem(tx, 'library', () => tx.getRepository(ResourceEntity).delete({ id }));
    });
  }

  /** A file that was read takes the place it waited for: with its note as a new version, without one as a correction. Done twice, it is done once. */
  async placeReadFile(tx: Tx, fileId: string): Promise<void> {
    const [file] = await asSystem(tx, 'library', () => tx.query<FileRow[]>(`SELECT ${fileColumns} FROM library_file f WHERE f.id = $1 AND f.state = 'ready' AND f.edition IS NULL`, [fileId]));
    if (!file) return;
    await asSystem(tx, 'library', async () => {
      const row = await tx.getRepository(ResourceEntity).findOneByOrFail({ id: file.resourceId });
      const edition = file.note ? row.edition + 1 : row.edition;
      await tx.query('UPDATE library_file SET edition = $2 WHERE id = $1', [fileId, edition]);
      const changed = await this.write(tx, row, { edition });
      if (file.note) await this.writeVersion(tx, changed, file.note, file.uploadedBy);
    });
  }

  /** My draft is published by itself once the file that is imported for it was read. */
  awaitFile(actor: Actor, aimed: Aimed): Promise<void> {
    return this.act(actor, 'submit', aimed, (tx, row) => this.write(tx, row, { awaitsFile: true }));
  }

  /** An imported file was read: the draft that waited for it is published, if `actor`, who sent it, still may; else it stays a draft. */
  async publishRead(tx: Tx, actor: Actor, fileId: string): Promise<void> {
    const row = await asSystem(tx, 'library', async () => {
      const [file] = await tx.query<{ resourceId: string }[]>(`SELECT resource_id AS "resourceId" FROM library_file WHERE id = $1 AND imported AND role = 'main' AND state = 'ready'`, [fileId]);
      return file ? tx.getRepository(ResourceEntity).findOneBy({ id: file.resourceId, awaitsFile: true }) : null;
    });
    if (!row || !canResource(asReader(actor), 'publish', row) || whyNotPublish({ ...row, hasFile: true })) return;
    await this.bringOut(tx, actor, row);
  }

  private async bringOut(tx: Tx, actor: Actor, row: ResourceEntity): Promise<void> {
    const out = await this.write(tx, row, { state: 'published', publishedAt: this.clock.now(), edition: row.edition + 1, returnedNote: '', awaitsFile: false });
    await asSystem(tx, 'library', () => this.writeVersion(tx, out, '', actor.personId));
  }

  private act(actor: Actor, action: ResourceAction, aimed: Aimed, work: (tx: Tx, row: ResourceEntity) => Promise<unknown>): Promise<void> {
    return this.database.transaction(actor, async (tx) => void (await work(tx, await this.allowed(tx, actor, action, aimed))));
  }

  /** The resource, if the actor may do this to it as they last saw it; what must not be known of answers «not found». */
  private async allowed(tx: Tx, actor: Actor, action: ResourceAction, { resourceId, version }: { resourceId: string; version?: number }): Promise<ResourceEntity> {
    const row = await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!row || !canResource(asReader(actor), 'read', row)) throw new AppError('not-found', 'library.not-found');
    if (version !== undefined && row.version !== version) throw new AppError('conflict', 'library.changed-meanwhile');
    if (!canResource(asReader(actor), action, row)) throw new AppError('forbidden', 'library.not-yours');
    return row;
  }

  /** Writes over what was read, unless somebody else did so in between. */
  private async write(tx: Tx, row: ResourceEntity, change: Partial<ResourceEntity>): Promise<ResourceEntity> {
    const next = { ...change, version: row.version + 1, changedAt: this.clock.now() };
    const { affected } = await asSystem(tx, 'library', () => tx.getRepository(ResourceEntity).update({ id: row.id, version: row.version }, next));
    if (affected !== 1) throw new AppError('conflict', 'library.changed-meanwhile');
    const after = { ...row, ...next };
    // What was never out is in no index.
    if (row.state === 'published' || after.state === 'published') await this.index.follow(tx, after);
    return after;
  }

  private async writeVersion(tx: Tx, row: ResourceEntity, note: string, by: string | null): Promise<void> {
    const versions = tx.getRepository(VersionEntity);
    const known = await versions.findOneBy({ resourceId: row.id, number: row.edition });
    if (known) return void (await versions.update({ resourceId: row.id, number: row.edition }, { fields: fieldsOf(row) }));
    await versions.insert({ resourceId: row.id, number: row.edition, note, fields: fieldsOf(row), madeAt: this.clock.now(), madeBy: by });
    if (row.state === 'published' && row.edition > 1) await this.events.publish(tx, resourceRenewed, { resourceId: row.id, edition: row.edition, by });
  }

  /** Nothing is proposed or published with a file nobody has read yet, or that must not be given out. */
  private async assertComplete(tx: Tx, row: ResourceEntity): Promise<void> {
    const file = await this.fileNow(tx, row);
    if (file?.state === 'waiting') throw new AppError('conflict', 'library.file-not-ready');
    if (file?.state === 'refused') throw new AppError('conflict', 'library.file-refused');
    assertReadable(fieldsOf(row), file !== null);
  }

  private async fileNow(tx: Tx, row: ResourceEntity): Promise<FileRow | null> {
    return fileOfEdition(await asSystem(tx, 'library', () => filesOf(tx, row.id)), row.edition);
  }

  /** Moved to other readers, it needs the same rights there; unmoved, it stays in its network. */
  private async networkAfter(tx: Tx, actor: Actor, row: ResourceEntity, fields: ResourceFields): Promise<string> {
    if (fields.spaceId === row.spaceId && fields.access === row.access) return row.networkId;
    const networkId = await this.placeOf(tx, actor, fields);
    if (row.edition > 0 && !validates(asReader(actor), { ...fields, networkId })) throw new AppError('forbidden', 'library.not-yours-to-publish');
    return networkId;
  }

  /** The network of the place that a form names, if the actor may deposit there. */
  async placeOf(tx: Tx, actor: Actor, { spaceId, access }: Pick<ResourceFields, 'spaceId' | 'access'>): Promise<string> {
    const space = await this.spaces.find(tx, spaceId);
    const networkId = space?.networkIds[0];
    if (!space || !networkId) throw new AppError('not-found', 'library.place-unknown');
    const kind = access === 'cohort' || access === 'structure' ? access : 'network';
    if (space.kind !== kind || !canDeposit(asReader(actor), { networkId, spaceId, access })) throw new AppError('forbidden', 'library.not-your-place');
    return networkId;
  }

  private async alreadyMade(tx: Tx, requestId: string): Promise<ResourceEntity | null> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.request:' || $1, 0))`, [requestId]);
    return asSystem(tx, 'library', () => tx.getRepository(ResourceEntity).findOneBy({ requestId }));
  }
}

/** How a deposit begins, by what its depositor asked. */
const beginnings = (now: Date) => ({
  keep: { state: 'draft', edition: 0, submittedAt: null, publishedAt: null },
  submit: { state: 'submitted', edition: 0, submittedAt: now, publishedAt: null },
  publish: { state: 'published', edition: 1, submittedAt: null, publishedAt: now },
}) as const;

function assertReadable(fields: ResourceFields, hasFile: boolean): void {
  const problem = whyNotPublish({ ...fields, hasFile });
  if (problem === 'notice-with-file') throw new AppError('bad-input', 'library.notice-with-file', {}, { 'fields.licence': 'notice-with-file' });
  if (problem === 'rights-unchecked') throw new AppError('bad-input', 'library.rights-unchecked', {}, { 'fields.licence': 'rights-unchecked' });
  if (problem === 'licence-stays-inside') throw new AppError('bad-input', 'library.licence-stays-inside', {}, { 'fields.licence': 'licence-stays-inside' });
  if (problem === 'clause-without-text') throw new AppError('bad-input', 'library.clause-without-text', {}, { 'fields.clause.text': 'required' });
  if (problem === 'nothing-to-read') throw new AppError('bad-input', 'library.nothing-to-read', {}, { 'fields.summary': 'required' });
}
