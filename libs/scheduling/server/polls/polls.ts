import { AppError } from '@cohorte/platform/contract';
import { asSystem, Clock, newId, type Tx } from '@cohorte/platform/server';
import { Injectable } from '@nestjs/common';
import type { PollAnswer, PollState, WrittenSlot } from '../../contract';
import { PollAnswerService } from './poll-answer.service';
import { PollDecisionService } from './poll-decision.service';
import { PollDesk } from './poll-desk';
import { PollEntity } from './poll.entity';
import { type Asked, PollRegister } from './poll-register';
import { assertDeadline, placeSlots } from './poll-rules';

export interface OpenedPoll {
  /** Set for one page of a whole track: that page invites and reminds. */
  readonly trackPollId: string | null;
  readonly meetingId: string;
  readonly spaceId: string;
  readonly networkId: string;
  readonly title: string;
  readonly zone: string;
  readonly closesAt: Date;
  readonly slots: readonly WrittenSlot[];
  readonly people: readonly (Omit<Asked, 'required'> & { readonly required?: boolean })[];
  readonly quorum?: number | null;
  readonly createdBy: string | null;
}

/** The door of polls for what is built on them: every act runs in the caller's transaction, whose policy has said yes. */
@Injectable()
export class Polls {
  constructor(
    private readonly clock: Clock,
    private readonly desk: PollDesk,
    private readonly register: PollRegister,
    private readonly answers: PollAnswerService,
    private readonly decisions: PollDecisionService,
  ) {}

  /** Written and opened at once. */
  open(tx: Tx, given: OpenedPoll): Promise<string> {
    return asSystem(tx, 'scheduling', async () => {
      const now = this.clock.now();
      const slots = placeSlots(given.slots, given.zone, now);
      const people = given.people.map((asked) => ({ ...asked, required: asked.required ?? false }));
      const poll = await this.register.create(tx, { ...usual, ...given, quorum: given.quorum ?? null, requestId: newId(), slots, people, closesAt: assertDeadline(given.closesAt, slots, now) });
      await this.register.open(tx, poll, given.closesAt);
      return poll.id;
    });
  }

  /** As if the participant answered themselves: refused once the poll is closed. */
  answer(tx: Tx, on: { pollId: string; participantId: string }, given: { answers: readonly { slotId: string; answer: PollAnswer | null }[]; noneFits?: boolean }): Promise<void> {
    return this.answers.answerIn(tx, on.pollId, on.participantId, { answers: [...given.answers], ...(given.noneFits === undefined ? {} : { noneFits: given.noneFits }) });
  }

  decide(tx: Tx, { pollId, slotId }: { pollId: string; slotId: string }): Promise<void> {
    return this.alone(tx, pollId, (poll) => this.decisions.keep(tx, poll, { slotId, despiteRequired: true }));
  }

  /** Another deadline, whose slots the caller has looked at; what is closed opens again, and nobody is written to. */
  extend(tx: Tx, { pollId, closesAt }: { pollId: string; closesAt: Date }): Promise<void> {
    return this.alone(tx, pollId, (poll) => this.register.open(tx, poll, closesAt, null));
  }

  close(tx: Tx, pollId: string): Promise<void> {
    return this.end(tx, pollId, 'closed');
  }

  cancel(tx: Tx, pollId: string): Promise<void> {
    return this.end(tx, pollId, 'cancelled');
  }

  private end(tx: Tx, pollId: string, state: PollState): Promise<void> {
    return this.alone(tx, pollId, (poll) => {
      if (poll.state === 'decided') throw new AppError('conflict', 'scheduling.poll-decided');
      Object.assign(poll, { state, closedReason: state === 'closed' ? 'manual' : null, closedAt: this.clock.now() });
      return Promise.resolve();
    });
  }

  private alone(tx: Tx, pollId: string, work: (poll: PollEntity) => Promise<void>): Promise<void> {
    return asSystem(tx, 'scheduling', async () => {
      const poll = await this.desk.alone(tx, pollId);
      await work(poll);
      poll.version += 1;
      await tx.getRepository(PollEntity).save(poll);
      await this.register.announce(tx, pollId);
    });
  }
}

const usual = { note: '', thirdAnswer: true, visibility: 'all', namesHidden: false, counting: 'structures', proposals: 'none' } as const;
