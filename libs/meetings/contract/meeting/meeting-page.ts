import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';
import { agendaLimits, agendaPart, laterSitting, lineText, longText, meetingSpeaker } from './agenda';
import { meetingAudience, meetingFormat, meetingKind, meetingMinutes, meetingPhase, meetingState } from './meeting';
import { isZone } from './meeting-zone';

/** http(s) and nothing else: no `javascript:`, no password inside, a host that looks like one. */
export function isWebLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '' && password === '';
}

/** Empty, or a link one may press. */
export const webLink = lineText(2_000).refine((text) => text === '' || isWebLink(text), { message: 'not-a-link' });

export const zoneName = lineText(60, 1).refine(isZone, { message: 'unknown-zone' });

/** All that its animators write of a meeting, its date apart. Empty text stands for «nothing». */
export const meetingDetailsFields = {
  title: lineText(160, 3),
  kind: meetingKind,
  format: meetingFormat,
  audience: meetingAudience,
  zone: zoneName,
  objective: longText(1_000),
  about: longText(6_000),
  minutes: meetingMinutes,
  laterSittings: z.array(laterSitting).max(agendaLimits.sittings),
  placeName: lineText(160),
  placeAddress: longText(400),
  placeAccess: longText(1_000),
  visioUrl: webLink,
  dialIn: longText(500),
  replayUrl: webLink,
  agenda: z.array(agendaPart).max(agendaLimits.parts),
  speakers: z.array(meetingSpeaker).max(agendaLimits.speakers),
  animatorIds: z.array(identifier).max(20),
} as const;
export const meetingDetails = z.strictObject(meetingDetailsFields);
export type MeetingDetails = z.output<typeof meetingDetails>;

/** What a page says of someone who runs it. */
export const meetingPerson = z.object({ personId: identifier, name: z.string() });

export const documentMoments = ['before', 'after'] as const;
export const meetingDocument = z.object({
  id: identifier,
  moment: z.enum(documentMoments),
  title: z.string(),
  /** A link, or the address here of a file. */
  href: z.string(),
  /** Of a file: what it is and its bytes. */
  file: z.object({ name: z.string(), type: z.string(), size: z.int() }).nullable(),
});
export type MeetingDocument = z.output<typeof meetingDocument>;

export const publishedMinutes = z.object({ number: z.int(), html: z.string(), publishedAt: z.iso.datetime(), firstPublishedAt: z.iso.datetime() });
export type PublishedMinutes = z.output<typeof publishedMinutes>;

const sitting = z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime(), minutes: z.int() });

/** Where a date is being looked for: by a poll of its own, or with the other meetings of its track. */
export const dateSearch = z.object({ kind: z.enum(['poll', 'track']), path: z.string() });
export type DateSearch = z.output<typeof dateSearch>;

/** One meeting as its page shows it to this reader. What the reader may not know is absent, not hidden. */
export const meetingPage = z.object({
  ...meetingDetailsFields,
  /** Left out of the answer for those not registered. */
  visioUrl: z.string().optional(),
  dialIn: z.string().optional(),
  id: identifier,
  spaceId: identifier,
  networkId: identifier,
  /** The cohort or the network it belongs to, for those who know of it. */
  spaceName: z.string().nullable(),
  networkName: z.string(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  sittings: z.array(sitting),
  /** Beside `agenda`, part by part: when it begins and ends, null while there is no date. */
  times: z.array(z.object({ offset: z.int(), startsAt: z.iso.datetime().nullable(), endsAt: z.iso.datetime().nullable() })),
  dateByPoll: z.boolean(),
  state: meetingState,
  phase: meetingPhase,
  version: z.int(),
  published: z.boolean(),
  /** What its animators last told everyone: why it was postponed or cancelled. */
  notice: z.string(),
  animators: z.array(meetingPerson),
  documents: z.array(meetingDocument),
  minutesPublished: publishedMinutes.nullable(),
  /** The text being written, for those who may open it. */
  minutesDraftId: identifier.nullable(),
  /** There is a link or a number to join, shown to this reader or not. */
  hasLink: z.boolean(),
  /** Whether this reader is told the link. */
  linkShown: z.boolean(),
  canEdit: z.boolean(),
  /** For its animators, while people are asked when they can come. */
  dateSought: dateSearch.nullable(),
  /** People who hold or wait for a place, for its animators only. */
  registered: z.int().nullable(),
});
export type MeetingPage = z.output<typeof meetingPage>;
