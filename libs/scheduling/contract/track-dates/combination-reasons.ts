import { daysBetween } from './civil-day';
import type { Combination, SoughtMeeting } from './combination-search';
import { presentIn, type SlotTally } from './slot-tally';
import type { Reason } from './track-poll';

const sizeOf = (tally: SlotTally): number => presentIn(tally) + tally.lost.length;

function ofMeeting(meetingId: string, tally: SlotTally, quorum: number | null): Reason[] {
  const { facts } = tally;
  return [
    ...(tally.lost.length > 0 ? [{ kind: 'loses' as const, meetingId, unitIds: [...tally.lost] }] : []),
    ...(quorum !== null && presentIn(tally) === quorum ? [{ kind: 'quorum-tight' as const, meetingId, present: quorum, of: sizeOf(tally) }] : []),
    ...tally.strained.map((requirement) => ({ kind: 'required-strained' as const, meetingId, requirement })),
    ...(tally.ifNeedBe.length > 0 ? [{ kind: 'if-need-be' as const, meetingId, unitIds: [...tally.ifNeedBe] }] : []),
    ...(facts.schoolHoliday ? [{ kind: 'school-holiday' as const, meetingId, name: facts.schoolHoliday }] : []),
    ...(facts.schoolUnknown ? [{ kind: 'school-unknown' as const, meetingId }] : []),
    ...(facts.bridge ? [{ kind: 'bridge' as const, meetingId }] : []),
  ];
}

/** Those who would miss several meetings: the same loss twice weighs more on a structure than two losses on two. */
function losesAgain(chosen: Combination['chosen']): Reason[] {
  const missed = new Map<string, string[]>();
  for (const { meetingId, tally } of chosen) for (const unitId of tally.lost) missed.set(unitId, [...(missed.get(unitId) ?? []), meetingId]);
  return [...missed].filter(([, meetingIds]) => meetingIds.length > 1).map(([unitId, meetingIds]) => ({ kind: 'loses-again', unitId, meetingIds }));
}

function gapsOf(meetings: readonly SoughtMeeting[], combination: Combination): Reason[] {
  const days = meetings.map((meeting) => (meeting.kind === 'dated' ? meeting.day : (combination.chosen.find((one) => one.meetingId === meeting.id)?.tally.slot.day ?? '')));
  return meetings.slice(1).flatMap((meeting, place): Reason[] => {
    const before = meetings[place] as SoughtMeeting;
    if (meeting.kind === 'dated' ? before.kind === 'dated' : meeting.isAlone) return [];
    return [{ kind: 'gap', fromId: before.id, toId: meeting.id, days: daysBetween(days[place] as string, days[place + 1] as string) }];
  });
}

/** The reasons of one combination: who is lost first, what is tight then, the calendar and the gaps last. */
export function reasonsOf(meetings: readonly SoughtMeeting[], combination: Combination): Reason[] {
  const own = combination.chosen.flatMap(({ meetingId, tally }) => {
    const meeting = meetings.find((one) => one.id === meetingId);
    return ofMeeting(meetingId, tally, meeting?.kind === 'sought' ? meeting.rule.quorum : null);
  });
  const everyone: Reason[] = own.some((reason) => reason.kind === 'loses') ? [] : [{ kind: 'everyone' }];
  const order: Reason['kind'][] = ['everyone', 'loses-again', 'loses', 'quorum-tight', 'required-strained', 'if-need-be', 'school-holiday', 'school-unknown', 'bridge', 'gap'];
  return [...everyone, ...losesAgain(combination.chosen), ...own, ...gapsOf(meetings, combination)].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
