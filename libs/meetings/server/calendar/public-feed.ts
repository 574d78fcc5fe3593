import { createHash } from 'node:crypto';
import type { PublicMeeting } from '../../contract';

export interface FeedHead {
  readonly title: string;
  /** The page that people read. */
  readonly home: string;
  /** The feed's own address. */
  readonly self: string;
  readonly publicUrl: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** XML forbids most control characters even when escaped. */
const xml = (text: string): string => text.replaceAll(/[^\P{Cc}\n\t]/gu, ' ').replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const when = (iso: string, zone: string): string => new Intl.DateTimeFormat('fr-FR', { timeZone: zone, dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso));
const summaryOf = ({ startsAt, zone, place, objective, networkName }: PublicMeeting): string => [when(startsAt, zone), place, networkName, objective].filter(Boolean).join(' — ');
const urlOf = ({ publicUrl }: FeedHead, { id }: PublicMeeting): string => `${publicUrl}/rencontres/${id}`;

/** When a thing was made, as its identifier (uuid v7) tells. */
const madeAt = (id: string): string => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString();

/** Coming public meetings as an Atom feed (RFC 4287), which every reader of feeds takes for RSS; dated by their announcement, so that reading again announces nothing again. */
export function atomFeed(meetings: readonly PublicMeeting[], head: FeedHead): string {
  const latest = meetings.map(({ id }) => madeAt(id)).toSorted().at(-1) ?? '2026-01-01T00:00:00.000Z';
  const entries = meetings.map((meeting) => [
    '<entry>', `<id>urn:uuid:${meeting.id}</id>`, `<title>${xml(meeting.title)}</title>`, `<link href="${xml(urlOf(head, meeting))}"/>`,
    `<updated>${madeAt(meeting.id)}</updated>`, `<summary>${xml(summaryOf(meeting))}</summary>`, `<author><name>${xml(meeting.networkName)}</name></author>`, '</entry>',
  ].join(''));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><id>${xml(head.self)}</id><title>${xml(head.title)}</title><updated>${latest}</updated>`,
    `<link href="${xml(head.home)}"/><link rel="self" href="${xml(head.self)}"/>`, ...entries, '</feed>', '',
  ].join('\n');
}

/** The same as a JSON Feed (version 1.1). */
export function jsonFeed(meetings: readonly PublicMeeting[], head: FeedHead): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: head.title, home_page_url: head.home, feed_url: head.self, language: 'fr',
    items: meetings.map((meeting) => ({
      id: meeting.id, url: urlOf(head, meeting), title: meeting.title, content_text: summaryOf(meeting),
      _cohorte: { startsAt: meeting.startsAt, endsAt: meeting.endsAt, zone: meeting.zone, kind: meeting.kind, format: meeting.format, place: meeting.place },
    })),
  });
}

/** Changes exactly when what is said does: stamps of the writing itself are left out. */
export function tagOf(content: string): string {
  const said = content.replaceAll(/^(?:DTSTAMP|LAST-MODIFIED):.*$/gm, '');
  return `"${createHash('sha256').update(said).digest('base64url').slice(0, 27)}"`;
}
