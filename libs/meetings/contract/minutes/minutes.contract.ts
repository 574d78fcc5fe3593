import { endpoint, identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { publishedMinutes } from '../meeting/meeting-page';

export const beginMinutes = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/minutes',
  summary: 'Open the text of the minutes, laid out from the agenda the first time',
  input: z.strictObject({ meetingId: identifier }),
  output: z.object({ draftId: identifier }),
});

export const publishMinutes = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/minutes/versions',
  summary: 'Validate the minutes as they stand and publish them',
  input: z.strictObject({ meetingId: identifier, seen: z.int().min(0) }),
  output: publishedMinutes,
});
