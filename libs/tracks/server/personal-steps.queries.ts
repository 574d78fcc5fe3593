import { type ComingPlace, ComingPlaces } from '@cohorte/meetings/server';
import type { Actor } from '@cohorte/networks/contract';
import { dayAt, type PollCard } from '@cohorte/scheduling/contract';
import type { TrackCard } from '@cohorte/scheduling/server';
import { Database, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { canCohort, type CohortStructure, inOrder, nextStep, type PersonalStep, type TrackStep } from '../contract';
import type { CohortEntity } from './cohort.entity';
import { CohortQueries } from './cohort.queries';
import { CohortReader } from './cohort.reader';
import { DatesSought } from './dates-sought';
import { HomeworkService } from './homework.service';

/** «Mes prochaines étapes»: what a person is expected to do next, over all cohorts. */
@Injectable()
export class PersonalStepQueries {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortQueries,
    private readonly reader: CohortReader,
    private readonly homework: HomeworkService,
    private readonly dates: DatesSought,
    private readonly places: ComingPlaces,
  ) {}

  list(actor: Actor): Promise<PersonalStep[]> {
    return this.database.transaction(actor, async (tx) => {
      const steps: PersonalStep[] = [];
      for (const cohort of await this.cohorts.visible(tx, actor)) steps.push(...(await this.inCohort(tx, actor, cohort)));
      const shown = new Set(steps.map((step) => step.pollId));
      const elsewhere = (await this.dates.reader.awaiting(tx, actor.personId)).filter((poll) => !shown.has(poll.pollId));
      steps.push(...elsewhere.map((poll) => ({ ...nothing, cohortId: poll.spaceId, cohortName: poll.spaceName, kind: 'answer-poll' as const, title: poll.title, dueOn: dayAt(poll.closesAt, poll.zone), pollId: poll.pollId })));
      const onTracks = new Set(steps.flatMap((step) => (step.kind === 'meeting' ? (step.meetingId ?? []) : [])));
      steps.push(...(await this.places.of(tx, actor.personId)).flatMap((place) => (place.status === 'registered' && onTracks.has(place.meetingId) ? [] : [ofPlace(place)])));
      return inOrder(steps);
    });
  }

  private async inCohort(tx: Tx, actor: Actor, cohort: CohortEntity): Promise<PersonalStep[]> {
    const track = (await this.reader.stepsOf(tx, [cohort.id])).get(cohort.id) ?? [];
    const next = nextStep(track.map((step) => ({ ...step, state: step.meeting.state })));
    const structures = await this.reader.structuresOf(tx, actor, cohort.id);
    const mine = structures.find((structure) => structure.mine);
    const polls = await this.dates.polls.inSpace(tx, actor, cohort.id);
    const wanted = await this.dates.tracks.inSpace(tx, actor, { spaceId: cohort.id, networkId: cohort.networkId });
    const blank = { ...nothing, cohortId: cohort.id, cohortName: cohort.name };
    return [
      ...track.flatMap((step) => meetingAhead(blank, step)),
      ...polls.flatMap((poll) => ofPoll(blank, poll)),
      ...ofTrack(blank, wanted),
      ...(canCohort(actor, 'edit', cohort) ? ofAnimator(blank, isSought(next, polls, wanted) ? undefined : next, structures) : []),
      ...(mine ? await this.homeworkOf(tx, blank, { cohortId: cohort.id, track, next, structureId: mine.id }) : []),
      ...(mine?.draftId ? [{ ...blank, kind: 'draft' as const, title: mine.shortName ?? mine.name, draftId: mine.draftId, structureId: mine.id }] : []),
    ];
  }

  private async homeworkOf(tx: Tx, blank: Blank, place: { cohortId: string; track: TrackStep[]; next: TrackStep | undefined; structureId: string }): Promise<PersonalStep[]> {
    const items = await this.homework.list(tx, place.cohortId, place.track, place.structureId);
    return items
      .filter((item) => item.stepId === place.next?.id && item.doneAt === null)
      .map((item) => ({ ...blank, kind: 'homework', title: item.title, dueOn: item.dueOn, number: place.next?.number ?? null, structureId: place.structureId, homeworkId: item.id }));
  }
}

type Blank = Omit<PersonalStep, 'kind'>;
const nothing = { title: '', number: null, startsAt: null, dueOn: null, draftId: null, structureId: null, homeworkId: null, meetingId: null, pollId: null };

/** Its date is being looked for already, by a poll of its own or with those of the whole track. */
const isSought = (step: TrackStep | undefined, polls: readonly PollCard[], wanted: TrackCard | null): boolean =>
  wanted !== null || polls.some((poll) => poll.meetingId === step?.meeting.id && (poll.state === 'open' || poll.state === 'closed'));

/** To answer while there is time; to decide for those who run it, whether or not it is still open. */
function ofPoll(blank: Blank, poll: PollCard): PersonalStep[] {
  const step = { ...blank, title: poll.title, pollId: poll.id, dueOn: dayAt(poll.closesAt, poll.zone) };
  if (poll.awaitsMe) return [{ ...step, kind: 'answer-poll' }];
  if (!poll.canManage || (poll.state !== 'open' && poll.state !== 'closed')) return [];
  return [{ ...step, kind: 'follow-poll', number: poll.voices.answered, dueOn: poll.state === 'open' ? step.dueOn : null }];
}

/** A place held, offered, or awaiting a word: of meetings of the network too, which no cohort shows. */
function ofPlace({ meetingId, title, startsAt, zone, spaceId, spaceName, status, offerUntil }: ComingPlace): PersonalStep {
  const step = { ...nothing, cohortId: spaceId, cohortName: spaceName, title, meetingId, startsAt: startsAt?.toISOString() ?? null };
  if (status === 'offered') return { ...step, kind: 'accept-place', startsAt: null, dueOn: offerUntil && dayAt(offerUntil, zone) };
  return { ...step, kind: status === 'to-confirm' ? 'confirm-place' : 'place' };
}

/** The dates of several meetings at once: answered on one page, decided on another. */
function ofTrack(blank: Blank, wanted: TrackCard | null): PersonalStep[] {
  if (!wanted) return [];
  const until = dayAt(wanted.closesAt, wanted.zone);
  return [
    ...(wanted.awaitsMe ? [{ ...blank, kind: 'answer-track' as const, number: wanted.meetings, dueOn: until }] : []),
    ...(wanted.canManage ? [{ ...blank, kind: 'follow-track' as const, number: wanted.complete, dueOn: wanted.state === 'open' ? until : null }] : []),
  ];
}

function meetingAhead(blank: Blank, { number, meeting }: TrackStep): PersonalStep[] {
  return meeting.state === 'dated' ? [{ ...blank, kind: 'meeting', title: meeting.title, number, startsAt: meeting.startsAt, meetingId: meeting.id }] : [];
}

/** An animator finds a date for the next meeting, and a lead for structures that have none. */
function ofAnimator(blank: Blank, next: TrackStep | undefined, structures: readonly CohortStructure[]): PersonalStep[] {
  const undated = next && !next.meeting.startsAt;
  const alone = structures.filter((structure) => structure.leadName === null && !structure.leadInvited);
  return [
    ...(undated ? [{ ...blank, kind: 'choose-date' as const, title: next.meeting.title, number: next.number }] : []),
    ...(alone.length > 0 ? [{ ...blank, kind: 'invite-lead' as const, number: alone.length, structureId: alone[0]?.id ?? null, title: alone[0]?.name ?? '' }] : []),
  ];
}
