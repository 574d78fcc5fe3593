import type { PollAnswer, PollLine, PollView } from '@cohorte/scheduling/contract';
import { answerAt } from '../../contract/polls/answer-line';

/** Who is lost and who comes only if need be, by name; null while the reader may not see the others. */
export function losses(view: PollView, place: number): { lost: string[]; onlyIfNeedBe: string[]; requiredMissing: string[] } | null {
  if (!view.lines || view.lines.some((line) => line.label === null && view.namesHidden)) return null;
  const nameOf = (line: PollLine): string => line.label ?? '';
  const said = (line: PollLine): PollAnswer | null => answerAt(line.answers, place);
  const comes = (line: PollLine): boolean => said(line) === 'yes' || said(line) === 'if-need-be';
  const others = view.lines.filter((line) => !line.withMe && nameOf(line));
  return {
    lost: others.filter((line) => line.answered && !comes(line)).map(nameOf),
    onlyIfNeedBe: others.filter((line) => said(line) === 'if-need-be').map(nameOf),
    requiredMissing: others.filter((line) => line.required && !comes(line)).map(nameOf),
  };
}

/** Places of the slots, best first: those the server marked, then by who can come. */
export function inOrderOfMerit(view: PollView): number[] {
  const tally = view.tally;
  if (!tally) return view.slots.map((_, place) => place);
  const key = (place: number) => tally[place];
  return view.slots.map((_, place) => place).sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (!one || !other) return 0;
    return Number(other.isBest) - Number(one.isBest) || one.requiredMissing - other.requiredMissing || one.quorumShort - other.quorumShort || other.yes - one.yes || other.ifNeedBe - one.ifNeedBe || a - b;
  });
}

/** Slots by civil day, in time. */
export function byDay<S extends { readonly day: string }>(slots: readonly S[], dayOf: (slot: S) => string): { day: string; slots: { slot: S; place: number }[] }[] {
  const days = new Map<string, { slot: S; place: number }[]>();
  slots.forEach((slot, place) => days.set(dayOf(slot), [...(days.get(dayOf(slot)) ?? []), { slot, place }]));
  return [...days].map(([day, found]) => ({ day, slots: found }));
}
