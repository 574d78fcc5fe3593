import { bestCombinations, isPossible, type SoughtMeeting } from './combination-search';
import { presentIn } from './slot-tally';
import type { Impossibility, Relaxation } from './track-poll';
import { type MeetingRule, weeksMax } from './track-rules';

type Sought = Extract<SoughtMeeting, { kind: 'sought' }>;

/** A rule with one thing given up. */
export function relaxRule(rule: MeetingRule, relaxation: Relaxation): MeetingRule {
  if (rule.meetingId !== relaxation.meetingId) return rule;
  if (relaxation.kind === 'quorum') return { ...rule, quorum: relaxation.to };
  if (relaxation.kind === 'required') return { ...rule, required: rule.required.filter((one) => JSON.stringify(one) !== JSON.stringify(relaxation.requirement)) };
  return relaxation.kind === 'min-weeks' ? { ...rule, minWeeks: relaxation.to } : { ...rule, maxWeeks: relaxation.to };
}

const relaxed = (meetings: readonly SoughtMeeting[], relaxations: readonly Relaxation[]): SoughtMeeting[] =>
  meetings.map((meeting) => (meeting.kind === 'dated' ? meeting : { ...meeting, rule: relaxations.reduce(relaxRule, meeting.rule) }));

/** Every constraint of a meeting, loosened step by step: the smallest step first, the last one gives it up altogether. */
function stepsOf(meeting: Sought): Relaxation[][] {
  const { id: meetingId, rule, tallies } = meeting;
  const { quorum, minWeeks, maxWeeks } = rule;
  const ladders: Relaxation[][] = rule.required.map((requirement) => [{ kind: 'required', meetingId, requirement, silent: tallies.every((tally) => tally.unmet.some((one) => one.requirement === requirement && one.silent)) }]);
  if (quorum !== null) {
    const reached = [...new Set(tallies.map(presentIn))].filter((present) => present > 0 && present < quorum).sort((a, b) => b - a);
    ladders.push([...reached.map((to): Relaxation => ({ kind: 'quorum', meetingId, from: quorum, to })), { kind: 'quorum', meetingId, from: quorum, to: null }]);
  }
  if (minWeeks > 0) ladders.push(Array.from({ length: minWeeks }, (_, less): Relaxation => ({ kind: 'min-weeks', meetingId, from: minWeeks, to: minWeeks - 1 - less })));
  if (maxWeeks !== null) {
    const more = Array.from({ length: weeksMax - maxWeeks }, (_, place): Relaxation => ({ kind: 'max-weeks', meetingId, from: maxWeeks, to: maxWeeks + 1 + place }));
    ladders.push([...more, { kind: 'max-weeks', meetingId, from: maxWeeks, to: null }]);
  }
  return ladders;
}

/** All given up at once, then put back one by one where that is possible: what remains is needed, all of it. */
function neededTogether(meetings: readonly SoughtMeeting[], ladders: readonly Relaxation[][]): Relaxation[] {
  let given = ladders.map((ladder) => ladder[ladder.length - 1] as Relaxation);
  for (const one of given) {
    const without = given.filter((other) => other !== one);
    if (isPossible(relaxed(meetings, without))) given = without;
  }
  return given.reduce<Relaxation[]>((kept, one) => {
    const others = kept.filter((other) => other !== one);
    const ladder = ladders.find((steps) => steps.includes(one)) ?? [one];
    const smallest = ladder.find((step) => isPossible(relaxed(meetings, [...others, step]))) ?? one;
    return kept.map((other) => (other === one ? smallest : other));
  }, given);
}

/** The first meeting the track cannot reach with the dates proposed. */
function firstUnreachable(meetings: readonly SoughtMeeting[]): string {
  const count = meetings.findIndex((_, place) => bestCombinations(meetings.slice(0, place + 1), 1).length === 0);
  return meetings[count]?.id ?? '';
}

/** Which constraint stands in the way, and the smallest thing to give up; nothing when dates can be found as it is. */
export function whyImpossible(meetings: readonly SoughtMeeting[]): Impossibility | null {
  if (meetings.length === 0 || isPossible(meetings)) return null;
  const ladders = meetings.flatMap((meeting) => (meeting.kind === 'sought' ? stepsOf(meeting) : []));
  const either = ladders.flatMap((ladder) => ladder.find((step) => isPossible(relaxed(meetings, [step]))) ?? []);
  if (either.length > 0) return { kind: 'either', relaxations: either };
  const everything = ladders.map((ladder) => ladder[ladder.length - 1] as Relaxation);
  if (!isPossible(relaxed(meetings, everything))) return { kind: 'dates', meetingId: firstUnreachable(relaxed(meetings, everything)) };
  return { kind: 'together', relaxations: neededTogether(meetings, ladders) };
}
