import type { RegistrationStatus } from '@cohorte/meetings/contract';
import type { NoticeRow } from '../notices/notice-row';
import type { MeetingKind } from '../words/meeting-words';

/** What is known, at the moment of sending, of the meeting and of the reader's place in it. */
export interface MeetingMoment {
  readonly now: Date;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly cancelled: boolean;
  readonly published: boolean;
  readonly status: RegistrationStatus | null;
  readonly offerUntil: Date | null;
  /** May read the meeting, with their account or through their place. */
  readonly mayRead: boolean;
  readonly animates: boolean;
}

/** Which standings a kind is true for; the others were overtaken, and have their own notice. */
const trueFor: Partial<Record<MeetingKind, readonly (RegistrationStatus | null)[]>> = {
  registered: ['registered'],
  'to-confirm': ['to-confirm'],
  informed: ['informed'],
  waiting: ['waiting'],
  promoted: ['registered'],
  'handed-over': ['registered'],
  'place-offered': ['offered'],
  withdrawn: ['cancelled'],
  'exception-asked': ['pending'],
  'exception-answered': ['registered', 'waiting', 'refused', 'offered', 'to-confirm'],
  'week-before': ['registered', 'to-confirm'],
  'day-before': ['registered', 'to-confirm'],
  'hour-before': ['registered', 'to-confirm'],
  'details-changed': ['registered', 'to-confirm'],
  'meeting-invitation': [null],
  'date-decided': [null, 'registered', 'to-confirm', 'informed', 'waiting', 'offered', 'pending'],
  moved: [null, 'registered', 'to-confirm', 'informed', 'waiting', 'offered', 'pending'],
  cancelled: [null, 'registered', 'to-confirm', 'informed', 'waiting', 'offered', 'pending'],
  restored: [null, 'registered', 'to-confirm', 'informed', 'waiting', 'offered', 'pending'],
  replay: [null, 'registered', 'to-confirm', 'informed'],
  minutes: [null, 'registered', 'to-confirm', 'informed'],
  certificate: ['registered', 'to-confirm'],
};

/** Told whatever became of the meeting: what is over, or what says that it will not be. */
const afterwards = new Set<MeetingKind>(['replay', 'minutes', 'certificate', 'withdrawn', 'exception-answered']);
const before = new Set<MeetingKind>(['week-before', 'day-before', 'hour-before']);
const ofCancellation = new Set<MeetingKind>(['cancelled', ...afterwards]);

/** A date that has changed again since: the later notice says it. */
function isOvertaken({ facts }: NoticeRow, { startsAt }: MeetingMoment): boolean {
  return facts['startsAt'] !== undefined && facts['startsAt'] !== (startsAt?.toISOString() ?? '');
}

/** Why nothing is to be said, or nothing when it is to be said. */
export function silenceOf(notice: NoticeRow, at: MeetingMoment): string | undefined {
  const kind = notice.kind as MeetingKind;
  if (!isPermitted(kind, at)) return 'no-right';
  if (!(trueFor[kind] ?? [at.status]).includes(at.status)) return 'standing-changed';
  if (isContradicted(kind, at) || isOvertaken(notice, at)) return 'overtaken';
  return isTooLate(kind, at) ? 'too-late' : undefined;
}

const isPermitted = (kind: MeetingKind, { animates, mayRead, published }: MeetingMoment): boolean => (kind === 'exception-to-answer' ? animates : mayRead && published);

/** Cancelled meanwhile, or brought back. */
const isContradicted = (kind: MeetingKind, { cancelled }: MeetingMoment): boolean => (kind === 'cancelled' ? !cancelled : cancelled && !ofCancellation.has(kind));

function isTooLate(kind: MeetingKind, { now, startsAt, endsAt, offerUntil }: MeetingMoment): boolean {
  if (kind === 'place-offered' && offerUntil && offerUntil <= now) return true;
  if (before.has(kind)) return startsAt === null || startsAt <= now;
  return !afterwards.has(kind) && endsAt !== null && endsAt <= now;
}
