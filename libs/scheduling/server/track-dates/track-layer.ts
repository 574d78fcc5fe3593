import type { Meeting } from '@cohorte/meetings/contract';
import { MeetingService } from '@cohorte/meetings/server';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Clock, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { MeetingRule, openTrackPoll, WrittenSlot } from '../../contract';
import type { Asked } from '../polls/poll-register';
import { assertDeadline, deadlineOf, type PlacedSlot, placeSlots } from '../polls/poll-rules';
import { Polls } from '../polls/polls';
import type { FoundCohort } from './track-desk';
import { askedAmong, TrackPeople } from './track-people';
import type { TrackPollEntity } from './track-poll.entity';
import { TrackStops } from './track-stops';

/** What will be asked of whom, checked and in the order of the track. */
export interface TrackPlan {
  readonly pages: readonly { readonly meeting: Meeting; readonly number: number; readonly rule: MeetingRule; readonly written: readonly WrittenSlot[]; readonly slots: readonly PlacedSlot[] }[];
  readonly people: readonly Asked[];
  readonly closesAt: Date;
}

type Written = InputOf<typeof openTrackPoll>;

/** Plans the polls of a track and lays them, one a meeting. */
@Injectable()
export class TrackLayer {
  constructor(
    private readonly clock: Clock,
    private readonly meetings: MeetingService,
    private readonly stops: TrackStops,
    private readonly people: TrackPeople,
    private readonly polls: Polls,
  ) {}

  async plan(tx: Tx, cohort: FoundCohort, input: Written): Promise<TrackPlan> {
    const numbered = await this.stops.numbered(tx, cohort.spaceId, await this.meetings.inSpaces(tx, [cohort.spaceId]));
    if (new Set(input.meetings.map(({ rule }) => rule.meetingId)).size !== input.meetings.length) throw new AppError('bad-input', 'scheduling.meeting-twice');
    const pages = numbered.flatMap(({ meeting, number }) => {
      const asked = input.meetings.find(({ rule }) => rule.meetingId === meeting.id);
      return asked ? [{ meeting, number, rule: asked.rule, ...this.slotsOf(asked, input.zone) }] : [];
    });
    if (pages.length !== input.meetings.length) throw new AppError('bad-input', 'scheduling.meeting-not-in-track');
    await this.assertSought(tx, pages.map(({ meeting }) => meeting));
    return { pages, people: await this.askedBy(tx, cohort, input), closesAt: this.deadlineOf(input, pages) };
  }

  async lay(tx: Tx, track: TrackPollEntity, { pages, people, closesAt }: TrackPlan): Promise<void> {
    const { spaceId, networkId, zone, createdBy } = track;
    for (const { meeting, written } of pages) {
      await this.polls.open(tx, { trackPollId: track.id, title: meeting.title, meetingId: meeting.id, spaceId, networkId, zone, createdBy, closesAt, slots: written, people });
    }
  }

  private slotsOf({ slots, minutes }: Written['meetings'][number], zone: string): { written: WrittenSlot[]; slots: PlacedSlot[] } {
    const written = slots.map((at) => ({ at, minutes }));
    return { written, slots: placeSlots(written, zone, this.clock.now()) };
  }

  /** Every meeting keeps at least one date after the deadline, else its answers would come too late. */
  private deadlineOf({ closesAt, zone }: Written, pages: TrackPlan['pages']): Date {
    const now = this.clock.now();
    const deadline = deadlineOf(closesAt, zone, pages.flatMap((page) => page.slots), now);
    for (const page of pages) assertDeadline(deadline, page.slots, now);
    return deadline;
  }

  private async assertSought(tx: Tx, meetings: readonly Meeting[]): Promise<void> {
    if (meetings.some((meeting) => meeting.startsAt || meeting.state === 'cancelled')) throw new AppError('conflict', 'scheduling.meeting-has-date');
    if ((await polledAmong(tx, meetings.map((meeting) => meeting.id))).size > 0) throw new AppError('conflict', 'scheduling.meeting-polled');
  }

  private async askedBy(tx: Tx, cohort: FoundCohort, { audience, guests, meetings }: Written): Promise<Asked[]> {
    const structures = new Set((await this.people.structuresOf(tx, cohort.spaceId)).map(({ id }) => id));
    if (guests.some((guest) => guest.structureId && !structures.has(guest.structureId))) throw new AppError('bad-input', 'scheduling.structure-not-here');
    const brought = askedAmong(await this.people.of(tx, cohort), audience, meetings.flatMap(({ rule }) => rule.required));
    const asked = [...brought, ...guests.map(({ name, email, structureId }): Asked => ({ personId: null, name, email, structureId, required: false }))];
    if (asked.length === 0) throw new AppError('bad-input', 'scheduling.nobody-asked');
    return asked;
  }
}

/** Meetings whose date a poll is already looking for. */
export async function polledAmong(tx: Tx, meetingIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ meeting_id: string }[]>(`SELECT DISTINCT meeting_id FROM scheduling_poll WHERE meeting_id = ANY ($1) AND state IN ('open', 'closed')`, [meetingIds]);
  return new Set(rows.map((row) => row.meeting_id));
}
