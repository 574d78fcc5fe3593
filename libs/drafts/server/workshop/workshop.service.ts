import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Injectable } from '@nestjs/common';
import { timerAfter } from '../../contract';
import type { setWorkshop, timeWorkshop, WorkshopSignal, WorkshopState } from '../../contract';
import { WorkshopTable } from './workshop-table';
import { WorkshopQueries } from './workshop.queries';

/** `draftRights` counted from 1: who may write. */
const writes = 4;

/** What a facilitator does with the whole workshop: begin, lead, hand over, time, end. */
@Injectable()
export class WorkshopService {
  constructor(
    private readonly table: WorkshopTable,
    private readonly queries: WorkshopQueries,
  ) {}

  start(actor: Actor, draftId: string): Promise<WorkshopState> {
    return this.table.begin(actor, draftId);
  }

  end(actor: Actor, draftId: string): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, now, signal }) => {
      await tx.query('UPDATE drafts_workshop SET ended_at = $2, timer_ends_at = NULL, timer_left = NULL WHERE draft_id = $1', [draftId, now]);
      await tx.query('DELETE FROM drafts_workshop_lock WHERE draft_id = $1', [draftId]);
      await signal('ended');
    });
  }

  set(actor: Actor, { draftId, following, cursors }: InputOf<typeof setWorkshop>): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, signal }) => {
      if (following !== undefined && following !== before.following) {
        await tx.query('UPDATE drafts_workshop SET following = $2 WHERE draft_id = $1', [draftId, following]);
        await signal(following ? 'following' : 'alone');
      }
      if (cursors !== undefined && cursors !== before.cursors) {
        await tx.query('UPDATE drafts_workshop SET cursors = $2 WHERE draft_id = $1', [draftId, cursors]);
        await signal('cursors', cursors);
      }
    });
  }

  /** To someone who may write; a manager may also take it over. */
  handOver(actor: Actor, draftId: string, personId: string): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, signal }) => {
      if (personId === before.facilitator.personId) return;
      if ((await this.queries.rankOf(tx, draftId, personId)) < writes) throw new AppError('bad-input', 'drafts.workshop-person-unknown');
      await tx.query('UPDATE drafts_workshop SET facilitator_id = $2 WHERE draft_id = $1', [draftId, personId]);
      await signal('handed-over', personId);
    });
  }

  call(actor: Actor, draftId: string, sectionId: string): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, now, signal }) => {
      await tx.query('UPDATE drafts_workshop SET called_section = $2, called_at = $3 WHERE draft_id = $1', [draftId, sectionId, now]);
      await signal('called', sectionId);
    });
  }

  time(actor: Actor, { draftId, act, minutes }: InputOf<typeof timeWorkshop>): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, now, before, signal }) => {
      const timer = timerAfter(before.timer, act, now.getTime(), minutes ?? 0);
      if (timer === before.timer) return;
      await tx.query('UPDATE drafts_workshop SET timer_ends_at = $2, timer_left = $3 WHERE draft_id = $1', [draftId, timer?.endsAt ?? null, timer?.leftSeconds ?? null]);
      await signal('timer', minutes === undefined ? act : `${act} ${minutes}`);
    });
  }

  signals(actor: Actor, draftId: string): Promise<WorkshopSignal[]> {
    return this.table.read(actor, draftId, (tx) => this.queries.signals(tx, draftId));
  }
}
