import type { Actor } from '@cohorte/networks/contract';
import type { Acting, InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  answerTrack, answerTrackByLink, cancelTrackPoll, changeTrackRules, decideTrackDates, extendTrackPoll, listCombinations, openTrackPoll, readTrackDates, readTrackLink, readTrackSheet, readTrackSheetByLink,
  remindTrackPoll,
} from '../../contract';
import { TrackAnswerService } from './track-answer.service';
import { TrackPollQueries } from './track-poll.queries';
import { TrackPollService } from './track-poll.service';
import { TrackReminders } from './track-reminders';

/** Dates of a whole track over HTTP. */
@Controller()
export class TrackDatesController {
  constructor(
    private readonly service: TrackPollService,
    private readonly queries: TrackPollQueries,
    private readonly answers: TrackAnswerService,
    private readonly reminders: TrackReminders,
  ) {}

  @Implements(readTrackDates)
  read(actor: Actor, input: InputOf<typeof readTrackDates>) {
    return this.queries.read(actor, input.cohortId);
  }

  @Implements(openTrackPoll)
  open(actor: Actor, input: InputOf<typeof openTrackPoll>) {
    return this.service.open(actor, input);
  }

  @Implements(listCombinations)
  combinations(actor: Actor, input: InputOf<typeof listCombinations>) {
    return this.queries.combinations(actor, input.trackPollId);
  }

  @Implements(changeTrackRules)
  async rules(actor: Actor, input: InputOf<typeof changeTrackRules>) {
    await this.service.changeRules(actor, input);
    return this.queries.view(actor, input.trackPollId);
  }

  @Implements(extendTrackPoll)
  async extend(actor: Actor, input: InputOf<typeof extendTrackPoll>) {
    await this.service.extend(actor, input);
    return this.queries.view(actor, input.trackPollId);
  }

  @Implements(remindTrackPoll)
  remind(actor: Actor, input: InputOf<typeof remindTrackPoll>) {
    return this.reminders.remind(actor, input.trackPollId);
  }

  @Implements(decideTrackDates)
  async decide(actor: Actor, input: InputOf<typeof decideTrackDates>) {
    await this.service.decide(actor, input);
    return this.queries.view(actor, input.trackPollId);
  }

  @Implements(cancelTrackPoll)
  async cancel(actor: Actor, input: InputOf<typeof cancelTrackPoll>) {
    await this.service.cancel(actor, input);
    return this.queries.view(actor, input.trackPollId);
  }

  @Implements(readTrackLink)
  link(actor: Actor, input: InputOf<typeof readTrackLink>) {
    return this.queries.link(actor, input);
  }

  @Implements(readTrackSheet)
  sheet(actor: Actor, input: InputOf<typeof readTrackSheet>) {
    return this.answers.mine(actor, input.cohortId);
  }

  @Implements(answerTrack)
  async answer(actor: Actor, input: InputOf<typeof answerTrack>) {
    await this.answers.answer(actor, input);
    return {};
  }

  @Implements(readTrackSheetByLink)
  sheetByLink(_actor: Acting, input: InputOf<typeof readTrackSheetByLink>) {
    return this.answers.byLink(input.token);
  }

  @Implements(answerTrackByLink)
  async answerByLink(_actor: Acting, input: InputOf<typeof answerTrackByLink>) {
    await this.answers.answerByLink(input);
    return {};
  }
}
