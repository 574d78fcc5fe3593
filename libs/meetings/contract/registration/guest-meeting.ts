import * as z from 'zod';
import { meetingDocument, meetingPage } from '../meeting/meeting-page';

/** A meeting as the holder of a personal link reads it. */
export const guestMeeting = z.object({
  ...meetingPage.pick({ format: true, zone: true, objective: true, about: true, sittings: true, laterSittings: true, agenda: true, times: true, speakers: true, networkName: true }).shape,
  /** Its own page is open to them too. */
  isPublic: z.boolean(),
  /** Empty for who holds no place. */
  placeName: z.string(),
  placeAddress: z.string(),
  placeAccess: z.string(),
  dialIn: z.string(),
  documents: z.array(meetingDocument),
  replayUrl: z.string(),
});
export type GuestMeeting = z.output<typeof guestMeeting>;
