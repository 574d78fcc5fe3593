import { event } from '@cohorte/platform/server';
import * as z from 'zod';
import { registrationCauses, registrationStatuses } from '../contract';

const meeting = z.object({ meetingId: z.uuid(), spaceId: z.uuid() });
const changed = meeting.extend({ startsAt: z.iso.datetime().nullable() });

/** A date was given, moved or taken away (`startsAt` is then null). `previousStartsAt` is null for a first date. */
export const meetingDated = event('meetings.meeting-dated', changed.extend({ previousStartsAt: z.iso.datetime().nullable().optional() }));
/** Prepared in private until now, shown to its readers from now on. */
export const meetingPublished = event('meetings.meeting-published', changed);
export const meetingCancelled = event('meetings.meeting-cancelled', changed);
export const meetingRestored = event('meetings.meeting-restored', changed);
/** Something those registered must know: the place, the link, the hours. One event a change, whatever it touches. */
export const meetingDetailsChanged = event('meetings.meeting-details-changed', meeting.extend({ what: z.array(z.enum(['place', 'link', 'length', 'title'])) }));
export const replayPublished = event('meetings.replay-published', meeting);
export const minutesPublished = event('meetings.minutes-published', meeting);

/** Someone’s standing changed, at their own wish or by the rules of the places. */
export const registrationChanged = event(
  'meetings.registration-changed',
  z.object({ registrationId: z.uuid(), meetingId: z.uuid(), status: z.enum(registrationStatuses), cause: z.enum(registrationCauses) }),
);
export const certificateIssued = event('meetings.certificate-issued', z.object({ registrationId: z.uuid(), meetingId: z.uuid() }));
