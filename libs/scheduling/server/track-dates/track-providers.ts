import { HolidayAgenda } from './holiday-agenda';
import { TrackAnswerService } from './track-answer.service';
import { TrackCards } from './track-cards';
import { TrackDatesController } from './track-dates.controller';
import { TrackDesk } from './track-desk';
import { TrackLayer } from './track-layer';
import { TrackLines } from './track-lines';
import { TrackLinks } from './track-link';
import { TrackPeople } from './track-people';
import { TrackPollEntity } from './track-poll.entity';
import { TrackPollQueries, TrackSources } from './track-poll.queries';
import { TrackPollReader } from './track-poll.reader';
import { TrackPollService, TrackTools } from './track-poll.service';
import { TrackReminders } from './track-reminders';
import { TrackSheets } from './track-sheets';
import { TrackStops } from './track-stops';
import { TrackWeighing } from './track-weighing';

/** What polls of whole tracks are made of, for the module of the domain. */
export const trackEntities = [TrackPollEntity];
export const trackControllers = [TrackDatesController];
export const trackProviders = [
  HolidayAgenda, TrackAnswerService, TrackCards, TrackDesk, TrackLayer, TrackLines, TrackLinks, TrackPeople, TrackPollQueries, TrackPollReader, TrackPollService, TrackReminders, TrackSheets, TrackSources, TrackStops,
  TrackTools, TrackWeighing,
];
