import type { Actor } from '@cohorte/networks/contract';
import { AppError, type InputOf } from '@cohorte/platform/contract';
import { Clock, Database, Events, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type cancelTrackPoll, type changeTrackRules, type decideTrackDates, type extendTrackPoll, type openTrackPoll, reminderAt, trackPollStateAt } from '../../contract';
import { PollEntity } from '../polls/poll.entity';
import { assertDeadline, deadlineOf } from '../polls/poll-rules';
import { PollSlotEntity } from '../polls/poll-slot.entity';
import { Polls } from '../polls/polls';
import { trackPollOpened } from '../scheduling.events';
import { TrackDesk } from './track-desk';
import { TrackLayer } from './track-layer';
import { TrackPollEntity } from './track-poll.entity';

/** The database, the time and the outbox: what every act on a track poll stands on. */
@Injectable()
export class TrackTools {
  constructor(
    readonly database: Database,
    readonly clock: Clock,
    readonly events: Events,
    readonly desk: TrackDesk,
    readonly polls: Polls,
  ) {}
}

/** A track poll’s life: opened for several meetings at once, its rules changed, decided in one transaction, given up. */
@Injectable()
export class TrackPollService {
  constructor(
    private readonly tools: TrackTools,
    private readonly layer: TrackLayer,
  ) {}

  /** One row here, one poll a meeting, one letter for all of them. The same form sent twice is one track poll. */
  open(actor: Actor, input: InputOf<typeof openTrackPoll>): Promise<{ trackPollId: string }> {
    return this.tools.database.transaction(actor, async (tx) => {
      const cohort = await this.tools.desk.cohort(tx, actor, 'manage', input.cohortId);
      const made = await this.madeBefore(tx, input);
      if (made) return { trackPollId: made };
      const plan = await this.layer.plan(tx, cohort, input);
      const now = this.tools.clock.now();
      const track: TrackPollEntity = {
        ...untouched, id: newId(), spaceId: cohort.spaceId, networkId: cohort.networkId, requestId: input.requestId, zone: input.zone, schoolZone: input.schoolZone, places: [...input.places],
        rules: plan.pages.map((page) => page.rule), closesAt: plan.closesAt, openedAt: now, reminderAt: reminderAt(now, plan.closesAt), createdBy: actor.personId,
      };
      await tx.getRepository(TrackPollEntity).insert(track);
      await this.layer.lay(tx, track, plan);
      await this.tools.events.publish(tx, trackPollOpened, { trackPollId: track.id });
      return { trackPollId: track.id };
    });
  }

  changeRules(actor: Actor, { trackPollId, rules, version }: InputOf<typeof changeTrackRules>): Promise<void> {
    return this.act(actor, trackPollId, version, async (_tx, track) => {
      const meant = new Map(rules.map((rule) => [rule.meetingId, rule]));
      if (meant.size !== rules.length || rules.some((rule) => !track.rules.some((own) => own.meetingId === rule.meetingId))) throw new AppError('bad-input', 'scheduling.meeting-not-in-track');
      track.rules = track.rules.map((own) => meant.get(own.meetingId) ?? own);
      return Promise.resolve();
    });
  }

  /** Every meeting named gets its date, or none does; what is not named stays asked until it is decided or given up. */
  decide(actor: Actor, { trackPollId, version, kept }: InputOf<typeof decideTrackDates>): Promise<void> {
    return this.act(actor, trackPollId, version, async (tx, track) => {
      if (new Set(kept.map((one) => one.meetingId)).size !== kept.length) throw new AppError('bad-input', 'scheduling.meeting-twice');
      for (const { meetingId, slotId } of inTrackOrder(track, kept)) {
        const found = await tx.getRepository(PollEntity).findOneBy({ trackPollId, meetingId });
        if (!found) throw new AppError('bad-input', 'scheduling.meeting-not-in-track');
        if (found.state === 'decided') throw new AppError('conflict', 'scheduling.poll-decided');
        await this.tools.polls.decide(tx, { pollId: found.id, slotId });
      }
      const isMore = await tx.getRepository(PollEntity).existsBy({ trackPollId, state: In(['open', 'closed']) });
      if (!isMore) track.decidedAt = this.tools.clock.now();
    });
  }

  /** Every meeting still asked keeps at least one date after the deadline; answers stay, and nobody is written to. */
  extend(actor: Actor, { trackPollId, closesAt }: InputOf<typeof extendTrackPoll>): Promise<void> {
    return this.act(actor, trackPollId, null, async (tx, track) => {
      const now = this.tools.clock.now();
      const polls = inTrackOrder(track, await tx.getRepository(PollEntity).findBy({ trackPollId, state: In(['open', 'closed']) }));
      const slots = await tx.getRepository(PollSlotEntity).findBy({ pollId: In(polls.map((poll) => poll.id)), status: 'offered' });
      const deadline = deadlineOf(closesAt, track.zone, slots, now);
      for (const poll of polls) assertDeadline(deadline, slots.filter((slot) => slot.pollId === poll.id), now);
      for (const poll of polls) await this.tools.polls.extend(tx, { pollId: poll.id, closesAt: deadline });
      Object.assign(track, { closesAt: deadline, reminderAt: reminderAt(track.openedAt, deadline) });
    });
  }

  /** Gives up what is not decided; once some meetings have their date, the track poll counts as decided. */
  cancel(actor: Actor, { trackPollId }: InputOf<typeof cancelTrackPoll>): Promise<void> {
    return this.act(actor, trackPollId, null, async (tx, track) => {
      const now = this.tools.clock.now();
      const polls = await tx.getRepository(PollEntity).findBy({ trackPollId });
      for (const poll of inTrackOrder(track, polls)) if (poll.state === 'open' || poll.state === 'closed') await this.tools.polls.cancel(tx, poll.id);
      if (polls.some((poll) => poll.state === 'decided')) track.decidedAt = now;
      else track.cancelledAt = now;
    });
  }

  private async act(actor: Actor, trackPollId: string, version: number | null, work: (tx: Tx, track: TrackPollEntity) => Promise<void>): Promise<void> {
    await this.tools.database.transaction(actor, async (tx) => {
      const track = await this.tools.desk.locked(tx, actor, trackPollId);
      const state = trackPollStateAt(track, this.tools.clock.now());
      if (state === 'decided' || state === 'cancelled') throw new AppError('conflict', 'scheduling.track-poll-over');
      if (version !== null && track.version !== version) throw new AppError('conflict', 'scheduling.changed-meanwhile');
      await work(tx, track);
      track.version += 1;
      await tx.getRepository(TrackPollEntity).save(track);
    });
  }

  /** Of two forms sent at once, the second waits for the first. */
  private async madeBefore(tx: Tx, { requestId, cohortId }: InputOf<typeof openTrackPoll>): Promise<string | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`scheduling.track ${cohortId}`]);
    const made = await tx.getRepository(TrackPollEntity).findOneBy({ requestId });
    if (made && made.spaceId !== cohortId) throw new AppError('conflict', 'scheduling.request-used');
    if (made) return made.id;
    const running = await tx.query<unknown[]>('SELECT 1 FROM scheduling_track_poll WHERE space_id = $1 AND decided_at IS NULL AND cancelled_at IS NULL LIMIT 1', [cohortId]);
    if (running.length > 0) throw new AppError('conflict', 'scheduling.track-poll-running');
    return null;
  }
}

const untouched = { autoRemindedAt: null, handRemindedAt: null, completeToldAt: null, decidedAt: null, cancelledAt: null, version: 1 } as const;

/** Always in the order of the track, so that two decisions at once wait for each other instead of holding each other. */
const inTrackOrder = <K extends { meetingId: string }>(track: TrackPollEntity, kept: readonly K[]): K[] =>
  kept.toSorted((a, b) => placeOf(track, a.meetingId) - placeOf(track, b.meetingId));

const placeOf = (track: TrackPollEntity, meetingId: string): number => track.rules.findIndex((rule) => rule.meetingId === meetingId);
