import { createHash } from 'node:crypto';
import type { CalendarContact } from './calendar-file';

/** «Cohorte <a@b.fr>» → its name and address: the constant organiser of every invitation. */
export function organizerOf(mailFrom: string): CalendarContact {
  const [, name, email] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return email ? { name: name?.replaceAll('"', '') || 'Cohorte', email } : { name: 'Cohorte', email: mailFrom.trim() };
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();

/**
 * The UID of a meeting in someone's calendars: the same in letters and in their feed, for as long as the meeting lives. Two people who share a
 * mailbox have two, so that one may withdraw without erasing the other's; nothing of the address can be read from it.
 */
export function uidOf(meetingId: string, host: string, attendee?: CalendarContact): string {
  if (!attendee) return `${meetingId}@${host}`;
  const key = createHash('sha256').update(`${meetingId}|${attendee.email.trim().toLowerCase()}|${plain(attendee.name)}`).digest('hex').slice(0, 16);
  return `${meetingId}-${key}@${host}`;
}
