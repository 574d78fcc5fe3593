import { timeLeft } from '../../contract/workshop/workshop';
import type { WorkshopTimer } from '../../contract/workshop/workshop';

/** «9:05», «1:02:00». */
export function clockWords(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

export const isShort = (seconds: number): boolean => seconds <= 60;

/** What is said aloud of the timer, each once. */
export type TimerNews = 'started' | 'minute' | 'over';

const minute = 60_000;

/** What there is to say when the timer changes from one to another, and when to say the rest (milliseconds from now). */
export function newsOf(before: WorkshopTimer | null | undefined, timer: WorkshopTimer | null, now: number): { say: TimerNews | null; later: readonly { say: TimerNews; in: number }[] } {
  if (!timer?.endsAt) return { say: null, later: [] };
  const left = timeLeft(timer, now);
  const later = [{ say: 'minute' as const, in: left - minute }, { say: 'over' as const, in: left }].filter((one) => one.in > 0);
  // Found running when the page opens, or resumed: nothing has started.
  return { say: before === null ? 'started' : null, later };
}
