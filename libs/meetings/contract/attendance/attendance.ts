/**
 * Where someone stands with a meeting that is coming or was held. `to-come`: nobody has said; `cancelled`: the meeting itself was called off,
 * which is never counted against anyone.
 */
export const attendanceStates = ['to-come', 'present', 'excused', 'absent', 'cancelled'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** What an animator may say of someone. */
export const markedStates = ['to-come', 'present', 'excused', 'absent'] as const;
export type MarkedState = (typeof markedStates)[number];

/** How it was learnt: the join button, the code shown in the room, the list, or the closing of the list. */
export const attendanceMeans = ['online', 'room', 'list', 'closing'] as const;
export type AttendanceMeans = (typeof attendanceMeans)[number];

/** Minutes before the hour from which joining or checking in counts as presence, and after the planned end until which it does. */
export const presenceWindow = { before: 60, after: 30 } as const;
/** Days after a meeting at which its list closes by itself. */
export const listDays = 14;
/** Share of the planned time below which a connection says nothing of presence: someone who looked in by mistake. */
const leastShare = 0.2;
const leastMinutes = 10;

export interface HeldMeeting {
  readonly startsAt: Date | null;
  /** End of the last sitting. */
  readonly endsAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** Whether being there can be said by the person: from an hour before the start until half an hour after the end. */
export function isPresenceOpen({ startsAt, endsAt, cancelledAt }: HeldMeeting, now: Date): boolean {
  if (!startsAt || !endsAt || cancelledAt) return false;
  return now.getTime() >= startsAt.getTime() - presenceWindow.before * 60_000 && now.getTime() <= endsAt.getTime() + presenceWindow.after * 60_000;
}

/** `ahead`: too early to say who is there; `closed`: nothing changes any more without reopening it. */
export const listStates = ['ahead', 'open', 'closed'] as const;
export type ListState = (typeof listStates)[number];

/** The list opens on the eve, for those who say beforehand that they cannot come, and closes by hand or by itself. */
export function listStateAt(meeting: HeldMeeting, closedAt: Date | null, now: Date): ListState {
  if (closedAt) return 'closed';
  if (!meeting.startsAt || meeting.cancelledAt) return 'ahead';
  return now.getTime() < meeting.startsAt.getTime() - 24 * 3_600_000 ? 'ahead' : 'open';
}

export const closesByItselfAt = (endsAt: Date): Date => new Date(endsAt.getTime() + listDays * 86_400_000);

/** One stretch during which a page was open on the meeting. */
export interface PresenceInterval {
  readonly joinedAt: Date;
  readonly seenUntil: Date;
}

/** Minutes during which someone was there, between the planned start and end; stretches that overlap (two devices) count once. */
export function minutesPresent(intervals: readonly PresenceInterval[], { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  let until = startsAt.getTime();
  let total = 0;
  for (const { joinedAt, seenUntil } of intervals.toSorted((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())) {
    const from = Math.max(joinedAt.getTime(), until);
    const to = Math.min(seenUntil.getTime(), endsAt.getTime());
    if (to <= from) continue;
    total += to - from;
    until = to;
  }
  return Math.round(total / 60_000);
}

/** A fifth of the planned time, or ten minutes when that is less: a hint to the animator, who decides. */
export const isShortStay = (minutes: number, plannedMinutes: number): boolean => minutes < Math.min(leastMinutes, plannedMinutes * leastShare);

/** One person of a structure, for the animator's figures. */
export interface AttendanceLineFacts {
  readonly structureName: string | null;
  readonly state: AttendanceState;
}

export interface StructureAttendance {
  readonly structureName: string | null;
  readonly expected: number;
  readonly present: number;
}

/** How many came of each structure; people without one come last. */
export function attendanceByStructure(lines: readonly AttendanceLineFacts[]): StructureAttendance[] {
  const found = new Map<string | null, { expected: number; present: number }>();
  for (const { structureName, state } of lines) {
    const counted = found.get(structureName) ?? { expected: 0, present: 0 };
    found.set(structureName, { expected: counted.expected + 1, present: counted.present + (state === 'present' ? 1 : 0) });
  }
  return [...found].map(([structureName, counted]) => ({ structureName, ...counted })).toSorted(byName);
}

const byName = (a: StructureAttendance, b: StructureAttendance): number => Number(a.structureName === null) - Number(b.structureName === null) || (a.structureName ?? '').localeCompare(b.structureName ?? '', 'fr');
