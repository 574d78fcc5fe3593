import type { RegistrationStatus } from '@cohorte/meetings/contract';
import type { MailedCalendar } from '@cohorte/platform/server';
import type { MeetingKind } from '../words/meeting-words';

/** Nothing to put in a calendar: it is over, or it is a matter between people. */
const outside = new Set<MeetingKind>(['replay', 'minutes', 'certificate', 'exception-to-answer', 'exception-asked']);
const tellsDate = new Set<MeetingKind>(['date-decided', 'moved']);

/** What a letter says to calendars: an event or its update, that it is withdrawn, or nothing. */
export function calendarMethod(kind: MeetingKind, { isDated, comes }: { isDated: boolean; comes: boolean }): MailedCalendar['method'] | null {
  if (outside.has(kind)) return null;
  if (kind === 'cancelled' || kind === 'withdrawn') return 'CANCEL';
  if (!isDated) return kind === 'moved' ? 'CANCEL' : null;
  return comes || tellsDate.has(kind) ? 'REQUEST' : null;
}

const answers: Partial<Record<RegistrationStatus, 'accepted' | 'tentative'>> = { registered: 'accepted', 'to-confirm': 'tentative' };

export const calendarAnswer = (status: RegistrationStatus | undefined): 'accepted' | 'tentative' | 'needs-action' => (status && answers[status]) ?? 'needs-action';
