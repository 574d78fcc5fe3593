import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { MeetingEntity } from '../meeting/meeting.entity';
import type { CalendarPart } from './calendar-file';

/** What calendars need to know of a meeting that has a date. */
export interface CalendarFacts {
  readonly meetingId: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly title: string;
  readonly objective: string;
  readonly agenda: readonly string[];
  readonly place: string;
  readonly zone: string;
  readonly parts: readonly CalendarPart[];
  readonly cancelled: boolean;
  /** Rises with each change that is told. */
  readonly version: number;
}

interface Told {
  readonly parts: readonly { startsAt: string; minutes: number }[];
  readonly zone: string;
}

function factsOf(row: MeetingEntity, parts: readonly CalendarPart[], zone: string): CalendarFacts {
  const { id: meetingId, spaceId, networkId, title, objective, version } = row;
  return { meetingId, spaceId, networkId, title, objective, version, agenda: [], place: '', zone, parts, cancelled: row.cancelledAt !== null };
}

/** Reads meetings as calendars show them, in the caller's transaction; those without a date are left out. */
@Injectable()
export class CalendarFactsReader {
  async of(tx: Tx, meetingIds: readonly string[]): Promise<CalendarFacts[]> {
    const rows = await tx.getRepository(MeetingEntity).findBy({ id: In([...meetingIds]) });
    return rows.flatMap((row) => (row.startsAt ? [factsOf(row, [{ startsAt: row.startsAt, minutes: row.minutes }], 'Europe/Paris')] : []));
  }

  /** Remembers the date that invitations carried: who takes it away must still be able to withdraw it from calendars. */
  async keepTold(tx: Tx, { meetingId, parts, zone }: CalendarFacts): Promise<void> {
    await asSystem(tx, 'meetings', () =>
      tx.query(
        `INSERT INTO meetings_calendar_told (meeting_id, parts, zone) VALUES ($1, $2, $3)
         ON CONFLICT (meeting_id) DO UPDATE SET parts = EXCLUDED.parts, zone = EXCLUDED.zone
           WHERE (meetings_calendar_told.parts, meetings_calendar_told.zone) IS DISTINCT FROM (EXCLUDED.parts, EXCLUDED.zone)`,
        [meetingId, JSON.stringify(parts), zone],
      ),
    );
  }

  /** A meeting whose date was taken away, with the last date that was told. */
  async lastTold(tx: Tx, meetingId: string): Promise<CalendarFacts | null> {
    const [row] = await tx.getRepository(MeetingEntity).findBy({ id: meetingId });
    const [told] = await asSystem(tx, 'meetings', () => tx.query<Told[]>('SELECT parts, zone FROM meetings_calendar_told WHERE meeting_id = $1', [meetingId]));
    if (!row || !told) return null;
    return factsOf(row, told.parts.map(({ startsAt, minutes }) => ({ startsAt: new Date(startsAt), minutes })), told.zone);
  }

  /** The link of the visio, for those whom it was decided to tell. */
  linkOf(_tx: Tx, _meetingId: string): Promise<string | null> {
    return Promise.resolve(null);
  }
}
