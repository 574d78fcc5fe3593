import { MinutesController } from '../minutes/minutes.controller';
import { MinutesService } from '../minutes/minutes.service';
import { DateSearches } from './date-searches';
import { MeetingCopies } from './meeting-copies';
import { MeetingDocuments } from './meeting-documents.service';
import { MeetingEditing } from './meeting-editing.service';
import { MeetingFileController } from './meeting-file.controller';
import { MeetingFirstPages } from './meeting-first-pages';
import { MeetingPageQueries } from './meeting-page.queries';
import { MeetingSearch } from './meeting-search';
import { MeetingController } from './meeting.controller';
import { MeetingReader } from './meeting.reader';
import { MeetingService } from './meeting.service';

/** What a meeting is, when, its documents and its minutes. */
export const meetingProviders = [MeetingService, MeetingEditing, MeetingPageQueries, MeetingDocuments, DateSearches, MeetingCopies, MeetingFirstPages, MeetingReader, MeetingSearch, MinutesService];
export const meetingControllers = [MeetingController, MeetingFileController, MinutesController];
