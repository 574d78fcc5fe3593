import { emailAddress, endpoint, identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { registrationCard } from './registration.contract';
import { seatPolicy } from './seat-policy';

/** A registration as the animator reads it. */
export const placeRow = registrationCard.omit({ isMine: true }).extend({
  email: z.string(),
  structureId: identifier.nullable(),
  askedAt: z.iso.datetime(),
  registeredBy: z.string().nullable(),
  /** What was written to ask for an exception. */
  request: z.string().nullable(),
  isExempt: z.boolean(),
});
export type PlaceRow = z.output<typeof placeRow>;

export const placesPage = z.object({
  title: z.string(),
  startsAt: z.iso.datetime().nullable(),
  format: z.string(),
  version: z.int(),
  policy: seatPolicy,
  drawnAt: z.iso.datetime().nullable(),
  rows: z.array(placeRow),
  cohorts: z.array(z.object({ id: identifier, name: z.string() })),
});
export type PlacesPage = z.output<typeof placesPage>;

const meetingId = identifier;

export const viewPlaces = endpoint({ method: 'GET', path: '/meetings/:meetingId/places', summary: 'All registrations of a meeting, for its animators', input: z.strictObject({ meetingId }), output: placesPage });

export const setPlaces = endpoint({
  method: 'PUT',
  path: '/meetings/:meetingId/places',
  summary: 'Change the rule of the places; nobody registered loses theirs',
  input: z.strictObject({ meetingId, version: z.int().min(1), policy: seatPolicy }),
  output: placesPage,
});

export const addPeople = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/places/people',
  summary: 'Put people on the list past the rule of the audience; they wait when it is full',
  input: z.strictObject({ meetingId, people: z.array(z.strictObject({ name: shortText(120, 2), email: emailAddress })).min(1).max(500) }),
  output: placesPage,
});

export const decideRequest = endpoint({
  method: 'POST',
  path: '/meetings/:meetingId/places/decisions',
  summary: 'Accept or refuse a request, with a word for the person',
  input: z.strictObject({ meetingId, registrationId: identifier, decision: z.enum(['accept', 'refuse']), message: z.string().trim().max(1_000).default('') }),
  output: placesPage,
});

export const exportPlaces = endpoint({
  method: 'GET',
  path: '/meetings/:meetingId/places/export',
  summary: 'The registrations as a table for a spreadsheet',
  input: z.strictObject({ meetingId }),
  output: z.object({ fileName: z.string(), csv: z.string() }),
});

export const listMyRegistrations = endpoint({
  method: 'GET',
  path: '/registrations',
  summary: 'My registrations to come and those I made, past ones included for a year',
  input: z.strictObject({}),
  output: z.object({ registrations: z.array(registrationCard.extend({ title: z.string(), startsAt: z.iso.datetime().nullable() })) }),
});
