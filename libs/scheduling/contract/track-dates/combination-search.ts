import { daysBetween } from './civil-day';
import { rhythmScore, slotScore } from './combination-score';
import { isAllowed, type SlotTally } from './slot-tally';
import type { MeetingRule } from './track-rules';

/** A meeting of the track, in its place: its date is known, or sought among slots. */
export type SoughtMeeting =
  | { readonly kind: 'dated'; readonly id: string; readonly day: string }
  | {
      readonly kind: 'sought';
      readonly id: string;
      readonly rule: MeetingRule;
      readonly tallies: readonly SlotTally[];
      /** The meeting before it has no date and is not asked for: the gap to whatever precedes says nothing. */
      readonly isAlone?: boolean;
    };

/** One slot for each meeting whose date is sought, in the order of the track. */
export interface Combination {
  readonly score: number;
  readonly chosen: readonly { readonly meetingId: string; readonly tally: SlotTally }[];
}

/** One day a meeting may fall on, with the best of its hours. */
interface Stop {
  readonly day: string;
  readonly score: number;
  readonly tally: SlotTally | null;
}

/** The best way to arrive at a stop: its score and the days passed on the way. */
interface Path {
  readonly score: number;
  readonly stops: readonly Stop[];
}

interface Stage {
  readonly id: string;
  readonly gap: Pick<MeetingRule, 'minWeeks' | 'maxWeeks'> | null;
  readonly stops: readonly Stop[];
}

const inTime = (a: SlotTally, b: SlotTally): number => a.slot.startsAt.localeCompare(b.slot.startsAt);

/** On one day only the best hour counts, the earlier when equal: combinations then differ by a day at least, which is what people compare. */
function bestHours(tallies: readonly SlotTally[]): Stop[] {
  const byDay = new Map<string, Stop>();
  for (const tally of [...tallies].sort(inTime)) {
    const score = slotScore(tally);
    const known = byDay.get(tally.slot.day);
    if (!known || score > known.score) byDay.set(tally.slot.day, { day: tally.slot.day, score, tally });
  }
  return [...byDay.values()];
}

function stageOf(meeting: SoughtMeeting): Stage {
  if (meeting.kind === 'dated') return { id: meeting.id, gap: null, stops: [{ day: meeting.day, score: 0, tally: null }] };
  return { id: meeting.id, gap: meeting.rule, stops: bestHours(meeting.tallies.filter((tally) => isAllowed(tally, meeting.rule))) };
}

/** Two dates decided already are not put in question, even when they cross. */
function follows(from: Stop, to: Stop, gap: Stage['gap']): boolean {
  if (!from.tally && !to.tally) return true;
  const days = daysBetween(from.day, to.day);
  if (days < Math.max(1, 7 * (gap?.minWeeks ?? 0))) return false;
  const maxWeeks = gap?.maxWeeks ?? null;
  return maxWeeks === null || days <= 7 * maxWeeks;
}

function pathOrder(a: Path, b: Path): number {
  if (a.score !== b.score) return b.score - a.score;
  const place = a.stops.findIndex((stop, at) => stop.day !== b.stops[at]?.day);
  return place === -1 ? 0 : (a.stops[place]?.day ?? '').localeCompare(b.stops[place]?.day ?? '');
}

function arrive(at: Stop, stage: Stage, before: readonly Path[], keep: number): Path[] {
  const ways = before.flatMap((path) => {
    const last = path.stops[path.stops.length - 1] as Stop;
    if (!follows(last, at, stage.gap)) return [];
    const rhythm = stage.gap ? rhythmScore(stage.gap, daysBetween(last.day, at.day)) : 0;
    return [{ score: path.score + at.score + rhythm, stops: [...path.stops, at] }];
  });
  return ways.sort(pathOrder).slice(0, keep);
}

/**
 * The `keep` best combinations, exactly: meeting after meeting, the best ways to arrive at each day are all that the next meeting needs to know.
 * Equal scores: the earlier dates first. Nothing when no combination respects the rules.
 */
export function bestCombinations(meetings: readonly SoughtMeeting[], keep = 3): Combination[] {
  const [first, ...rest] = meetings.map(stageOf);
  if (!first) return [];
  let paths: Path[] = first.stops.map((stop) => ({ score: stop.score, stops: [stop] }));
  for (const stage of rest) paths = stage.stops.flatMap((stop) => arrive(stop, stage, paths, keep));
  const ids = meetings.map((meeting) => meeting.id);
  return paths.sort(pathOrder).slice(0, keep).map(({ score, stops }) => ({
    score,
    chosen: stops.flatMap((stop, place) => (stop.tally ? [{ meetingId: ids[place] as string, tally: stop.tally }] : [])),
  }));
}

export const isPossible = (meetings: readonly SoughtMeeting[]): boolean => bestCombinations(meetings, 1).length > 0;
