import { People } from '@cohorte/identity/server';
import { MeetingService } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf, type OutputOf } from '@cohorte/platform/contract';
import { asSystem, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canPoll, type CombinationsView, type readTrackDates, type readTrackLink, trackPollStateAt, type TrackMeetingCard, type TrackPollView } from '../../contract';
import { TrackLinks } from './track-link';
import { answeredBy, type TrackGrid, type TrackLine, TrackLines } from './track-lines';
import { polledAmong } from './track-layer';
import { TrackPeople, type TrackPlace } from './track-people';
import type { TrackPollEntity } from './track-poll.entity';
import { TrackTools } from './track-poll.service';
import { TrackStops } from './track-stops';
import { TrackWeighing } from './track-weighing';

/** The three readers a page of dates needs. */
@Injectable()
export class TrackSources {
  constructor(
    readonly meetings: MeetingService,
    readonly stops: TrackStops,
    readonly people: TrackPeople,
    readonly names: People,
  ) {}
}

/** What the screens of a track’s dates show. */
@Injectable()
export class TrackPollQueries {
  constructor(
    private readonly tools: TrackTools,
    private readonly sources: TrackSources,
    private readonly lines: TrackLines,
    private readonly weighing: TrackWeighing,
    private readonly links: TrackLinks,
  ) {}

  read(actor: Actor, cohortId: string): Promise<OutputOf<typeof readTrackDates>> {
    return this.tools.database.transaction(actor, async (tx) => {
      const cohort = await this.tools.desk.cohort(tx, actor, 'read', cohortId);
      const place = { ...cohort, isParticipant: false, isDraft: false };
      const sees = canPoll(actor, 'see-everything', place);
      const track = await this.tools.desk.currentOf(tx, cohortId);
      const grid = track ? await this.lines.grid(tx, track) : null;
      return {
        cohortId, cohortName: cohort.name,
        canManage: canPoll(actor, 'manage', place),
        meetings: await this.meetingsOf(tx, cohort),
        people: sees ? await this.sources.people.of(tx, cohort) : [],
        structures: sees ? await this.sources.people.structuresOf(tx, cohortId) : [],
        current: sees && track && grid ? await this.show(tx, track, grid) : null,
        isAsked: grid?.lines.some((line) => line.personId === actor.personId) ?? false,
      };
    });
  }

  /** The track poll after a change, as those who run it see it. */
  view(actor: Actor, trackPollId: string): Promise<TrackPollView> {
    return this.tools.database.transaction(actor, async (tx) => {
      const track = await this.tools.desk.allowed(tx, actor, 'see-everything', trackPollId);
      return this.show(tx, track, await this.lines.grid(tx, track));
    });
  }

  combinations(actor: Actor, trackPollId: string): Promise<CombinationsView> {
    return this.tools.database.transaction(actor, async (tx) => this.weighing.combinations(tx, await this.tools.desk.allowed(tx, actor, 'see-everything', trackPollId)));
  }

  link(actor: Actor, { trackPollId, participantId }: InputOf<typeof readTrackLink>): Promise<{ link: string }> {
    return this.tools.database.transaction(actor, async (tx) => {
      const grid = await this.lines.grid(tx, await this.tools.desk.allowed(tx, actor, 'manage', trackPollId));
      const line = grid.lines.find((one) => one.id === participantId);
      const first = line && [...line.byPoll.values()].find((row) => row.id === line.id);
      if (!first) throw new AppError('not-found', 'scheduling.participant-unknown');
      return { link: this.links.linkOf(first) };
    });
  }

  private async meetingsOf(tx: Tx, { spaceId }: TrackPlace): Promise<TrackMeetingCard[]> {
    const numbered = await this.sources.stops.numbered(tx, spaceId, await this.sources.meetings.inSpaces(tx, [spaceId]));
    const polled = await polledAmong(tx, numbered.map(({ meeting }) => meeting.id));
    return numbered
      .filter(({ meeting }) => meeting.state !== 'cancelled')
      .map(({ meeting: { id, title, minutes, startsAt }, number }) => ({ id, number, title, minutes, startsAt, isPolled: polled.has(id), canSeek: startsAt === null && !polled.has(id) }));
  }

  private show(tx: Tx, track: TrackPollEntity, grid: TrackGrid): Promise<TrackPollView> {
    return asSystem(tx, 'scheduling', async () => {
      const structures = new Map((await this.sources.people.structuresOf(tx, track.spaceId)).map(({ id, name }) => [id, name]));
      const names = await this.sources.names.namesOf(tx, grid.lines.flatMap((line) => line.personId ?? []));
      const { id, zone, schoolZone, places, rules, version } = track;
      return {
        id, zone, schoolZone, places, rules, version,
        state: trackPollStateAt(track, this.tools.clock.now()),
        closesAt: track.closesAt.toISOString(),
        openedAt: track.openedAt.toISOString(),
        slotCounts: Object.fromEntries(grid.pages.map(({ poll, slots }) => [poll.meetingId, slots.length])),
        structures: structuresAnswered(grid),
        participants: grid.lines
          .map((line) => participantOf(line, grid, { name: names.get(line.personId ?? '') ?? line.name, structureName: structures.get(line.structureId ?? '') ?? null }))
          .sort((a, b) => a.answeredMeetings - b.answeredMeetings || (a.structureName ?? '\uffff').localeCompare(b.structureName ?? '\uffff', 'fr') || a.name.localeCompare(b.name, 'fr')),
        handRemindedAt: said(track.handRemindedAt),
        autoRemindedAt: said(track.autoRemindedAt),
        reminderAt: said(track.reminderAt),
        decided: decidedIn(grid),
      };
    });
  }
}

const said = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const participantOf = (line: TrackLine, { pages }: TrackGrid, who: { name: string; structureName: string | null }): TrackPollView['participants'][number] => ({
  id: line.id, ...who, answeredMeetings: answeredBy(line, pages), reminders: Math.max(...[...line.byPoll.values()].map((row) => row.reminders)),
});

/** A structure has answered once one of its people has answered every meeting. */
function structuresAnswered({ lines, pages }: TrackGrid): TrackPollView['structures'] {
  const asked = new Set(lines.flatMap((line) => line.structureId ?? []));
  const answered = new Set(lines.filter((line) => answeredBy(line, pages) === pages.length).flatMap((line) => line.structureId ?? []));
  return { answered: answered.size, total: asked.size };
}

const decidedIn = ({ pages }: TrackGrid): TrackPollView['decided'] =>
  pages.flatMap(({ poll, slots }) => {
    const kept = poll.state === 'decided' ? slots.find((slot) => slot.id === poll.decidedSlotId) : undefined;
    return kept ? [{ meetingId: poll.meetingId, startsAt: kept.startsAt.toISOString(), minutes: kept.minutes }] : [];
  });
