import { REAL_LAUNCH, shiftDay, shiftWeeks } from './launch-date.rule';
import { hospitalGroupKeys } from './structures';

export type DemoMeetingState = 'held' | 'to-poll' | 'undated';

export interface DemoMeeting {
  /** Null for the webinars on works, which are outside the count. */
  readonly number: number | null;
  readonly sideCode: string | null;
  readonly state: DemoMeetingState;
  /** Paris wall clock, before the shift. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** First and last day among which the date will be chosen. */
  readonly window: { readonly from: string; readonly to: string } | null;
}

const undated = (number: number | null, sideCode: string | null = null): DemoMeeting =>
  ({ number, sideCode, state: 'undated', startsAt: null, endsAt: null, window: null });

/** The real calendar of the group, as it stood on the day of its launch. */
export const demoMeetings: readonly DemoMeeting[] = [
  { number: 1, sideCode: null, state: 'held', startsAt: REAL_LAUNCH, endsAt: '2024-10-17T15:30', window: null },
  { number: 2, sideCode: null, state: 'to-poll', startsAt: null, endsAt: null, window: { from: '2024-11-01', to: '2024-11-30' } },
  { number: 3, sideCode: null, state: 'to-poll', startsAt: null, endsAt: null, window: { from: '2024-12-01', to: '2024-12-31' } },
  undated(4), undated(5), undated(6), undated(null, 'travaux-1'), undated(null, 'travaux-2'),
];

export const demoCohort = {
  key: 'spaser-ght-normandie',
  name: 'SPASER des GHT de Normandie',
  templateCode: 'ran-coper-spaser',
  scope: 'mixed',
  networkKey: 'ran-coper',
  sponsorKey: 'ars-normandie',
  structureKeys: hospitalGroupKeys,
  meetings: demoMeetings,
} as const;

/** The meetings as a first start shows them: instants in UTC, days as they are. */
export function meetingsFrom(firstStart: Date): DemoMeeting[] {
  const instant = (local: string | null): string | null => (local === null ? null : shiftWeeks(local, firstStart));
  return demoMeetings.map((meeting) => ({
    ...meeting,
    startsAt: instant(meeting.startsAt),
    endsAt: instant(meeting.endsAt),
    window: meeting.window && { from: shiftDay(meeting.window.from, firstStart), to: shiftDay(meeting.window.to, firstStart) },
  }));
}
