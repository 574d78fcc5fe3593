import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { asReader, canResource, type decideDuplicate, type openDeposit, type submitDeposit } from '../../contract';
import { ResourceEntity } from '../resource.entity';
import { ResourceService } from '../resource.service';
import { type FileRow, fileColumns } from './file-row';

/** Files deposited together: begun with what they share, each decided and proposed for itself. */
@Injectable()
export class DepositService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly resources: ResourceService,
  ) {}

  open(actor: Actor, { requestId, fields }: InputOf<typeof openDeposit>): Promise<{ id: string }> {
    return this.database.transaction(actor, async (tx) => {
      const networkId = await this.resources.placeOf(tx, actor, fields);
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('library.deposit:' || $1, 0))`, [requestId]);
      const [former] = await asSystem(tx, 'library', () => tx.query<{ id: string; personId: string }[]>('SELECT id, person_id AS "personId" FROM library_deposit WHERE request_id = $1', [requestId]));
      if (former && former.personId !== actor.personId) throw new AppError('conflict', 'library.request-used');
      if (former) return { id: former.id };
      const id = newId();
      await asSystem(tx, 'library', () => tx.query('INSERT INTO library_deposit (id, request_id, person_id, network_id, fields, made_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        id, requestId, actor.personId, networkId, JSON.stringify(fields), this.clock.now(),
      ]));
      return { id };
    });
  }

  /** What to do with a file that may exist already; deciding twice the same is deciding once. */
  decide(actor: Actor, input: InputOf<typeof decideDuplicate>): Promise<void> {
    const { depositId, fileId, choice } = input;
    return this.database.transaction(actor, async (tx) => {
      const [sent] = await tx.query<{ choice: string | null }[]>('SELECT choice FROM library_upload WHERE id = $1 AND deposit_id = $2 AND person_id = $3 AND arrived_at IS NOT NULL', [fileId, depositId, actor.personId]);
      if (!sent) throw new AppError('not-found', 'library.file-not-found');
      if (sent.choice === choice) return;
      if (sent.choice !== null && sent.choice !== 'distinct') throw new AppError('conflict', 'library.file-decided');
      const draft = await this.draftOf(tx, actor, fileId);
      const [, decided] = await asSystem(tx, 'library', () => tx.query<[unknown, number]>('UPDATE library_upload SET choice = $2 WHERE id = $1 AND choice IS NOT DISTINCT FROM $3', [fileId, choice, sent.choice]));
      if (decided !== 1) throw new AppError('conflict', 'library.file-decided');
      if (choice === 'new-version') await this.becomeVersion(tx, actor, draft, input);
      if (choice !== 'distinct') await asSystem(tx, 'library', () => tx.getRepository(ResourceEntity).delete({ id: draft.id }));
    });
  }

  /** Each for itself: one that is not complete keeps none of the others back. */
  async submit(actor: Actor, { depositId, then, resourceIds }: InputOf<typeof submitDeposit>): Promise<OutputOf<typeof submitDeposit>> {
    const inIt = await this.database.transaction(actor, (tx) => tx.query<{ id: string; version: number; state: string }[]>(
      `SELECT r.id, r.version, r.state FROM library_upload u JOIN library_file f ON f.id = u.id JOIN library_resource r ON r.id = f.resource_id WHERE u.deposit_id = $1 AND u.person_id = $2`, [depositId, actor.personId]));
    const outcomes: OutputOf<typeof submitDeposit>['outcomes'] = [];
    for (const resourceId of new Set(resourceIds)) {
      const found = inIt.find(({ id }) => id === resourceId);
      outcomes.push({ resourceId, problem: found ? await this.propose(actor, then, found) : 'library.not-found' });
    }
    return { outcomes };
  }

  private async propose(actor: Actor, then: 'submit' | 'publish', { id, version, state }: { id: string; version: number; state: string }): Promise<string | null> {
    if (state === 'published' || (state === 'submitted' && then === 'submit')) return null;
    try {
      await this.resources[then](actor, { resourceId: id, version });
      return null;
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
  }

  /** The draft a file became, while it is still its depositor's to take back. */
  private async draftOf(tx: Tx, actor: Actor, fileId: string): Promise<ResourceEntity> {
    const [file] = await tx.query<FileRow[]>(`SELECT ${fileColumns} FROM library_file f WHERE f.id = $1`, [fileId]);
    const draft = file && (await tx.getRepository(ResourceEntity).findOneBy({ id: file.resourceId }));
    if (!draft || !canResource(asReader(actor), 'remove', draft)) throw new AppError('conflict', 'library.file-decided');
    return draft;
  }

  /** The draft's file replaces the other resource's, under the rules of any replacement. */
  private async becomeVersion(tx: Tx, actor: Actor, draft: ResourceEntity, { fileId, resourceId, note }: InputOf<typeof decideDuplicate>): Promise<void> {
    const target = resourceId === undefined || resourceId === draft.id ? null : await tx.getRepository(ResourceEntity).findOneBy({ id: resourceId });
    if (!target || !canResource(asReader(actor), 'read', target)) throw new AppError('not-found', 'library.not-found');
    if (!canResource(asReader(actor), 'edit', target)) throw new AppError('forbidden', 'library.not-yours');
    const isOut = target.state === 'published' || target.state === 'retired';
    await asSystem(tx, 'library', async () => {
      if (isOut) await tx.query(`DELETE FROM library_file WHERE resource_id = $1 AND role = 'main' AND edition IS NULL`, [target.id]);
      await tx.query(`UPDATE library_file SET resource_id = $2, edition = $3, note = $4, uploaded_at = $5 WHERE id = $1`, [fileId, target.id, isOut ? null : target.edition, note, this.clock.now()]);
    });
    await this.resources.placeReadFile(tx, fileId);
  }
}
