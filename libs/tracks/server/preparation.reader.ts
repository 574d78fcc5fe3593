import { Spaces } from '@cohorte/networks/server';
import { parisDay } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { dueOn } from '../contract';

/** Something a structure has yet to prepare for a meeting. */
export interface ToPrepare {
  readonly title: string;
  /** Civil day, `2024-11-19`. */
  readonly dueOn: string | null;
  /** Where it is described and marked as done, within Cohorte. */
  readonly path: string;
}

/** The door of homework for letters: in the caller’s transaction, read by the domain. */
@Injectable()
export class PreparationReader {
  constructor(private readonly spaces: Spaces) {}

  /** What the structures of this person have not marked as done; nothing for who is in the cohort for no structure. */
  before(tx: Tx, meeting: { id: string; startsAt: string | null }, personId: string): Promise<ToPrepare[]> {
    return asSystem(tx, 'tracks', async () => {
      const [step] = await tx.query<{ id: string; cohort_id: string }[]>('SELECT id, cohort_id FROM tracks_step WHERE meeting_id = $1', [meeting.id]);
      if (!step) return [];
      const structureIds = (await this.spaces.peopleOf(tx, step.cohort_id)).flatMap((person) => (person.personId === personId ? (person.structureId ?? []) : []));
      const rows = await tx.query<{ title: string; days_before: number }[]>(
        `SELECT title, days_before FROM tracks_homework h
          WHERE step_id = $1 AND EXISTS (SELECT FROM unnest($2::uuid[]) AS mine(id)
            WHERE NOT EXISTS (SELECT FROM tracks_homework_mark m WHERE m.homework_id = h.id AND m.structure_id = mine.id))
          ORDER BY position`,
        [step.id, structureIds],
      );
      return rows.map((row) => ({ title: row.title, dueOn: dueOn(meeting.startsAt && parisDay(meeting.startsAt), row.days_before), path: `/parcours/${step.cohort_id}` }));
    });
  }
}
