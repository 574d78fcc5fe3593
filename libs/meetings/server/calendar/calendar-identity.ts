import { createHash } from 'node:crypto';
import type { CalendarContact } from './calendar-file';

/** «Cohorte <a@b.fr>» → its name and address: the constant organiser of every invitation. */
export function organizerOf(mailFrom: string): CalendarContact {
  const [, name, email] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return email ? { name: name?.replaceAll('"', '') || 'Cohorte', email } : { name: 'Cohorte', email: mailFrom.trim() };
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();

/**
 * The UID of a meeting in someone's calendars: the same in letters and in their feed, for as long as the meeting lives. It follows the registration
 * when there is one, else the address and the name, so that two people who share a mailbox have two and one may withdraw without erasing the
 * other's; nothing of the address can be read from it.
 */
export function uidOf(meetingId: string, host: string, who?: CalendarContact | string): string {
  if (who === undefined) return `${meetingId}@${host}`;
  const person = typeof who === 'string' ? who : `${who.email.trim().toLowerCase()}|${plain(who.name)}`;
  return `${meetingId}-${createHash('sha256').update(`${meetingId}|${person}`).digest('hex').slice(0, 16)}@${host}`;
}
