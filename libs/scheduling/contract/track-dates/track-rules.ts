import { memberRoles } from '@cohorte/networks/contract';
import { identifier } from '@cohorte/platform/contract';
import * as z from 'zod';

/** Someone without whom a meeting makes no sense: a person, anyone of a structure, anyone with a role. */
export const requirement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: identifier }),
  z.strictObject({ kind: z.literal('structure'), structureId: identifier }),
  z.strictObject({ kind: z.literal('role'), role: z.enum(memberRoles) }),
]);
export type Requirement = z.output<typeof requirement>;

export const weeksMax = 52;
export const trackMeetingsMax = 12;
const weekday = z.int().min(1).max(7);

/** What must hold for one meeting, and between it and the one before. */
export const meetingRule = z
  .strictObject({
    meetingId: identifier,
    /** Weeks after the meeting before, at least and at most; nothing for no limit. */
    minWeeks: z.int().min(0).max(weeksMax),
    maxWeeks: z.int().min(1).max(weeksMax).nullable(),
    /** How many structures must be able to come; nothing for no quorum. */
    quorum: z.int().min(1).max(500).nullable(),
    required: z.array(requirement).max(10),
    preferredWeekdays: z.array(weekday).max(7),
  })
  .refine((rule) => rule.maxWeeks === null || rule.maxWeeks >= rule.minWeeks, { message: 'gap-reversed', path: ['maxWeeks'] });
export type MeetingRule = z.output<typeof meetingRule>;

/** The rule of a meeting nobody said anything about. */
export const plainRule = (meetingId: string): MeetingRule => ({ meetingId, minWeeks: 0, maxWeeks: null, quorum: null, required: [], preferredWeekdays: [] });
