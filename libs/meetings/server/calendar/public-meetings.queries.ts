import type { PublicMeeting } from '../../contract';
import { visitor } from '@cohorte/platform/contract';
import { Spaces } from '@cohorte/networks/server';
import { asSystem, Clock, Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { MeetingReader, type ToldMeeting } from '../meeting/meeting.reader';

export interface PublicPlace {
  readonly networkId?: string;
  readonly spaceId?: string;
}

const most = 200;

/** What anybody may know of: dated meetings whose audience is everyone, read as a visitor, so that row-level security agrees. */
@Injectable()
export class PublicMeetingsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meetings: MeetingReader,
    private readonly spaces: Spaces,
  ) {}

  coming(place: PublicPlace): Promise<PublicMeeting[]> {
    return this.read(place, false, (tx, told) => this.shown(tx, told));
  }

  /** `cancelledToo`: calendars strike a cancelled one through until its day has passed. */
  read<T>(place: PublicPlace, cancelledToo: boolean, show: (tx: Tx, told: ToldMeeting[]) => Promise<T>): Promise<T> {
    return this.database.transaction(visitor, async (tx) => {
      const rows = await tx.query<{ id: string }[]>(
        `SELECT m.id FROM meetings_meeting m
          WHERE m.audience = 'public' AND m.published_at IS NOT NULL AND m.ends_at > $1 AND (m.cancelled_at IS NULL OR $2)
            AND ($3::uuid IS NULL OR m.network_id = $3) AND ($4::uuid IS NULL OR m.space_id = $4)
          ORDER BY m.starts_at, m.id LIMIT ${most}`,
        [this.clock.now(), cancelledToo, place.networkId ?? null, place.spaceId ?? null],
      );
      const known = await this.meetings.factsOf(tx, rows.map(({ id }) => id));
      return show(tx, rows.flatMap(({ id }) => known.get(id) ?? []));
    });
  }

  private async shown(tx: Tx, told: readonly ToldMeeting[]): Promise<PublicMeeting[]> {
    const names = await this.namesOf(tx, told.flatMap(({ networkId, spaceId }) => [networkId, spaceId]));
    return told.flatMap((meeting) => {
      const { id, title, objective, kind, format, startsAt, endsAt, zone, place, networkId, spaceId } = meeting;
      if (!startsAt || !endsAt) return [];
      return [{ id, title, objective, kind, format, startsAt, endsAt, zone, place: place?.name ?? '', networkId, networkName: names.get(networkId) ?? '', track: spaceId === networkId ? null : { id: spaceId, name: names.get(spaceId) ?? '' } }];
    });
  }

  /** The names of who invites are part of the invitation. */
  private namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    return asSystem(tx, 'meetings', () => this.spaces.namesOf(tx, ids));
  }
}
