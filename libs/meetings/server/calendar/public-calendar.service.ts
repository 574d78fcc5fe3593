import { Spaces } from '@cohorte/networks/server';
import { AppError, type OutputOf, systemActor } from '@cohorte/platform/contract';
import { Clock, Config, Database } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { listPublicMeetings } from '../../contract';
import { CalendarFactsReader } from './calendar-facts';
import { calendarFile } from './calendar-file';
import { MeetingCalendar } from './meeting-calendar';
import { atomFeed, type FeedHead, jsonFeed } from './public-feed';
import { type PublicPlace, PublicMeetingsQueries } from './public-meetings.queries';

/** Names of the places whose public calendar may be told: those that have, or had, a public meeting. */
@Injectable()
export class PublicPlaceNames {
  constructor(
    private readonly database: Database,
    private readonly spaces: Spaces,
  ) {}

  /** Null for a place that never showed anything to the public. */
  of({ networkId, spaceId }: PublicPlace): Promise<string | null> {
    const id = spaceId ?? networkId;
    if (!id) return Promise.resolve('Cohorte');
    return this.database.transaction(systemActor('meetings'), async (tx) => {
      const shown = await tx.query<unknown[]>(`SELECT 1 FROM meetings_meeting WHERE audience = 'public' AND published_at IS NOT NULL AND (space_id = $1 OR network_id = $1) LIMIT 1`, [id]);
      return shown.length > 0 ? ((await this.spaces.find(tx, id))?.name ?? null) : null;
    });
  }
}

/** Feeds anybody may follow: of everything public, of one network, of one track. */
@Injectable()
export class PublicCalendarService {
  constructor(
    private readonly queries: PublicMeetingsQueries,
    private readonly facts: CalendarFactsReader,
    private readonly calendar: MeetingCalendar,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly places: PublicPlaceNames,
  ) {}

  async list(networkId?: string): Promise<OutputOf<typeof listPublicMeetings>> {
    const all = await this.queries.coming({});
    const networks = [...new Map(all.map((meeting) => [meeting.networkId, meeting.networkName]))].map(([id, name]) => ({ id, name }));
    const tracks = [...new Map(all.flatMap(({ track }) => (track ? [[track.id, track] as const] : []))).values()];
    const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'fr');
    return { meetings: networkId ? all.filter((meeting) => meeting.networkId === networkId) : all, networks: networks.toSorted(byName), tracks: tracks.toSorted(byName) };
  }

  /** The calendar of a network or of a track: its public meetings, cancelled ones struck through until their day. */
  async file(place: PublicPlace): Promise<string> {
    const name = await this.places.of(place);
    return this.queries.read(place, true, async (tx, told) => {
      // No public meeting, now or coming: a network or a track that nobody but its people should know of is told apart from nothing.
      if (told.length === 0 && name === null) throw new AppError('not-found', 'meetings.feed-unknown');
      const facts = await this.facts.of(tx, told.map(({ id }) => id));
      const changedAt = this.clock.now();
      return calendarFile(facts.map((one) => this.calendar.event(one, { link: null, changedAt })), { method: 'PUBLISH', organizer: this.calendar.organizer(), name: name ?? 'Cohorte' });
    });
  }

  /** Coming public meetings for readers of feeds; `self` is the address they were asked at. */
  async atom(place: PublicPlace, self: string): Promise<string> {
    return atomFeed(await this.queries.coming(place), await this.head(place, self));
  }

  async json(place: PublicPlace, self: string): Promise<string> {
    return jsonFeed(await this.queries.coming(place), await this.head(place, self));
  }

  /** A network keeps its feed between two seasons; a track nobody was ever shown has none. */
  private async head(place: PublicPlace, self: string): Promise<FeedHead> {
    const { publicUrl } = this.config.value;
    const name = await this.places.of(place);
    if (name === null && place.spaceId) throw new AppError('not-found', 'meetings.feed-unknown');
    const which = place.spaceId ? `?parcours=${place.spaceId}` : place.networkId ? `?reseau=${place.networkId}` : '';
    const title = place.spaceId || place.networkId ? `Rencontres à venir : ${name ?? 'Cohorte'}` : 'Rencontres à venir';
    return { title, publicUrl, home: `${publicUrl}/rencontres${which}`, self: `${publicUrl}/api/${self}` };
  }
}
