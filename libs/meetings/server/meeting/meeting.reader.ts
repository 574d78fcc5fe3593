import { asSystem, Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import {
  type AgendaPart, agendaTimes, type MeetingAudience, type MeetingFormat, type MeetingKind, type MeetingPhase, meetingPhaseAt, type MeetingPlace, type MeetingSpeaker, type MeetingState, meetingStateAt,
  type PartTimes, type Sitting,
} from '../../contract';
import { DateSearches } from './date-searches';
import { placeOf, sittingsOfRow } from './meeting-row';
import { MeetingEntity } from './meeting.entity';

/** A meeting as letters, calendars and polls need it. Its link is asked for apart (`linkFor`). */
export interface ToldMeeting {
  readonly id: string;
  readonly title: string;
  readonly objective: string;
  readonly kind: MeetingKind;
  readonly format: MeetingFormat;
  readonly audience: MeetingAudience;
  readonly spaceId: string;
  readonly networkId: string;
  readonly startsAt: string | null;
  /** End of the last sitting. */
  readonly endsAt: string | null;
  /** Of the first sitting. */
  readonly minutes: number;
  readonly zone: string;
  readonly sittings: readonly Sitting[];
  /** Null when it is online only, or not said yet. */
  readonly place: { readonly name: string; readonly address: string; readonly access: string } | null;
  readonly agenda: readonly (AgendaPart & PartTimes)[];
  readonly speakers: readonly MeetingSpeaker[];
  readonly animatorIds: readonly string[];
  readonly replayUrl: string | null;
  readonly dateByPoll: boolean;
  readonly published: boolean;
  readonly state: MeetingState;
  readonly phase: MeetingPhase;
  /** What the animators last told with a change of date. */
  readonly notice: string;
  readonly version: number;
  /** Its one address, before, during and after. */
  readonly path: string;
  /** What `canMeeting` asks. */
  readonly policy: MeetingPlace;
}

export interface MeetingLink {
  readonly url: string | null;
  readonly dialIn: string | null;
}

export const pathOfMeeting = (meetingId: string): string => `/rencontres/${meetingId}`;

/** The door by which other parts and domains read meetings, as the transaction's actor may see them. */
@Injectable()
export class MeetingReader {
  constructor(
    private readonly clock: Clock,
    /** Who looks for the dates of meetings, for a caller who knows that the reader plans them. */
    readonly searches: DateSearches,
  ) {}

  /** By id; those the transaction may not see are not in the map. */
  async factsOf(tx: Tx, meetingIds: readonly string[]): Promise<Map<string, ToldMeeting>> {
    if (meetingIds.length === 0) return new Map();
    const rows = await tx.getRepository(MeetingEntity).createQueryBuilder('m').where('m.id = ANY(:ids)', { ids: [...meetingIds] }).getMany();
    const now = this.clock.now();
    return new Map(rows.map((row) => [row.id, told(row, now)]));
  }

  /** Dated, not cancelled, shown to its readers, and beginning between two instants. */
  async startingBetween(tx: Tx, from: Date, to: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      'SELECT id FROM meetings_meeting WHERE starts_at > $1 AND starts_at <= $2 AND cancelled_at IS NULL AND published_at IS NOT NULL ORDER BY starts_at, id', [from, to]);
    return rows.map(({ id }) => id);
  }

  async find(tx: Tx, meetingId: string): Promise<ToldMeeting | null> {
    return (await this.factsOf(tx, [meetingId])).get(meetingId) ?? null;
  }

  /** How to join, for a caller who knows that the reader holds a place; an online meeting may have none yet. */
  linkFor(tx: Tx, meetingId: string): Promise<MeetingLink | null> {
    return asSystem(tx, 'meetings', () => this.linkSeen(tx, meetingId));
  }

  /** The same, as far as the transaction's own actor is let in. */
  async linkSeen(tx: Tx, meetingId: string): Promise<MeetingLink | null> {
    const [row] = await tx.query<{ visio_url: string; dial_in: string }[]>('SELECT visio_url, dial_in FROM meetings_access WHERE meeting_id = $1', [meetingId]);
    return row && (row.visio_url || row.dial_in) ? { url: row.visio_url || null, dialIn: row.dial_in || null } : null;
  }
}

function told(row: MeetingEntity, now: Date): ToldMeeting {
  const { id, title, objective, kind, format, audience, spaceId, networkId, minutes, zone, speakers, animatorIds, dateByPoll, notice, version } = row;
  const sittings = sittingsOfRow(row);
  const times = agendaTimes(row.agenda, sittings);
  const place = row.placeName || row.placeAddress ? { name: row.placeName, address: row.placeAddress, access: row.placeAccess } : null;
  return {
    id, title, objective, kind, format, audience, spaceId, networkId, minutes, zone, sittings, speakers, animatorIds, dateByPoll, notice, version,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
    place: format === 'video' ? null : place,
    agenda: row.agenda.map((part, at) => ({ ...part, ...(times[at] as PartTimes) })),
    replayUrl: row.replayUrl || null,
    published: row.publishedAt !== null,
    state: meetingStateAt(row, now),
    phase: meetingPhaseAt(row, now),
    path: pathOfMeeting(id),
    policy: placeOf(row),
  };
}
