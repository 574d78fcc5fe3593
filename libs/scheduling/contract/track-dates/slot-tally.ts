import type { MemberRole } from '@cohorte/networks/contract';
import type { PollAnswer } from '../polls/answer-line';
import { weekdayOf } from './civil-day';
import { dayFacts, type DayFacts, type LocalCalendar } from './day-facts';
import type { MeetingRule, Requirement } from './track-rules';

/** Someone asked, as far as weighing needs to know them. */
export interface Voter {
  readonly id: string;
  readonly name: string;
  readonly personId: string | null;
  readonly structureId: string | null;
  readonly roles: readonly MemberRole[];
}

export interface WeighedSlot {
  readonly id: string;
  readonly startsAt: string;
  /** Civil day in the zone of the poll. */
  readonly day: string;
}

/** Who said what of the slots of one meeting: voter, then slot. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, PollAnswer>>;

export interface Assembly {
  readonly voters: readonly Voter[];
  /** The structures whose presence counts, with their names. */
  readonly structures: readonly { readonly id: string; readonly name: string }[];
  readonly calendar: LocalCalendar;
}

export interface UnmetRequirement {
  readonly requirement: Requirement;
  /** Nobody concerned has answered yet: asking them may be enough. */
  readonly silent: boolean;
}

/** What one slot of one meeting is worth, and to whom. */
export interface SlotTally {
  readonly slot: WeighedSlot;
  readonly facts: DayFacts;
  /** Ids of structures for which somebody can come, can if need be, or nobody can. */
  readonly sure: readonly string[];
  readonly ifNeedBe: readonly string[];
  readonly lost: readonly string[];
  readonly unmet: readonly UnmetRequirement[];
  /** Required people who only can if need be. */
  readonly strained: readonly Requirement[];
  readonly people: { readonly yes: number; readonly ifNeedBe: number; readonly asked: number };
  readonly preferred: boolean;
}

const rank = { yes: 2, 'if-need-be': 1, no: 0 } as const;
type Rank = 0 | 1 | 2;

const answerOf = (answers: Answers, voter: Voter, slot: WeighedSlot): PollAnswer | undefined => answers.get(voter.id)?.get(slot.id);

function bestOf(answers: Answers, voters: readonly Voter[], slot: WeighedSlot): Rank {
  return voters.reduce<Rank>((best, voter) => {
    const answer = answerOf(answers, voter, slot);
    const own = answer ? rank[answer] : 0;
    return own > best ? own : best;
  }, 0);
}

/** Those a requirement speaks of. */
export function concernedBy(requirement: Requirement, voters: readonly Voter[]): Voter[] {
  if (requirement.kind === 'person') return voters.filter((voter) => voter.personId === requirement.personId);
  if (requirement.kind === 'structure') return voters.filter((voter) => voter.structureId === requirement.structureId);
  return voters.filter((voter) => voter.roles.includes(requirement.role));
}

/** Without any structure each person stands for themselves. */
function unitsOf({ voters, structures }: Assembly): { id: string; voters: Voter[] }[] {
  if (structures.length === 0) return voters.map((voter) => ({ id: voter.id, voters: [voter] }));
  const byStructure = new Map<string, Voter[]>(structures.map(({ id }) => [id, []]));
  for (const voter of voters) byStructure.get(voter.structureId ?? '')?.push(voter);
  return [...byStructure].map(([id, members]) => ({ id, voters: members }));
}

function requirementsOf(rule: MeetingRule, answers: Answers, voters: readonly Voter[], slot: WeighedSlot): Pick<SlotTally, 'unmet' | 'strained'> {
  const weighed = rule.required.map((requirement) => {
    const concerned = concernedBy(requirement, voters);
    return { requirement, best: bestOf(answers, concerned, slot), silent: concerned.every((voter) => !answers.has(voter.id)) };
  });
  return {
    unmet: weighed.filter(({ best }) => best === 0).map(({ requirement, silent }) => ({ requirement, silent })),
    strained: weighed.filter(({ best }) => best === 1).map(({ requirement }) => requirement),
  };
}

function peopleOf(answers: Answers, voters: readonly Voter[], slot: WeighedSlot): SlotTally['people'] {
  const said = voters.map((voter) => answerOf(answers, voter, slot));
  return { yes: said.filter((one) => one === 'yes').length, ifNeedBe: said.filter((one) => one === 'if-need-be').length, asked: voters.length };
}

/** Weighs every slot of a meeting. Not having answered counts as «no», like everywhere in polls. */
export function tallySlots(assembly: Assembly, rule: MeetingRule, slots: readonly WeighedSlot[], answers: Answers): SlotTally[] {
  const units = unitsOf(assembly);
  return slots.map((slot) => {
    const ranked = units.map((unit) => ({ id: unit.id, best: bestOf(answers, unit.voters, slot) }));
    const idsRanked = (best: Rank): string[] => ranked.filter((unit) => unit.best === best).map((unit) => unit.id);
    return {
      slot,
      facts: dayFacts(assembly.calendar, slot.day),
      sure: idsRanked(2),
      ifNeedBe: idsRanked(1),
      lost: idsRanked(0),
      ...requirementsOf(rule, answers, assembly.voters, slot),
      people: peopleOf(answers, assembly.voters, slot),
      preferred: rule.preferredWeekdays.includes(weekdayOf(slot.day)),
    };
  });
}

export const presentIn = (tally: SlotTally): number => tally.sure.length + tally.ifNeedBe.length;

/** Whether a slot respects what was asked of its meeting, the gaps apart. */
export const isAllowed = (tally: SlotTally, rule: Pick<MeetingRule, 'quorum' | 'required'>): boolean =>
  presentIn(tally) >= (rule.quorum ?? 0) && !tally.unmet.some(({ requirement }) => rule.required.includes(requirement));
