import type { Actor } from '@cohorte/networks/contract';
import { AppError } from '@cohorte/platform/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { newId } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { groupOf, mayInWorkshop, sharedOut, workshopLimits } from '../../contract';
import type { addWorkshopGroup, changeWorkshopGroup, finishWorkshopGroup, seatInWorkshop, WorkshopGroup, WorkshopState } from '../../contract';
import { notAllowed, WorkshopTable } from './workshop-table';
import type { WorkshopChange } from './workshop-table';
import { WorkshopQueries } from './workshop.queries';

const full = (): AppError => new AppError('conflict', 'drafts.workshop-full');

/** Groups of a workshop: who sits where, which sections they write, who has finished; and sections kept still. */
@Injectable()
export class WorkshopGroupsService {
  constructor(
    private readonly table: WorkshopTable,
    private readonly queries: WorkshopQueries,
  ) {}

  add(actor: Actor, { draftId, name, sectionIds }: InputOf<typeof addWorkshopGroup>): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, signal }) => {
      if (before.groups.length >= workshopLimits.groups) throw full();
      await tx.query('INSERT INTO drafts_workshop_group (id, draft_id, name, section_ids) VALUES ($1, $2, $3, $4)', [newId(), draftId, name, sectionIds ?? []]);
      await signal('group-added', name);
    });
  }

  rearrange(actor: Actor, { draftId, groupId, name, sectionIds }: InputOf<typeof changeWorkshopGroup>): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, signal }) => {
      const group = groupIn(before.groups, groupId);
      if (name === undefined && sectionIds === undefined) return;
      await tx.query('UPDATE drafts_workshop_group SET name = $3, section_ids = $4 WHERE id = $2 AND draft_id = $1', [draftId, groupId, name ?? group.name, sectionIds ?? group.sectionIds]);
      await signal('group-changed', name ?? group.name);
    });
  }

  remove(actor: Actor, draftId: string, groupId: string): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, signal }) => {
      const group = before.groups.find(({ id }) => id === groupId);
      if (!group) return;
      await tx.query('DELETE FROM drafts_workshop_group WHERE id = $2 AND draft_id = $1', [draftId, groupId]);
      await signal('group-removed', group.name);
    });
  }

  finish(actor: Actor, { draftId, groupId, done }: InputOf<typeof finishWorkshopGroup>): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'finish', async ({ tx, before, part, now, signal }) => {
      const group = groupIn(before.groups, groupId);
      const isOwn = groupOf(before.groups, actor.personId)?.id === groupId;
      if (!isOwn && !mayInWorkshop(part, 'lead')) throw notAllowed('finish');
      if ((group.done !== null) === done) return;
      await tx.query('UPDATE drafts_workshop_group SET done_at = $3, done_by = $4 WHERE id = $2 AND draft_id = $1', [draftId, groupId, done ? now : null, done ? actor.personId : null]);
      await signal(done ? 'done' : 'undone', group.name);
    });
  }

  seat(actor: Actor, { draftId, personId, groupId }: InputOf<typeof seatInWorkshop>): Promise<WorkshopState> {
    return this.table.change(actor, draftId, personId === actor.personId ? 'join' : 'lead', async (change) => {
      const { groups } = change.before;
      const former = groupOf(groups, personId);
      if (groupId === (former?.id ?? null)) return;
      const group = groupId === null ? null : groupIn(groups, groupId);
      if (group && personId !== actor.personId) await this.mustBeKnown(change, personId);
      await this.place(change, personId, groupId);
      await change.signal(group ? 'joined' : 'left', (group ?? former)?.name);
    });
  }

  shareOut(actor: Actor, draftId: string, personIds: readonly string[]): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async (change) => {
      const { groups, facilitator } = change.before;
      const waiting = personIds.filter((personId) => personId !== facilitator.personId && !groupOf(groups, personId));
      const places = sharedOut(groups.map(({ id, people }) => ({ id, size: people.length })), waiting);
      for (const [personId, groupId] of places) {
        await this.mustBeKnown(change, personId);
        await this.place(change, personId, groupId);
      }
      if (places.size > 0) await change.signal('spread', String(places.size));
    });
  }

  lock(actor: Actor, draftId: string, sectionId: string): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, now, signal }) => {
      const lock = before.locks.find((held) => held.sectionId === sectionId);
      if (lock?.by.personId === actor.personId) return;
      if (lock) throw new AppError('conflict', 'drafts.workshop-locked-by-another', { name: lock.by.name });
      if (before.locks.length >= workshopLimits.locks) throw full();
      await tx.query('INSERT INTO drafts_workshop_lock (draft_id, section_id, locked_by, locked_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [draftId, sectionId, actor.personId, now]);
      await signal('locked', sectionId);
    });
  }

  /** Whoever leads may lift any lock: the one who set it may have left. */
  unlock(actor: Actor, draftId: string, sectionId: string): Promise<WorkshopState> {
    return this.table.change(actor, draftId, 'lead', async ({ tx, before, signal }) => {
      if (!before.locks.some((held) => held.sectionId === sectionId)) return;
      await tx.query('DELETE FROM drafts_workshop_lock WHERE draft_id = $1 AND section_id = $2', [draftId, sectionId]);
      await signal('unlocked', sectionId);
    });
  }

  private async mustBeKnown({ tx, draftId }: WorkshopChange, personId: string): Promise<void> {
    if ((await this.queries.rankOf(tx, draftId, personId)) < 1) throw new AppError('bad-input', 'drafts.workshop-person-unknown');
  }

  private async place({ tx, draftId }: WorkshopChange, personId: string, groupId: string | null): Promise<void> {
    if (groupId === null) await tx.query('DELETE FROM drafts_workshop_person WHERE draft_id = $1 AND person_id = $2', [draftId, personId]);
    else
      await tx.query(
        'INSERT INTO drafts_workshop_person (draft_id, person_id, group_id) VALUES ($1, $2, $3) ON CONFLICT (draft_id, person_id) DO UPDATE SET group_id = excluded.group_id',
        [draftId, personId, groupId],
      );
  }
}

function groupIn(groups: readonly WorkshopGroup[], groupId: string): WorkshopGroup {
  const group = groups.find(({ id }) => id === groupId);
  if (!group) throw new AppError('not-found', 'drafts.workshop-group-unknown');
  return group;
}
