import { parisDay, parisInstant, parisTime } from '@cohorte/platform/contract';

/** What is written in the three inputs of a meeting's date: Paris' day and clock, minutes. */
export interface WrittenDate {
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
}

/** Names of the sentences in `meetings.schedule`. */
export interface DateProblems {
  readonly day?: 'needDay' | 'badDay';
  readonly time?: 'needTime' | 'noSuchTime';
  readonly minutes?: 'badMinutes';
}

/** Starting point of the inputs: the meeting's date, else 14:00, when these groups usually meet. */
export const writtenFrom = (meeting: { startsAt: string | null; minutes: number }): WrittenDate => ({
  day: meeting.startsAt ? parisDay(meeting.startsAt) : '',
  time: meeting.startsAt ? parisTime(meeting.startsAt) : '14:00',
  minutes: meeting.minutes,
});

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
/** While a year is being typed the input says 0002, 0020, 0202: no instant yet. */
const isThinkable = (day: string): boolean => day >= '2015' && day < '2100';
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The instant meant, or nothing while the inputs do not say one. */
export function instantOf(written: WrittenDate): string | undefined {
  return isDay(written.day) && isThinkable(written.day) && isTime(written.time) ? parisInstant(written.day, written.time) : undefined;
}

/** When clocks go forward an hour is missing: Paris never reads it. */
const isMissingHour = (written: WrittenDate, instant: string): boolean => parisTime(instant) !== written.time;

function dayProblem({ day }: WrittenDate): DateProblems['day'] {
  if (!isDay(day)) return 'needDay';
  return isThinkable(day) ? undefined : 'badDay';
}

function timeProblem(written: WrittenDate): DateProblems['time'] {
  if (!isTime(written.time)) return 'needTime';
  const instant = instantOf(written);
  return instant && isMissingHour(written, instant) ? 'noSuchTime' : undefined;
}

const fits = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 15 && minutes <= 720;

export function problemsOf(written: WrittenDate): DateProblems {
  const day = dayProblem(written);
  const time = timeProblem(written);
  return { ...(day && { day }), ...(time && { time }), ...(fits(written.minutes) ? {} : { minutes: 'badMinutes' }) };
}

export const endOf = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString();
