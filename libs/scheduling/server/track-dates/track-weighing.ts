import type { Meeting } from '@cohorte/meetings/contract';
import { MeetingService } from '@cohorte/meetings/server';
import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import {
  answerAt, type Answers, type Assembly, bestCombinations, type Combination, type CombinationsView, dayAt, plainRule, reasonsOf, presenceShare, type SoughtMeeting, tallySlots, type TrackPerson,
  type Voter, whyImpossible,
} from '../../contract';
import { type TrackGrid, type TrackLine, TrackLines, type TrackPage } from './track-lines';
import { TrackPeople } from './track-people';
import type { TrackPollEntity } from './track-poll.entity';
import { TrackStops } from './track-stops';

/** Weighs the answers of a track poll: the pure rules are in the contract, here they are given what the database knows. */
@Injectable()
export class TrackWeighing {
  constructor(
    private readonly clock: Clock,
    private readonly lines: TrackLines,
    private readonly people: TrackPeople,
    private readonly meetings: MeetingService,
    private readonly stops: TrackStops,
  ) {}

  async combinations(tx: Tx, track: TrackPollEntity): Promise<CombinationsView> {
    const grid = await this.lines.grid(tx, track);
    const people = await this.people.of(tx, track);
    const assembly = await this.assemblyOf(tx, track, grid, people);
    const meetings = await this.soughtOf(tx, track, grid, assembly);
    const found = meetings.some((meeting) => meeting.kind === 'sought') ? bestCombinations(meetings) : [];
    return {
      units: assembly.structures.length > 0 ? [...assembly.structures] : assembly.voters.map(({ id, name }) => ({ id, name })),
      combinations: found.map((combination) => viewOf(meetings, combination, grid.pages)),
      impossible: found.length > 0 ? null : whyImpossible(meetings),
      version: track.version,
    };
  }

  /** The structures of those asked: one that nobody was asked for cannot be lost. */
  private async assemblyOf(tx: Tx, track: TrackPollEntity, { lines }: TrackGrid, people: readonly TrackPerson[]): Promise<Assembly> {
    const asked = new Set(lines.map((line) => line.structureId));
    const structures = (await this.people.structuresOf(tx, track.spaceId)).filter(({ id }) => asked.has(id));
    const byId = new Map(people.map((person) => [person.personId, person]));
    return { structures, voters: lines.map((line) => voterOf(line, byId)), calendar: { schoolZone: track.schoolZone, places: track.places } };
  }

  /** Every meeting that counts, in its place: those dated hold the others, those cancelled are skipped. */
  private async soughtOf(tx: Tx, track: TrackPollEntity, { pages, lines }: TrackGrid, assembly: Assembly): Promise<SoughtMeeting[]> {
    const numbered = await this.stops.numbered(tx, track.spaceId, await this.meetings.inSpaces(tx, [track.spaceId]));
    let isAlone = false;
    return numbered.flatMap(({ meeting }): SoughtMeeting[] => {
      const page = pages.find(({ poll }) => poll.meetingId === meeting.id && poll.state !== 'decided');
      const found = page ? [this.soughtOn(track, { page, isAlone }, lines, assembly)] : datedOf(meeting, track.zone);
      // Behind a meeting that has no date and is not asked for, nobody knows how long the wait will be.
      isAlone = found.length === 0 && meeting.state !== 'cancelled';
      return found;
    });
  }

  private soughtOn(track: TrackPollEntity, { page, isAlone }: { page: TrackPage; isAlone: boolean }, lines: readonly TrackLine[], assembly: Assembly): SoughtMeeting {
    const { meetingId } = page.poll;
    const own = track.rules.find((one) => one.meetingId === meetingId) ?? plainRule(meetingId);
    const rule = isAlone ? { ...own, maxWeeks: null } : own;
    const slots = page.slots.filter((slot) => slot.startsAt > this.clock.now()).map((slot) => ({ id: slot.id, startsAt: slot.startsAt.toISOString(), day: dayAt(slot.startsAt, track.zone) }));
    return { kind: 'sought', id: meetingId, rule, isAlone, tallies: tallySlots(assembly, rule, slots, answersOn(page, lines)) };
  }
}

const datedOf = (meeting: Meeting, zone: string): SoughtMeeting[] =>
  meeting.startsAt && meeting.state !== 'cancelled' ? [{ kind: 'dated', id: meeting.id, day: dayAt(meeting.startsAt, zone) }] : [];

const voterOf = (line: TrackLine, people: ReadonlyMap<string, TrackPerson>): Voter => ({
  id: line.id, name: people.get(line.personId ?? '')?.name ?? line.name, personId: line.personId, structureId: line.structureId, roles: people.get(line.personId ?? '')?.roles ?? [],
});

/** Only those who have said something stand in the map: silence is told apart from a refusal. */
function answersOn({ poll, slots }: TrackPage, lines: readonly TrackLine[]): Answers {
  return new Map(
    lines.flatMap((line) => {
      const row = line.byPoll.get(poll.id);
      const said = row ? slots.flatMap((slot) => {
        const answer = answerAt(row.answers, slot.place);
        return answer ? [[slot.id, answer] as const] : [];
      }) : [];
      return said.length > 0 ? [[line.id, new Map(said)] as const] : [];
    }),
  );
}

function viewOf(meetings: readonly SoughtMeeting[], combination: Combination, pages: readonly TrackPage[]): CombinationsView['combinations'][number] {
  const slots = new Map(pages.flatMap((page) => page.slots.map((slot) => [slot.id, slot])));
  return {
    share: presenceShare(combination.chosen.map(({ tally }) => tally)),
    dates: combination.chosen.map(({ meetingId, tally }) => ({
      meetingId, slotId: tally.slot.id, startsAt: tally.slot.startsAt, minutes: slots.get(tally.slot.id)?.minutes ?? 0, sure: [...tally.sure], ifNeedBe: [...tally.ifNeedBe], lost: [...tally.lost],
    })),
    reasons: reasonsOf(meetings, combination),
  };
}
