import { emailAddress, endpoint, identifier, shortText } from '@cohorte/platform/contract';
import * as z from 'zod';
import { audienceConditions } from './audience';
import { guestMeeting } from './guest-meeting';
import { accessNeed, registrationAnswers, registrationQuestions } from './registration-question';
import { registrationActs } from './registration-acts';
import { registrationAddresses as at } from './registration-addresses';
import { registrationCauses, registrationStatuses } from './registration-status';
import { seatPolicy, seatWay } from './seat-policy';

/** What someone finds at the door of a meeting; `full` only where there is no waiting list. */
export const seatDoors = ['open', 'waiting-list', 'full', 'draw', 'not-open-yet', 'closed', 'undated', 'cancelled', 'past'] as const;
export type SeatDoor = (typeof seatDoors)[number];

/** One registration, to whoever may act on it. */
export const registrationCard = z.object({
  registrationId: identifier,
  meetingId: identifier,
  name: z.string(),
  structureName: z.string().nullable(),
  status: z.enum(registrationStatuses),
  cause: z.enum(registrationCauses),
  /** What the published log calls it. */
  number: z.int(),
  /** Place in the waiting list, from 1. */
  position: z.int().nullable(),
  offerUntil: z.iso.datetime().nullable(),
  /** Offered to all who wait: the first who clicks has it. */
  isShared: z.boolean(),
  way: seatWay.nullable(),
  isVisible: z.boolean(),
  answers: registrationAnswers,
  needs: z.array(accessNeed),
  needsNote: z.string().nullable(),
  /** The rule changed since, and no longer fits: the place is kept. */
  isUnmatched: z.boolean(),
  message: z.string().nullable(),
  isMine: z.boolean(),
});
export type RegistrationCard = z.output<typeof registrationCard>;

const otherMeeting = z.object({ meetingId: identifier, title: z.string(), startsAt: z.iso.datetime().nullable() });

export const registrationView = z.object({
  meeting: otherMeeting.extend({ minutes: z.int() }),
  door: z.enum(seatDoors),
  /** Null: as many as come. */
  places: z.int().nullable(),
  taken: z.int(),
  waiting: z.int(),
  ways: z.array(z.object({ way: seatWay, places: z.int().nullable(), taken: z.int() })),
  policy: seatPolicy,
  /** The words behind the ids of the rule. */
  cohortNames: z.array(z.string()),
  /** Conditions the reader does not meet; empty when they may come. */
  refusal: z.array(z.enum(audienceConditions)),
  /** Mine first, then those I registered. */
  registrations: z.array(registrationCard),
  me: z.object({ name: z.string(), structures: z.array(z.object({ id: identifier, name: z.string() })) }).nullable(),
  overlaps: z.array(otherMeeting),
  /** Where to go instead: coming meetings open to all. */
  openMeetings: z.array(otherMeeting),
  isAnimator: z.boolean(),
});
export type RegistrationView = z.output<typeof registrationView>;

export const viewRegistration = endpoint({
  ...at.view,
  access: 'public',
  summary: 'The door of a meeting: places left, the rule, and where I stand',
  input: z.strictObject({ meetingId: identifier }),
  output: registrationView,
});

const written = (max: number) => z.string().trim().max(max).nullable().default(null);
const details = {
  way: seatWay.nullable().default(null),
  isVisible: z.boolean().default(false),
  answers: registrationAnswers.default({}),
  needs: z.array(accessNeed).max(8).default([]),
  needsNote: written(500),
};
const namedAddress = z.strictObject({ name: shortText(120, 2), email: emailAddress });

export const register = endpoint({
  ...at.register,
  access: 'public',
  /** The rush of a thousand people at one door, some pressing twice, may come from one network address. */
  perAddress: { max: 2_000, minutes: 10 },
  summary: 'Ask for a place for oneself, for colleagues, or both; without account as a guest; with a message, ask for an exception to the rule',
  input: z.strictObject({
    meetingId: identifier,
    /** Made by the browser when the form opens: a click repeated is the same request. */
    requestId: identifier,
    ...details,
    structureId: identifier.nullable().default(null),
    guest: namedAddress.extend({ structureName: shortText(160, 2) }).nullable().default(null),
    withMe: z.boolean().default(true),
    /** Each answers the questions of the meeting; the person who registers them passes their answers on. */
    colleagues: z.array(namedAddress.extend({ answers: registrationAnswers.default({}) })).max(1_000).default([]),
    together: z.enum(['all', 'as-many']).default('as-many'),
    message: written(1_000),
  }),
  output: z.object({
    registrations: z.array(registrationCard),
    /** Colleagues for whom there was no place, where there is no waiting list. */
    leftOut: z.int(),
    /** The guest’s personal link, shown once and mailed. */
    token: z.string().nullable(),
    /** This name at this address was registered before: its link is in the mail of then. */
    isKnown: z.boolean(),
  }),
});

export const prefillRegistration = endpoint({
  ...at.prefill,
  summary: 'What my profile and my last registration would answer, for my own eyes; nothing is sent by itself',
  input: z.strictObject({ meetingId: identifier }),
  output: z.object({
    profile: registrationAnswers,
    /** Of the last meeting I registered to, when it says something here. */
    last: z.object({ title: z.string(), answers: registrationAnswers, needs: z.array(accessNeed), needsNote: z.string().nullable() }).nullable(),
  }),
});

const act = { act: z.enum(registrationActs), name: shortText(120, 2).optional(), email: emailAddress.optional() };

export const actOnRegistration = endpoint({
  ...at.act,
  summary: 'Withdraw, accept or decline an offered place, confirm, or hand one’s place to a colleague',
  input: z.strictObject({ registrationId: identifier, ...act }),
  output: registrationCard,
});

export const editRegistration = endpoint({
  ...at.edit,
  summary: 'Change one’s answers, one’s needs, or whether other participants see one',
  input: z.strictObject({ registrationId: identifier, ...details }).omit({ way: true }),
  output: registrationCard,
});

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** Who comes and chose to be seen by those who come. */
const participants = z.array(z.object({ name: z.string(), structureName: z.string().nullable() }));

export const viewRegistrationLink = endpoint({
  ...at.viewLink,
  access: 'public',
  summary: 'A registration by its personal link; reading changes nothing',
  input: z.strictObject({ token }),
  output: z.object({
    registration: registrationCard,
    meeting: otherMeeting.extend({ minutes: z.int(), isCancelled: z.boolean() }),
    mayAct: z.array(z.enum(registrationActs)),
    mayEdit: z.boolean(),
    questions: registrationQuestions,
    /** What the meeting is, as far as this registration opens it. */
    details: guestMeeting.nullable(),
    /** Empty for who holds no place. */
    participants,
  }),
});

export const actOnRegistrationLink = endpoint({
  ...at.actByLink,
  access: 'public',
  summary: 'The same acts by a personal link',
  input: z.strictObject({ token, ...act }),
  output: registrationCard,
});

export const editRegistrationLink = endpoint({
  ...at.editByLink,
  access: 'public',
  summary: 'The same changes by a personal link',
  input: z.strictObject({ token, ...details }).omit({ way: true }),
  output: registrationCard,
});

export const listParticipants = endpoint({
  ...at.participants,
  summary: 'Who comes and chose to be seen by those who come',
  input: z.strictObject({ meetingId: identifier }),
  output: z.object({ participants }),
});

export const listAllocations = endpoint({
  ...at.allocations,
  access: 'public',
  summary: 'The published log of places: rule, number, instant; never a name',
  input: z.strictObject({ meetingId: identifier }),
  output: z.object({
    lines: z.array(z.object({ line: z.int(), at: z.iso.datetime(), rule: z.string(), number: z.int().nullable(), way: seatWay.nullable(), detail: z.string() })),
    seedFingerprint: z.string().nullable(),
    seed: z.string().nullable(),
  }),
});
