import { PollAgenda } from './poll-agenda';
import { PollAnswerService } from './poll-answer.service';
import { PollAudienceReader } from './poll-audience';
import { PollCards } from './poll-cards';
import { PollClaims } from './poll-claims';
import { PollClosing } from './poll-closing';
import { PollController, PollGridController, PollReplacementController } from './poll.controller';
import { PollCopyService } from './poll-copy.service';
import { PollDecisionService } from './poll-decision.service';
import { PollDesk } from './poll-desk';
import { PollEntity } from './poll.entity';
import { PollFirstPage } from './poll-first-page';
import { PollFrame } from './poll-frame';
import { PollGateway } from './poll.gateway';
import { PollLinks } from './poll-link';
import { PollLinkService } from './poll-link.service';
import { PollMeetings } from './poll-meetings';
import { PollOpenLinkEntity } from './poll-open-link.entity';
import { PollOpenLinkService } from './poll-open-link.service';
import { PollParticipantEntity } from './poll-participant.entity';
import { PollPassersByService } from './poll-passers-by.service';
import { PollLinkController, PollOpenLinkController, PollPeopleController } from './poll-people.controller';
import { PollPeopleService } from './poll-people.service';
import { PollPersonalData } from './poll-personal-data';
import { PollQueries } from './poll.queries';
import { PollReader } from './poll.reader';
import { PollRegister } from './poll-register';
import { PollReplacementService } from './poll-replacement.service';
import { PollSearches } from './poll-searches';
import { PollService } from './poll.service';
import { PollSlotEntity } from './poll-slot.entity';
import { PollSlotService } from './poll-slots.service';
import { PollTools } from './poll-tools';
import { Polls } from './polls';

/** What date polls are made of, for the module of the domain. */
export const pollEntities = [PollEntity, PollSlotEntity, PollParticipantEntity, PollOpenLinkEntity];
export const pollControllers = [PollController, PollGridController, PollReplacementController, PollPeopleController, PollLinkController, PollOpenLinkController];
export const pollProviders = [
  PollAgenda, PollAnswerService, PollAudienceReader, PollCards, PollClaims, PollClosing, PollCopyService, PollDecisionService, PollDesk, PollFirstPage, PollFrame, PollGateway, PollLinks, PollLinkService, PollMeetings,
  PollOpenLinkService, PollPassersByService, PollPeopleService, PollPersonalData, PollQueries, PollReader, PollRegister, PollReplacementService, PollSearches, PollService, PollSlotService, PollTools, Polls,
];
