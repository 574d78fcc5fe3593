import { MeetingDocuments } from './meeting-documents.service';
import { MeetingEditing } from './meeting-editing.service';
import { MeetingFileController } from './meeting-file.controller';
import { MeetingPageQueries } from './meeting-page.queries';
import { MeetingController } from './meeting.controller';
import { MeetingReader } from './meeting.reader';
import { MeetingService } from './meeting.service';

/** What a meeting is, when, and its documents. */
export const meetingProviders = [MeetingService, MeetingEditing, MeetingPageQueries, MeetingDocuments, MeetingReader];
export const meetingControllers = [MeetingController, MeetingFileController];
