import { bestAnswer, type PollAnswer } from './answer-line';
import type { PollCounting } from './poll';

/** One line of the grid: a person's answers, in the order of the slots. */
export interface Answering {
  readonly participantId: string;
  readonly structureId: string | null;
  readonly required: boolean;
  readonly answered: boolean;
  readonly answers: readonly (PollAnswer | null)[];
}

/** Who counts once: a structure with all its people, or a person. */
export interface Voice {
  readonly key: string;
  readonly isStructure: boolean;
  readonly members: readonly string[];
  readonly required: boolean;
  readonly answered: boolean;
  readonly answers: readonly (PollAnswer | null)[];
}

/** Of a structure, the best answer of its people counts for each slot: one who can come is enough. People without structure speak for themselves. */
export function voicesOf(lines: readonly Answering[], counting: PollCounting): Voice[] {
  const groups = new Map<string, Answering[]>();
  for (const line of lines) {
    const key = counting === 'structures' && line.structureId ? line.structureId : line.participantId;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, people]) => ({
    key,
    isStructure: people[0]?.participantId !== key,
    members: people.map((line) => line.participantId),
    required: people.some((line) => line.required),
    answered: people.some((line) => line.answered),
    answers: people[0]?.answers.map((_, slot) => bestAnswer(people.map((line) => line.answers[slot] ?? null))) ?? [],
  }));
}

export interface SlotTally {
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
  /** Said nothing of this slot: shown as such, weighed as «no». */
  readonly unanswered: number;
  readonly requiredMissing: number;
  /** Voices still missing to the quorum, yes and if-need-be counted. */
  readonly quorumShort: number;
}

export function tally(voices: readonly Voice[], slots: number, quorum: number | null): SlotTally[] {
  return Array.from({ length: slots }, (_, slot) => {
    const said = (answer: PollAnswer | null) => voices.filter((voice) => (voice.answers[slot] ?? null) === answer).length;
    const [yes, ifNeedBe] = [said('yes'), said('if-need-be')];
    return {
      yes, ifNeedBe, no: said('no'), unanswered: said(null),
      requiredMissing: voices.filter((voice) => voice.required && !canCome(voice, slot)).length,
      quorumShort: Math.max(0, (quorum ?? 0) - yes - ifNeedBe),
    };
  });
}

const canCome = (voice: Voice, slot: number): boolean => voice.answers[slot] === 'yes' || voice.answers[slot] === 'if-need-be';

/** Better first: nobody required is missing, the quorum is reached, most «yes», then most «if need be», which leaves the fewest «no». */
function compare(a: SlotTally, b: SlotTally): number {
  return a.requiredMissing - b.requiredMissing || a.quorumShort - b.quorumShort || b.yes - a.yes || b.ifNeedBe - a.ifNeedBe;
}

/** Places of the best slots, ties together; none while nobody can come to any. Slots already past are left aside. */
export function bestSlots(tallies: readonly SlotTally[], isAhead: (slot: number) => boolean): number[] {
  const open = tallies.map((one, slot) => ({ one, slot })).filter(({ one, slot }) => isAhead(slot) && one.yes + one.ifNeedBe > 0);
  const [best] = open.toSorted((a, b) => compare(a.one, b.one));
  return best ? open.filter(({ one }) => compare(one, best.one) === 0).map(({ slot }) => slot) : [];
}

/** What keeping a slot means: who is lost, who comes only if need be, whose presence was required. */
export interface SlotExplained {
  readonly lost: readonly Voice[];
  readonly onlyIfNeedBe: readonly Voice[];
  readonly requiredMissing: readonly Voice[];
}

export function explain(voices: readonly Voice[], slot: number): SlotExplained {
  return {
    lost: voices.filter((voice) => voice.answered && !canCome(voice, slot)),
    onlyIfNeedBe: voices.filter((voice) => voice.answers[slot] === 'if-need-be'),
    requiredMissing: voices.filter((voice) => voice.required && !canCome(voice, slot)),
  };
}
