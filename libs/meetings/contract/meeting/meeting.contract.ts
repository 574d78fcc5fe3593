import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { lineText, longText } from './agenda';
import { meeting, meetingMinutes, meetingStart } from './meeting';
import { documentMoments, isWebLink, meetingDetails, meetingDetailsFields, meetingDocument, meetingPage, meetingPerson } from './meeting-page';

const version = z.int().min(1);
const meetingId = identifier;
/** What everyone concerned is told with the change. */
const message = longText(1_000).optional();

export const listMeetings = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/meetings',
  summary: 'Meetings of a cohort or a network, in their order',
  input: z.strictObject({ spaceId: identifier }),
  output: z.object({ meetings: z.array(meeting) }),
});

export const openMeeting = endpoint({
  method: 'GET',
  path: '/meetings/:meetingId',
  access: 'public',
  summary: 'One meeting as this reader may see it, with an account or without',
  input: z.strictObject({ meetingId }),
  output: meetingPage,
});

export const createMeeting = endpoint({
  method: 'POST',
  path: '/spaces/:spaceId/meetings',
  summary: 'Prepare a meeting of a network or a cohort',
  input: z.strictObject({ spaceId: identifier, requestId: identifier, startsAt: meetingStart.nullable(), publish: z.boolean().default(false), ...meetingDetailsFields }),
  output: z.object({ meetingId: identifier }),
});

export const editMeeting = endpoint({
  method: 'PATCH',
  path: '/meetings/:meetingId',
  summary: 'Change what a meeting is; only the fields sent change',
  input: z.strictObject({ meetingId, version, ...meetingDetails.partial().shape }),
  output: meetingPage,
});

export const publishMeeting = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/publication',
  summary: 'Show a prepared meeting to its readers',
  input: z.strictObject({ meetingId, version }),
  output: meetingPage,
});

export const unpublishMeeting = endpoint({
  method: 'DELETE',
  path: '/meetings/:meetingId/publication',
  summary: 'Take a meeting back into preparation, while nobody counts on it',
  input: z.strictObject({ meetingId, version: z.coerce.number().int().min(1) }),
  output: meetingPage,
});

export const copyMeeting = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/copies',
  summary: 'Prepare the same meeting again, weeks later at the same hour, without its people',
  input: z.strictObject({ meetingId, weeks: z.int().min(1).max(104), requestId: identifier }),
  output: z.object({ meetingId: identifier }),
});

export const scheduleMeeting = endpoint({
  method: 'PUT',
  path: '/meetings/:meetingId/date',
  summary: 'Give a meeting its date by hand, move it, or take its date away',
  input: z.strictObject({ meetingId, startsAt: meetingStart.nullable(), minutes: meetingMinutes.optional(), version, message }),
  output: meeting,
});

export const postponeMeeting = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/postponement',
  summary: 'Put a meeting off to a date still to be found; registrations stay',
  input: z.strictObject({ meetingId, version, message }),
  output: meeting,
});

export const cancelMeeting = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/cancellation',
  summary: 'Cancel a meeting that was not held yet',
  input: z.strictObject({ meetingId, version, message }),
  output: meeting,
});

export const restoreMeeting = endpoint({
  method: 'DELETE',
  path: '/meetings/:meetingId/cancellation',
  summary: 'Bring a cancelled meeting back as it was',
  input: z.strictObject({ meetingId, version: z.coerce.number().int().min(1) }),
  output: meeting,
});

export const listMeetingAnimators = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/possible-animators',
  summary: 'Who may animate a meeting of this network or cohort',
  input: z.strictObject({ spaceId: identifier }),
  output: z.object({ people: z.array(meetingPerson) }),
});

const requiredLink = lineText(2_000, 1).refine(isWebLink, { message: 'not-a-link' });

export const addMeetingLink = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/documents',
  summary: 'Add a link to the documents of a meeting',
  input: z.strictObject({ meetingId, moment: z.enum(documentMoments), title: lineText(160, 1), url: requiredLink }),
  output: meetingDocument,
});

export const removeMeetingDocument = endpoint({
  method: 'DELETE',
  path: '/meetings/:meetingId/documents/:documentId',
  summary: 'Take a document away from a meeting',
  input: z.strictObject({ meetingId, documentId: identifier }),
  output: z.object({}),
});

export const restoreMeetingDocument = endpoint({
  method: 'PUT',
  path: '/meetings/:meetingId/documents/:documentId',
  summary: 'Bring back a document just taken away',
  input: z.strictObject({ meetingId, documentId: identifier }),
  output: meetingDocument,
});

/** `POST` a file's bytes as `application/octet-stream`, its name in `?name=` and its moment in `?moment=`; answers a document. */
export const meetingFilesAddress = (id: string): string => `/api/meetings/${id}/files`;
export const meetingFileMaxBytes = 20_000_000;
