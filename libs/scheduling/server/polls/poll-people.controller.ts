import type { Actor } from '@cohorte/networks/contract';
import type { InputOf, Visitor } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import {
  answerPollByLink, changePollParticipant, closeOpenLink, deletePollAnswers, invitePollGuests, joinOpenPoll, listPollParticipants, proposePollSlotByLink, readOpenLink, readOpenPoll, readPollByLink,
  readPollLink, remindPoll, renewOpenLink, revokePollParticipant,
} from '../../contract';
import { PollAnswerService } from './poll-answer.service';
import { PollLinkService } from './poll-link.service';
import { PollOpenLinkService } from './poll-open-link.service';
import { PollPassersByService } from './poll-passers-by.service';
import { PollPeopleService } from './poll-people.service';
import { PollSlotService } from './poll-slots.service';

/** Polls over HTTP: the people they ask. */
@Controller()
export class PollPeopleController {
  constructor(private readonly people: PollPeopleService) {}

  @Implements(listPollParticipants)
  list(actor: Actor, input: InputOf<typeof listPollParticipants>) {
    return this.people.list(actor, input.pollId);
  }

  @Implements(invitePollGuests)
  invite(actor: Actor, input: InputOf<typeof invitePollGuests>) {
    return this.people.invite(actor, input);
  }

  @Implements(changePollParticipant)
  change(actor: Actor, input: InputOf<typeof changePollParticipant>) {
    return this.people.change(actor, input);
  }

  @Implements(revokePollParticipant)
  revoke(actor: Actor, input: InputOf<typeof revokePollParticipant>) {
    return this.people.revoke(actor, input);
  }

  @Implements(deletePollAnswers)
  deleteAnswers(actor: Actor, input: InputOf<typeof deletePollAnswers>) {
    return this.people.deleteAnswers(actor, input);
  }

  @Implements(readPollLink)
  link(actor: Actor, input: InputOf<typeof readPollLink>) {
    return this.people.link(actor, input);
  }

  @Implements(remindPoll)
  remind(actor: Actor, input: InputOf<typeof remindPoll>) {
    return this.people.remind(actor, input.pollId);
  }
}

/** Polls over HTTP: without an account, by a personal link. */
@Controller()
export class PollLinkController {
  constructor(
    private readonly links: PollLinkService,
    private readonly answers: PollAnswerService,
    private readonly slots: PollSlotService,
  ) {}

  @Implements(readPollByLink)
  read(_actor: Actor | Visitor, input: InputOf<typeof readPollByLink>) {
    return this.links.read(input);
  }

  @Implements(answerPollByLink)
  answer(_actor: Actor | Visitor, input: InputOf<typeof answerPollByLink>) {
    return this.answers.answerByLink(input);
  }

  @Implements(proposePollSlotByLink)
  propose(_actor: Actor | Visitor, input: InputOf<typeof proposePollSlotByLink>) {
    return this.slots.proposeByLink(input);
  }
}

/** Polls over HTTP: the link by which anybody may answer. */
@Controller()
export class PollOpenLinkController {
  constructor(
    private readonly openLinks: PollOpenLinkService,
    private readonly passersBy: PollPassersByService,
  ) {}

  @Implements(readOpenLink)
  read(actor: Actor, input: InputOf<typeof readOpenLink>) {
    return this.openLinks.read(actor, input.pollId);
  }

  @Implements(renewOpenLink)
  renew(actor: Actor, input: InputOf<typeof renewOpenLink>) {
    return this.openLinks.renew(actor, input.pollId);
  }

  @Implements(closeOpenLink)
  close(actor: Actor, input: InputOf<typeof closeOpenLink>) {
    return this.openLinks.close(actor, input.pollId);
  }

  @Implements(readOpenPoll)
  open(_actor: Actor | Visitor, input: InputOf<typeof readOpenPoll>) {
    return this.passersBy.read(input.token);
  }

  @Implements(joinOpenPoll)
  join(_actor: Actor | Visitor, input: InputOf<typeof joinOpenPoll>) {
    return this.passersBy.join(input);
  }
}
