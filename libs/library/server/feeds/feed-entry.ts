import { parisDay } from '@cohorte/platform/contract';
import { createHash } from 'node:crypto';
import { webLink } from '../../contract';
import { plainText } from './plain-text';

/** An entry as its feed writes it: the text of each element, and Atom's links. */
export interface RawEntry {
  readonly fields: Record<string, string>;
  readonly links: { readonly rel: string; readonly href: string }[];
}

/** An entry as a resource may take it. */
export interface FeedEntry {
  /** The hash of what its publisher identifies it by. */
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly link: string | null;
  /** A civil day in Paris. */
  readonly day: string | null;
}

const titleMost = 200;
const titleLeast = 3;
const summaryMost = 1_500;

const first = (fields: RawEntry['fields'], ...names: string[]): string => names.map((name) => fields[name]?.trim() ?? '').find(Boolean) ?? '';

/** No half letter at the end. */
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`);

function linkOf({ fields, links }: RawEntry, at: URL): string | null {
  const guid = fields['guid-is-no-link'] ? '' : first(fields, 'guid');
  const said = links.find(({ rel }) => rel === 'alternate')?.href ?? (first(fields, 'link') || (/^https?:/i.test(guid) ? guid : ''));
  if (!said || !URL.canParse(said, at.href)) return null;
  const { href } = new URL(said, at);
  return webLink.safeParse(href).success ? href : null;
}

function dayOf(fields: RawEntry['fields']): string | null {
  const instant = new Date(first(fields, 'pubDate', 'published', 'dc:date', 'updated'));
  const year = instant.getUTCFullYear();
  return year >= 1950 && year <= 2100 ? parisDay(instant.toISOString()) : null;
}

/** What a card needs of an entry; null when it says nothing. */
export function toEntry(raw: RawEntry, at: URL): FeedEntry | null {
  const { fields } = raw;
  const summary = cut(plainText(first(fields, 'description', 'summary', 'content:encoded', 'content')), summaryMost);
  const [link, day] = [linkOf(raw, at), dayOf(fields)];
  const said = plainText(first(fields, 'title')).replaceAll('\n', ' ');
  const title = cut(said.length >= titleLeast ? said : (summary.split('\n')[0] ?? ''), titleMost);
  if (title.length < titleLeast) return null;
  const named = first(fields, 'guid', 'id') || link || `${title}\n${day ?? ''}`;
  return { key: createHash('sha256').update(named).digest('hex'), title, summary, link, day };
}
