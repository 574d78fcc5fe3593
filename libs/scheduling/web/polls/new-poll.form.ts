import type { CallOf } from '@cohorte/platform/contract';
import { createPoll, type DayTime, missingHours, overlaps, seriesOf, slotsMax, withoutTwins, type WrittenSlot } from '@cohorte/scheduling/contract';
import { instantOf, wallAt } from '../../contract/polls/wall-clock';
import { addDays } from '../../contract/track-dates/civil-day';

type Call = CallOf<typeof createPoll>;

/** What is written of a poll before it is sent; kept on the device between visits. */
export interface NewPollForm extends Pick<Call, 'title' | 'note' | 'zone' | 'thirdAnswer' | 'visibility' | 'namesHidden' | 'counting' | 'quorum' | 'proposals' | 'audience'> {
  readonly requestId: string;
  readonly days: readonly string[];
  readonly times: readonly DayTime[];
  /** Slots of one day only, beside the series. */
  readonly extra: readonly WrittenSlot[];
  /** Slots of the series that were taken away. */
  readonly removed: readonly string[];
  readonly closesAt: string;
  readonly alsoPersonIds: readonly string[];
  readonly requiredStructureIds: readonly string[];
  readonly guests: readonly { readonly name: string; readonly email: string }[];
}

export interface PollFrameFacts {
  readonly title: string;
  readonly minutes: number;
  readonly zone: string;
}

export function blankPoll(facts: PollFrameFacts, requestId: string): NewPollForm {
  return {
    requestId, title: facts.title, note: '', zone: facts.zone, days: [], times: [{ time: '14:00', minutes: facts.minutes }], extra: [], removed: [], closesAt: '', thirdAnswer: true, visibility: 'all',
    namesHidden: false, counting: 'structures', quorum: null, proposals: 'none', audience: 'leads', alsoPersonIds: [], requiredStructureIds: [], guests: [],
  };
}

export const slotKey = (slot: WrittenSlot): string => `${slot.at}/${slot.minutes}`;

export const slotsOf = (form: NewPollForm): WrittenSlot[] => withoutTwins([...seriesOf(form.days, form.times), ...form.extra]).filter((slot) => !form.removed.includes(slotKey(slot)));

/** Between now and the first slot: a week from now, or the eve of the first slot when that comes sooner; at 18 h. */
export function usualDeadline(form: NewPollForm, now: Date): string {
  const today = wallAt(now, form.zone).slice(0, 10);
  const [first] = slotsOf(form);
  const week = addDays(today, 7);
  const eve = first ? addDays(first.at.slice(0, 10), -1) : week;
  const day = eve < week ? eve : week;
  return `${day <= today ? addDays(today, 1) : day}T18:00`;
}

export type Problem = 'noDay' | 'noTime' | 'badTime' | 'noSlot' | 'tooMany' | 'past' | 'missingHour' | 'noDeadline' | 'deadlinePast' | 'deadlineLate' | 'noTitle' | 'nobody' | 'badGuest';

const isPast = (wall: string, zone: string, now: Date): boolean => (instantOf(wall, zone) ?? '') < now.toISOString();

/** What keeps a step from being left, by name; the first is said first. */
export function problemsOf(form: NewPollForm, step: number, now: Date): Problem[] {
  if (step === 0) return form.days.length === 0 ? ['noDay'] : [];
  return step === 1 ? timeProblems(form, now) : endProblems(form, now);
}

function timeProblems(form: NewPollForm, now: Date): Problem[] {
  const slots = slotsOf(form);
  const found: [boolean, Problem][] = [
    [form.times.length === 0 && form.extra.length === 0, 'noTime'],
    [form.times.some(({ time, minutes }) => time === '' || !(minutes >= 15 && minutes <= 480)), 'badTime'],
    [slots.length === 0, 'noSlot'],
    [slots.length > slotsMax, 'tooMany'],
    [missingHours(slots, form.zone).length > 0, 'missingHour'],
    [slots.some((slot) => isPast(slot.at.length === 10 ? `${slot.at}T23:59` : slot.at, form.zone, now)), 'past'],
  ];
  return found.flatMap(([isThere, problem]) => (isThere ? [problem] : []));
}

function endProblems(form: NewPollForm, now: Date): Problem[] {
  const last = slotsOf(form).at(-1)?.at ?? '';
  const found: [boolean, Problem][] = [
    [form.title.trim().length < 3, 'noTitle'],
    [form.closesAt.length !== 16, 'noDeadline'],
    [form.closesAt.length === 16 && isPast(form.closesAt, form.zone, now), 'deadlinePast'],
    [form.closesAt.length === 16 && form.closesAt >= (last.length === 10 ? `${last}T24:00` : last), 'deadlineLate'],
    [form.audience === 'nobody' && form.alsoPersonIds.length + form.guests.length === 0, 'nobody'],
    [form.guests.some(({ name, email }) => name.trim().length < 2 || !/^\S+@\S+\.\S+$/.test(email.trim())), 'badGuest'],
  ];
  return found.flatMap(([isThere, problem]) => (isThere ? [problem] : []));
}

/** What is worth a word and keeps nothing back. */
export const warningsOf = (form: NewPollForm): ('overlap' | 'deadlineAfterFirst')[] => [
  ...(overlaps(slotsOf(form)).length > 0 ? (['overlap'] as const) : []),
  ...(form.closesAt > (slotsOf(form)[0]?.at ?? '9') ? (['deadlineAfterFirst'] as const) : []),
];

export function callOf(meetingId: string, form: NewPollForm, open: boolean): Call {
  const { requestId, title, note, zone, closesAt, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, audience } = form;
  return {
    meetingId, requestId, title, note, zone, closesAt, thirdAnswer, visibility, namesHidden, counting, quorum, proposals, audience, open, slots: slotsOf(form),
    alsoPersonIds: [...form.alsoPersonIds], requiredStructureIds: [...form.requiredStructureIds], guests: form.guests.map((guest) => ({ ...guest })),
  };
}
