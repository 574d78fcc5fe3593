import { Clock, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type AgendaPart, withoutPeople } from '../../contract';
import { settleSittings } from './meeting-row';
import { MeetingEntity } from './meeting.entity';

/** A meeting to hold again elsewhere, at another date or at none yet. */
export interface MeetingToRepeat {
  readonly fromId: string;
  readonly startsAt: Date | null;
}

export interface RepeatedSeries {
  readonly spaceId: string;
  readonly networkId: string;
  readonly by: string;
  readonly meetings: readonly MeetingToRepeat[];
}

/** Holds the meetings of one space again in another: what they are about and what is read before them, nothing of the people who came. */
@Injectable()
export class MeetingCopies {
  constructor(private readonly clock: Clock) {}

  /** In the caller's transaction, whose actor may read the former ones and plan the new ones; the caller has checked who may. Answers the ids, in order. */
  async repeatIn(tx: Tx, series: RepeatedSeries): Promise<string[]> {
    const former = new Map((await tx.getRepository(MeetingEntity).findBy({ id: In(series.meetings.map(({ fromId }) => fromId)) })).map((row) => [row.id, row]));
    const ids: string[] = [];
    for (const [position, { fromId, startsAt }] of series.meetings.entries()) {
      const row = former.get(fromId);
      if (!row) throw new Error(`meeting ${fromId} to repeat is not there`);
      const id = newId();
      await tx.getRepository(MeetingEntity).insert(this.again(row, { ...series, id, position, startsAt }));
      await copyDocuments(tx, { fromId, id, by: series.by, at: this.clock.now() });
      ids.push(id);
    }
    return ids;
  }

  /** How many documents each would bring along. */
  async documentsOf(tx: Tx, meetingIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ meeting_id: string; count: number }[]>(
      `SELECT meeting_id, count(*)::int AS count FROM meetings_document WHERE meeting_id = ANY($1) AND moment = 'before' AND removed_at IS NULL GROUP BY meeting_id`,
      [meetingIds],
    );
    return new Map(rows.map((row) => [row.meeting_id, row.count]));
  }

  /** The way to join is not copied: people of the former group know it. */
  private again(row: MeetingEntity, { id, spaceId, networkId, position, startsAt }: Omit<RepeatedSeries, 'meetings'> & { id: string; position: number; startsAt: Date | null }): MeetingEntity {
    const agenda: AgendaPart[] = row.agenda.map(withoutPeople);
    const again = Object.assign(new MeetingEntity(), row, {
      id, spaceId, networkId, position, startsAt, endsAt: null, agenda, speakers: [], animatorIds: [], replayUrl: '', cancelledAt: null, postponedAt: null, notice: '', version: 1,
      publishedAt: this.clock.now(), requestId: null,
    });
    settleSittings(again);
    return again;
  }
}

/** Documents read before the meeting. A file is never changed in the store: two meetings may show the same one. */
async function copyDocuments(tx: Tx, { fromId, id, by, at }: { fromId: string; id: string; by: string; at: Date }): Promise<void> {
  const rows = await tx.query<{ id: string }[]>(`SELECT id FROM meetings_document WHERE meeting_id = $1 AND moment = 'before' AND removed_at IS NULL ORDER BY created_at, id`, [fromId]);
  for (const document of rows) {
    await tx.query(
      `INSERT INTO meetings_document (id, meeting_id, moment, title, url, file_key, file_name, file_type, file_size, created_by, created_at)
       SELECT $2, $3, moment, title, url, file_key, file_name, file_type, file_size, $4, $5 FROM meetings_document WHERE id = $1`,
      [document.id, newId(), id, by, at],
    );
  }
}
