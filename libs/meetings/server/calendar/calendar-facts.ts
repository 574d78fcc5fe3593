import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { MeetingReader, type ToldMeeting } from '../meeting/meeting.reader';
import type { CalendarPart } from './calendar-file';

/** What calendars need to know of a meeting that has a date. */
export interface CalendarFacts {
  readonly meetingId: string;
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

/** One person's place, which gives their event its name and its number. */
export interface CalendarRegistration {
  /** The account it was asked with, whose events are all named after it; else its own. */
  readonly key: string;
  readonly changes: number;
}

interface Told {
  readonly parts: readonly { startsAt: string; minutes: number }[];
  readonly zone: string;
}

const registrationSql = 'SELECT coalesce(calendar_key, id) AS key, changes FROM meetings_registration';

const partsOf = (parts: readonly { startsAt: string; minutes: number }[]): CalendarPart[] => parts.map(({ startsAt, minutes }) => ({ startsAt: new Date(startsAt), minutes }));

function factsOf(meeting: ToldMeeting, parts: readonly CalendarPart[], zone: string): CalendarFacts {
  const { id: meetingId, title, objective, version, place, state } = meeting;
  const agenda = meeting.agenda.map(({ title: part }) => part).filter(Boolean);
  const where = place ? [place.name, place.address.replaceAll(/\s*\n\s*/g, ', ')].filter(Boolean).join(', ') : '';
  return { meetingId, title, objective, version, agenda, place: where, zone, parts, cancelled: state === 'cancelled' };
}

/** Reads meetings as calendars show them, in the caller's transaction; those without a date are left out. */
@Injectable()
export class CalendarFactsReader {
  constructor(private readonly meetings: MeetingReader) {}

  async of(tx: Tx, meetingIds: readonly string[]): Promise<CalendarFacts[]> {
    const known = await this.meetings.factsOf(tx, meetingIds);
    return [...known.values()].flatMap((meeting) => (meeting.sittings.length > 0 ? [factsOf(meeting, partsOf(meeting.sittings), meeting.zone)] : []));
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
    const meeting = await this.meetings.find(tx, meetingId);
    const [told] = await asSystem(tx, 'meetings', () => tx.query<Told[]>('SELECT parts, zone FROM meetings_calendar_told WHERE meeting_id = $1', [meetingId]));
    return meeting && told ? factsOf(meeting, partsOf(told.parts), told.zone) : null;
  }

  /** How to join, for those whom it was decided to tell. */
  async linkFor(tx: Tx, meetingId: string): Promise<string | null> {
    return (await this.meetings.linkFor(tx, meetingId))?.url ?? null;
  }

  /** The same, as far as row-level security lets the transaction's own actor in. */
  async linkSeen(tx: Tx, meetingId: string): Promise<string | null> {
    return (await this.meetings.linkSeen(tx, meetingId))?.url ?? null;
  }

  async registrationOf(tx: Tx, meetingId: string, personId: string): Promise<CalendarRegistration | null> {
    const [row] = await tx.query<CalendarRegistration[]>(`${registrationSql} WHERE meeting_id = $1 AND person_id = $2`, [meetingId, personId]);
    return row ?? null;
  }

  async registration(tx: Tx, registrationId: string): Promise<CalendarRegistration | null> {
    const [row] = await asSystem(tx, 'meetings', () => tx.query<CalendarRegistration[]>(`${registrationSql} WHERE id = $1`, [registrationId]));
    return row ?? null;
  }
}
