import { event } from '@cohorte/platform/server';
import * as z from 'zod';

const changed = z.object({ meetingId: z.uuid(), spaceId: z.uuid(), startsAt: z.iso.datetime().nullable() });

export const meetingDated = event('meetings.meeting-dated', changed);
export const meetingCancelled = event('meetings.meeting-cancelled', changed);
export const meetingRestored = event('meetings.meeting-restored', changed);
