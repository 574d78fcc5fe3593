import { endpoint, identifier, nothing } from '@cohorte/platform/contract';
import * as z from 'zod';
import { meetingFormat, meetingKind } from '../meeting/meeting';
import { agendaEntry } from './agenda-entry';

/** Two screens of months at most: nobody reads more at once, and no answer grows without end. */
const longestSpanDays = 400;
const isSpan = ({ from, to }: { from: string; to: string }): boolean => Date.parse(to) > Date.parse(from) && Date.parse(to) - Date.parse(from) <= longestSpanDays * 86_400_000;
const instant = z.iso.datetime({ offset: true }).refine((iso) => iso >= '2015' && iso < '2101', { message: 'not-a-date' });

export const getAgenda = endpoint({
  method: 'GET',
  path: '/agenda',
  summary: 'Meetings, slots being polled and holidays of a span of days, as far as this person may know of them',
  input: z.strictObject({ from: instant, to: instant }).refine(isSpan, { path: ['to'], message: 'not-a-span' }),
  output: z.object({
    entries: z.array(agendaEntry),
    truncated: z.boolean(),
    /** Networks, then cohorts, where this person may prepare a meeting. */
    mayCreateIn: z.array(z.object({ id: identifier, name: z.string(), isCohort: z.boolean() })),
  }),
});

const feed = z.object({
  /** The private address; null when there is none. */
  url: z.url().nullable(),
  since: z.iso.datetime().nullable(),
});

export const getCalendarFeed = endpoint({ method: 'GET', path: '/me/calendar-feed', summary: 'The private address of my agenda', input: z.strictObject({}), output: feed });
export const renewCalendarFeed = endpoint({ method: 'POST', path: '/me/calendar-feed', summary: 'Make the private address of my agenda, or a new one: the former answers no more', input: z.strictObject({}), output: feed });
export const revokeCalendarFeed = endpoint({ method: 'DELETE', path: '/me/calendar-feed', summary: 'Close the private address of my agenda', input: z.strictObject({}), output: nothing });

const named = z.object({ id: identifier, name: z.string() });

export const publicMeeting = z.object({
  id: identifier,
  title: z.string(),
  objective: z.string(),
  kind: meetingKind,
  format: meetingFormat,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  zone: z.string(),
  place: z.string(),
  networkId: identifier,
  networkName: z.string(),
  /** The track it belongs to; none of a network’s own. */
  track: named.nullable(),
});
export type PublicMeeting = z.output<typeof publicMeeting>;

export const listPublicMeetings = endpoint({
  method: 'GET',
  path: '/public-meetings',
  access: 'public',
  summary: 'Coming meetings open to anybody, of every network or of one',
  input: z.strictObject({ networkId: identifier.optional() }),
  output: z.object({ meetings: z.array(publicMeeting), networks: z.array(named), tracks: z.array(named) }),
});
