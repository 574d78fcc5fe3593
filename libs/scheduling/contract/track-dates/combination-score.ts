import { presentIn, type SlotTally } from './slot-tally';
import type { MeetingRule } from './track-rules';

/**
 * How combinations are weighed (decision 0022). Structures come first: nothing else can outweigh one of them. Then people, days preferred or
 * best avoided, and the rhythm between meetings. All numbers are whole, so that equal is equal.
 */
export const weights = { sure: 10, ifNeedBe: 6, people: 20, preferred: 10, schoolHoliday: 40, bridge: 20, rhythmPerWeek: 2 } as const;

/** Larger than anything the second order can add up to over twelve meetings. */
const firstOrder = 10_000;

const peoplePoints = ({ yes, ifNeedBe, asked }: SlotTally['people']): number => (asked === 0 ? 0 : Math.floor((weights.people * (10 * yes + 6 * ifNeedBe)) / (10 * asked)));

function dayPoints(tally: SlotTally): number {
  const { schoolHoliday, bridge } = tally.facts;
  return (tally.preferred ? weights.preferred : 0) - (schoolHoliday ? weights.schoolHoliday : 0) - (bridge ? weights.bridge : 0);
}

export const presencePoints = (tally: SlotTally): number => weights.sure * tally.sure.length + weights.ifNeedBe * tally.ifNeedBe.length;

export const slotScore = (tally: SlotTally): number => firstOrder * presencePoints(tally) + peoplePoints(tally.people) + dayPoints(tally);

/** Meetings whose gap is bounded on both sides are best in the middle of it. */
export function rhythmScore(rule: Pick<MeetingRule, 'minWeeks' | 'maxWeeks'>, days: number): number {
  if (rule.maxWeeks === null) return 0;
  const awayDays = Math.abs(2 * days - 7 * (rule.minWeeks + rule.maxWeeks)) / 2;
  return -weights.rhythmPerWeek * Math.floor(awayDays / 7);
}

/** Presence over all meetings, 100 when every structure surely comes everywhere. */
export function presenceShare(tallies: readonly SlotTally[]): number {
  const best = weights.sure * tallies.reduce((sum, tally) => sum + presentIn(tally) + tally.lost.length, 0);
  return best === 0 ? 0 : Math.floor((100 * tallies.reduce((sum, tally) => sum + presencePoints(tally), 0)) / best);
}
