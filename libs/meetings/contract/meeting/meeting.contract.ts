import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { meeting, meetingMinutes, meetingStart } from './meeting';

const version = z.int().min(1);

export const listMeetings = endpoint({
  method: 'GET',
  path: '/spaces/:spaceId/meetings',
  summary: 'Meetings of a cohort or a network, in their order',
  input: z.strictObject({ spaceId: identifier }),
  output: z.object({ meetings: z.array(meeting) }),
});

export const scheduleMeeting = endpoint({
  method: 'PUT',
  path: '/meetings/:meetingId/date',
  summary: 'Give a meeting its date by hand, move it, or take its date away',
  input: z.strictObject({ meetingId: identifier, startsAt: meetingStart.nullable(), minutes: meetingMinutes.optional(), version }),
  output: meeting,
});

export const cancelMeeting = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/cancellation',
  summary: 'Cancel a meeting that was not held yet',
  input: z.strictObject({ meetingId: identifier, version }),
  output: meeting,
});

export const restoreMeeting = endpoint({
  method: 'DELETE',
  path: '/meetings/:meetingId/cancellation',
  summary: 'Bring a cancelled meeting back as it was',
  input: z.strictObject({ meetingId: identifier, version: z.coerce.number().int().min(1) }),
  output: meeting,
});
