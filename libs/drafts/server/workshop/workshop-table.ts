import type { Actor } from '@cohorte/networks/contract';
import { AppError, systemActor } from '@cohorte/platform/contract';
import { Clock, Database, newId } from '@cohorte/platform/server';
import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { groupOf, mayInWorkshop } from '../../contract';
import type { SignalKind, Workshop, WorkshopAction, WorkshopPart, WorkshopState } from '../../contract';
import { DraftService } from '../draft.service';
import { WorkshopQueries } from './workshop.queries';

/** One change of a running workshop: its transaction, what it was before, who acts, and how to note what they signalled. */
export interface WorkshopChange {
  readonly tx: Tx;
  readonly draftId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly before: Workshop;
  readonly part: WorkshopPart;
  /** Says that something was signalled; without it nothing changed and nobody is told. */
  readonly signal: (kind: SignalKind, about?: string) => Promise<void>;
}

export const notAllowed = (action: string): AppError => new AppError('forbidden', 'drafts.not-allowed', { action });

/** Everyone round one table: what is allowed, done and signalled in a workshop goes through here, then every seat hears the new state. */
@Injectable()
export class WorkshopTable {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftService,
    private readonly queries: WorkshopQueries,
    private readonly clock: Clock,
  ) {}

  /** The caller already sits in the draft, or the system asks for everyone who does. */
  async state(draftId: string): Promise<WorkshopState> {
    return this.database.transaction(systemActor('drafts'), (tx) => this.stateIn(tx, draftId));
  }

  read<T>(actor: Actor, draftId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'read');
      return work(tx);
    });
  }

  /** Begins a workshop, or answers the one this person already leads. */
  begin(actor: Actor, draftId: string): Promise<WorkshopState> {
    return this.database.transaction(actor, async (tx) => {
      await this.drafts.allowedIn(tx, actor, draftId, 'facilitate');
      const now = this.clock.now();
      const [begun] = await tx.query<{ draft_id: string }[]>(
        `INSERT INTO drafts_workshop AS w (draft_id, facilitator_id, started_at) VALUES ($1, $2, $3)
         ON CONFLICT (draft_id) DO UPDATE SET facilitator_id = excluded.facilitator_id, started_at = excluded.started_at, ended_at = NULL, following = true, cursors = 'everyone',
           timer_ends_at = NULL, timer_left = NULL, called_section = NULL, called_at = NULL WHERE w.ended_at IS NOT NULL RETURNING w.draft_id`,
        [draftId, actor.personId, now],
      );
      if (!begun) return this.alreadyLed(tx, actor, draftId);
      await tx.query('DELETE FROM drafts_workshop_lock WHERE draft_id = $1', [draftId]);
      await tx.query('UPDATE drafts_workshop_group SET done_at = NULL, done_by = NULL WHERE draft_id = $1', [draftId]);
      await this.note(tx, { draftId, actor, now }, 'started', '');
      return this.tell(tx, draftId);
    });
  }

  /** Runs one change once the policy has said yes; nobody is told when it signals nothing. */
  change(actor: Actor, draftId: string, action: WorkshopAction, work: (change: WorkshopChange) => Promise<void>): Promise<WorkshopState> {
    return this.database.transaction(actor, async (tx) => {
      const { right } = await this.drafts.allowedIn(tx, actor, draftId, 'read');
      const found = await this.queries.find(tx, draftId);
      if (!found?.isRunning) throw new AppError('conflict', 'drafts.workshop-not-running');
      const before = found.workshop;
      const part = { right, isFacilitator: before.facilitator.personId === actor.personId, isInGroup: groupOf(before.groups, actor.personId) !== null };
      if (!mayInWorkshop(part, action)) throw notAllowed(action);
      const now = this.clock.now();
      let signalled = false;
      const signal = async (kind: SignalKind, about = ''): Promise<void> => {
        signalled = true;
        await this.note(tx, { draftId, actor, now }, kind, about);
      };
      await work({ tx, draftId, actor, now, before, part, signal });
      return signalled ? this.tell(tx, draftId) : this.stateIn(tx, draftId);
    });
  }

  private async alreadyLed(tx: Tx, actor: Actor, draftId: string): Promise<WorkshopState> {
    const state = await this.stateIn(tx, draftId);
    const facilitator = state.workshop?.facilitator;
    if (facilitator?.personId !== actor.personId) throw new AppError('conflict', 'drafts.workshop-running', { name: facilitator?.name });
    return state;
  }

  private async note(tx: Tx, { draftId, actor, now }: Pick<WorkshopChange, 'draftId' | 'actor' | 'now'>, kind: SignalKind, about: string): Promise<void> {
    await tx.query('INSERT INTO drafts_workshop_signal (id, draft_id, person_id, kind, about, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [newId(), draftId, actor.personId, kind, about, now]);
  }

  /** Counts the change and wakes every node once it is committed. */
  private async tell(tx: Tx, draftId: string): Promise<WorkshopState> {
    await tx.query('SELECT drafts_workshop_changed($1)', [draftId]);
    return this.stateIn(tx, draftId);
  }

  private async stateIn(tx: Tx, draftId: string): Promise<WorkshopState> {
    const found = await this.queries.find(tx, draftId);
    return { version: found?.version ?? 0, now: this.clock.now().toISOString(), workshop: found?.isRunning ? found.workshop : null };
  }
}
