import type { Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { workshopLimits } from '../../contract';
import type { DraftPerson, ShownCursors, SignalKind, Workshop, WorkshopGroup, WorkshopSignal, WorkshopTimer, SectionLock } from '../../contract';

interface WorkshopRow {
  version: string;
  facilitator_id: string;
  facilitator_name: string | null;
  started_at: Date;
  ended_at: Date | null;
  following: boolean;
  cursors: ShownCursors;
  timer_ends_at: Date | null;
  timer_left: number | null;
  called_section: string | null;
  called_at: Date | null;
}

interface GroupRow {
  id: string;
  name: string;
  section_ids: string[];
  people: { personId: string; name: string | null }[] | null;
  done_at: Date | null;
  done_by: string | null;
  done_name: string | null;
}

export interface FoundWorkshop {
  readonly version: number;
  readonly isRunning: boolean;
  /** What it is, or was when it ended. */
  readonly workshop: Workshop;
}

const nameOf = (person: string): string => `LEFT JOIN LATERAL identity_names(ARRAY[${person}]) n ON true`;

/** Reads workshops as the transaction's actor may see them. */
@Injectable()
export class WorkshopQueries {
  /** The row first: what is read after it may be newer than its version says, never older. */
  async find(tx: Tx, draftId: string): Promise<FoundWorkshop | null> {
    const [row] = await tx.query<WorkshopRow[]>(`SELECT w.*, n.name AS facilitator_name FROM drafts_workshop w ${nameOf('w.facilitator_id')} WHERE w.draft_id = $1`, [draftId]);
    if (!row) return null;
    const groups = await this.groups(tx, draftId);
    const locks = await this.locks(tx, draftId);
    return { version: Number(row.version), isRunning: row.ended_at === null, workshop: toWorkshop(row, groups, locks) };
  }

  async signals(tx: Tx, draftId: string): Promise<WorkshopSignal[]> {
    const rows = await tx.query<{ id: string; created_at: Date; person_id: string; name: string | null; kind: SignalKind; about: string }[]>(
      `SELECT s.id, s.created_at, s.person_id, n.name, s.kind,
          CASE s.kind WHEN 'handed-over' THEN coalesce((SELECT name FROM identity_names(ARRAY[s.about::uuid])), '') ELSE s.about END AS about FROM drafts_workshop_signal s ${nameOf('s.person_id')}
        WHERE s.draft_id = $1 ORDER BY s.created_at DESC, s.id DESC LIMIT ${workshopLimits.signals}`,
      [draftId],
    );
    return rows.map((row) => ({ id: row.id, at: row.created_at.toISOString(), by: person(row.person_id, row.name), kind: row.kind, about: row.about }));
  }

  /** What someone else may do: as `draftRights` counts, from 1; null when the asker may not know. */
  async rankOf(tx: Tx, draftId: string, personId: string): Promise<number> {
    const [row] = await tx.query<{ rank: number | null }[]>('SELECT drafts_rank_told($1, $2) AS rank', [personId, draftId]);
    return row?.rank ?? 0;
  }

  private async groups(tx: Tx, draftId: string): Promise<WorkshopGroup[]> {
    const rows = await tx.query<GroupRow[]>(
      `SELECT g.id, g.name, g.section_ids, g.done_at, g.done_by, n.name AS done_name,
          (SELECT json_agg(json_build_object('personId', p.person_id, 'name', who.name) ORDER BY who.name)
             FROM drafts_workshop_person p LEFT JOIN LATERAL identity_names(ARRAY[p.person_id]) who ON true WHERE p.group_id = g.id) AS people
         FROM drafts_workshop_group g ${nameOf('g.done_by')} WHERE g.draft_id = $1 ORDER BY g.id`,
      [draftId],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      sectionIds: row.section_ids,
      people: (row.people ?? []).map(({ personId, name }) => person(personId, name)),
      done: row.done_at && row.done_by ? { at: row.done_at.toISOString(), by: person(row.done_by, row.done_name) } : null,
    }));
  }

  private async locks(tx: Tx, draftId: string): Promise<SectionLock[]> {
    const rows = await tx.query<{ section_id: string; locked_by: string; name: string | null; locked_at: Date }[]>(
      `SELECT l.section_id, l.locked_by, n.name, l.locked_at FROM drafts_workshop_lock l ${nameOf('l.locked_by')} WHERE l.draft_id = $1 ORDER BY l.locked_at, l.section_id`,
      [draftId],
    );
    return rows.map((row) => ({ sectionId: row.section_id, by: person(row.locked_by, row.name), at: row.locked_at.toISOString() }));
  }
}

const person = (personId: string, name: string | null): DraftPerson => ({ personId, name: name ?? '' });

const toTimer = (row: WorkshopRow): WorkshopTimer | null =>
  row.timer_ends_at === null && row.timer_left === null ? null : { endsAt: row.timer_ends_at?.toISOString() ?? null, leftSeconds: row.timer_left };

const toWorkshop = (row: WorkshopRow, groups: WorkshopGroup[], locks: SectionLock[]): Workshop => ({
  facilitator: person(row.facilitator_id, row.facilitator_name),
  startedAt: row.started_at.toISOString(),
  following: row.following,
  cursors: row.cursors,
  timer: toTimer(row),
  call: row.called_section && row.called_at ? { sectionId: row.called_section, at: row.called_at.toISOString() } : null,
  groups,
  locks,
});
