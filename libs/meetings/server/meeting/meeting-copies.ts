import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { asSystem, Clock, Database, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type AgendaPart, canMeeting, type copyMeeting, type MeetingDetails, type MeetingPage, policyAgain, type SeatPolicy, weeksLater, withoutPeople } from '../../contract';
import { SeatsLedger } from '../registration/seats-ledger';
import { MeetingEditing } from './meeting-editing.service';
import { MeetingPageQueries } from './meeting-page.queries';
import { allowedMeeting, settleSittings } from './meeting-row';
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

/** Holds meetings again, later or elsewhere: what they are about, what is read before them and how places are given, nothing of the people who came. */
@Injectable()
export class MeetingCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly editing: MeetingEditing,
    private readonly page: MeetingPageQueries,
    private readonly ledger: SeatsLedger,
  ) {}

  /** The same meeting again, in private, weeks later at the same hour of its zone: nobody registered, nobody who speaks. */
  copy(actor: Actor, { meetingId, weeks, requestId }: InputOf<typeof copyMeeting>): Promise<{ meetingId: string }> {
    return this.database.transaction(actor, async (tx) => {
      const row = await allowedMeeting(tx, actor, 'edit', meetingId);
      if (!canMeeting(actor, 'create', row)) throw new AppError('forbidden', 'meetings.not-yours-to-plan');
      const page = await this.page.show(tx, actor, row);
      const startsAt = page.startsAt ? new Date(weeksLater(page.startsAt, weeks, row.zone)) : null;
      const details = { ...asDetails(page), replayUrl: '', speakers: [], animatorIds: [], agenda: row.agenda.map(withoutPeople) };
      const { spaceId, networkId, dateByPoll } = row;
      const made = await this.editing.createOnce(tx, { by: actor.personId, spaceId, networkId, details, startsAt, dateByPoll, publish: false, requestId });
      if (made.isNew) await this.repeatPlaces(tx, row, { id: made.id, spaceId, startsAt });
      return { meetingId: made.id };
    });
  }

  /** In the caller's transaction, whose actor may read the former ones and plan the new ones; the caller has checked who may. Answers the ids, in order. */
  async repeatIn(tx: Tx, series: RepeatedSeries): Promise<string[]> {
    const former = new Map((await tx.getRepository(MeetingEntity).findBy({ id: In(series.meetings.map(({ fromId }) => fromId)) })).map((row) => [row.id, row]));
    const ids: string[] = [];
    for (const [position, { fromId, startsAt }] of series.meetings.entries()) {
      const row = former.get(fromId);
      if (!row) throw new Error(`meeting ${fromId} to repeat is not there`);
      const id = newId();
      await tx.getRepository(MeetingEntity).insert(this.again(row, { ...series, id, position, startsAt }));
      await this.repeatPlaces(tx, row, { id, spaceId: series.spaceId, startsAt });
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

  /** How places are given comes along; those who had them do not. A meeting whose places nobody ever looked at has no rule of its own yet. */
  private async repeatPlaces(tx: Tx, former: MeetingEntity, again: { readonly id: string; readonly spaceId: string; readonly startsAt: Date | null }): Promise<void> {
    const [rule] = await asSystem(tx, 'meetings', () => tx.query<{ policy: SeatPolicy }[]>('SELECT policy FROM meetings_seats WHERE meeting_id = $1', [former.id]));
    if (!rule) return;
    await this.ledger.ruleBy(tx, again.id, policyAgain(rule.policy, {
      from: { spaceId: former.spaceId, startsAt: former.startsAt?.toISOString() ?? null }, to: { spaceId: again.spaceId, startsAt: again.startsAt?.toISOString() ?? null },
      zone: former.zone, now: this.clock.now().toISOString(),
    }));
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

function asDetails(page: MeetingPage): MeetingDetails {
  const { title, kind, format, audience, zone, objective, about, minutes, laterSittings, placeName, placeAddress, placeAccess, replayUrl, agenda, speakers, animatorIds } = page;
  return {
    title, kind, format, audience, zone, objective, about, minutes, laterSittings, placeName, placeAddress, placeAccess, replayUrl, agenda, speakers, animatorIds,
    visioUrl: page.visioUrl ?? '', dialIn: page.dialIn ?? '',
  };
}
