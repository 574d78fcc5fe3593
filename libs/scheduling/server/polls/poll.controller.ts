import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  addPollSlots, answerPoll, cancelPoll, changePoll, closePoll, createPoll, decidePoll, duplicatePoll, exportPoll, extendPoll, listPolls, openPoll, openReplacement, preparePoll, proposePollSlot, readPoll,
  readReplacement, removePollSlot, reviewPollSlot,
} from '../../contract';
import { PollAnswerService } from './poll-answer.service';
import { PollCards } from './poll-cards';
import { PollCopyService } from './poll-copy.service';
import { PollDecisionService } from './poll-decision.service';
import { PollFrame } from './poll-frame';
import { PollQueries } from './poll.queries';
import { PollReplacementService } from './poll-replacement.service';
import { PollService } from './poll.service';
import { PollSlotService } from './poll-slots.service';

/** Polls over HTTP: what becomes of them. */
@Controller()
export class PollController {
  constructor(
    private readonly polls: PollService,
    private readonly decisions: PollDecisionService,
    private readonly copies: PollCopyService,
    private readonly cards: PollCards,
    private readonly frames: PollFrame,
  ) {}

  @Implements(preparePoll)
  prepare(actor: Actor, input: InputOf<typeof preparePoll>) {
    return this.frames.of(actor, input.meetingId);
  }

  @Implements(createPoll)
  create(actor: Actor, input: InputOf<typeof createPoll>) {
    return this.polls.create(actor, input);
  }

  @Implements(listPolls)
  list(actor: Actor, input: InputOf<typeof listPolls>) {
    return this.cards.list(actor, input.spaceId);
  }

  @Implements(changePoll)
  change(actor: Actor, input: InputOf<typeof changePoll>) {
    return this.polls.change(actor, input);
  }

  @Implements(openPoll)
  open(actor: Actor, input: InputOf<typeof openPoll>) {
    return this.polls.open(actor, input.pollId);
  }

  @Implements(closePoll)
  close(actor: Actor, input: InputOf<typeof closePoll>) {
    return this.polls.close(actor, input.pollId);
  }

  @Implements(cancelPoll)
  cancel(actor: Actor, input: InputOf<typeof cancelPoll>) {
    return this.polls.cancel(actor, input.pollId);
  }

  @Implements(extendPoll)
  extend(actor: Actor, input: InputOf<typeof extendPoll>) {
    return this.polls.extend(actor, input);
  }

  @Implements(decidePoll)
  decide(actor: Actor, input: InputOf<typeof decidePoll>) {
    return this.decisions.decide(actor, input);
  }

  @Implements(duplicatePoll)
  duplicate(actor: Actor, input: InputOf<typeof duplicatePoll>) {
    return this.copies.duplicate(actor, input);
  }

  @Implements(exportPoll)
  export(actor: Actor, input: InputOf<typeof exportPoll>) {
    return this.copies.export(actor, input.pollId);
  }
}

/** Polls over HTTP: the grid, its slots and one's own line. */
@Controller()
export class PollGridController {
  constructor(
    private readonly queries: PollQueries,
    private readonly answers: PollAnswerService,
    private readonly slots: PollSlotService,
  ) {}

  @Implements(readPoll)
  read(actor: Actor, input: InputOf<typeof readPoll>) {
    return this.queries.read(actor, input.pollId);
  }

  @Implements(answerPoll)
  answer(actor: Actor, input: InputOf<typeof answerPoll>) {
    return this.answers.answer(actor, input);
  }

  @Implements(addPollSlots)
  add(actor: Actor, input: InputOf<typeof addPollSlots>) {
    return this.slots.add(actor, input);
  }

  @Implements(removePollSlot)
  remove(actor: Actor, input: InputOf<typeof removePollSlot>) {
    return this.slots.remove(actor, input);
  }

  @Implements(reviewPollSlot)
  review(actor: Actor, input: InputOf<typeof reviewPollSlot>) {
    return this.slots.review(actor, input);
  }

  @Implements(proposePollSlot)
  propose(actor: Actor, input: InputOf<typeof proposePollSlot>) {
    return this.slots.propose(actor, input);
  }
}

/** Polls over HTTP: after a meeting is postponed. */
@Controller()
export class PollReplacementController {
  constructor(private readonly replacements: PollReplacementService) {}

  @Implements(readReplacement)
  read(actor: Actor, input: InputOf<typeof readReplacement>) {
    return this.replacements.read(actor, input.meetingId);
  }

  @Implements(openReplacement)
  open(actor: Actor, input: InputOf<typeof openReplacement>) {
    return this.replacements.open(actor, input);
  }
}
