import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Clock, Database, Events, newId } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { DraftGrant, grantDraft } from '../contract';
import { DraftQueries } from './draft.queries';
import { DraftService } from './draft.service';
import { draftShared } from './drafts.events';

/** Open rooms look again at who may stay, on every node, once this is committed. */
const tellRooms = (tx: Tx, draftId: string): Promise<unknown> => tx.query(`SELECT pg_notify('drafts_access', $1)`, [draftId]);

/** Inviting people and structures into a draft, and taking the invitation back. */
@Injectable()
export class DraftGrantsService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly queries: DraftQueries,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, draftId: string): Promise<DraftGrant[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'share');
      return this.queries.grants(tx, draftId);
    });
  }

  grant(actor: Actor, input: InputOf<typeof grantDraft>): Promise<DraftGrant> {
    return this.database.transaction(actor, async (tx) => {
      const { title } = await this.drafts.allowedIn(tx, actor, input.draftId, 'share');
      await this.mustExist(tx, input);
      const [saved] = await tx.query<{ id: string }[]>(
        `INSERT INTO drafts_grant (id, draft_id, person_id, space_id, access, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (draft_id, ${input.personId ? 'person_id' : 'space_id'}) DO UPDATE SET access = excluded.access RETURNING id`,
        [newId(), input.draftId, input.personId ?? null, input.spaceId ?? null, input.right, actor.personId, this.clock.now()],
      );
      await tellRooms(tx, input.draftId);
      await this.events.publish(tx, draftShared, {
        draftId: input.draftId, title, personId: input.personId ?? null, spaceId: input.spaceId ?? null, right: input.right, byPersonId: actor.personId,
      });
      const grant = (await this.queries.grants(tx, input.draftId)).find(({ id }) => id === saved?.id);
      if (!grant) throw new AppError('not-found', 'drafts.not-found');
      return grant;
    });
  }

  async revoke(actor: Actor, draftId: string, grantId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'share');
      await tx.query('DELETE FROM drafts_grant WHERE id = $1 AND draft_id = $2', [grantId, draftId]);
      await tellRooms(tx, draftId);
    });
  }

  private async mustExist(tx: Tx, { personId, spaceId }: InputOf<typeof grantDraft>): Promise<void> {
    const name = personId ? await this.queries.nameOf(tx, personId) : await this.queries.nameOfSpace(tx, spaceId ?? '');
    if (name === null) throw new AppError('bad-input', 'drafts.grantee-unknown');
  }
}
