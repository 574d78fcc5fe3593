import { AppError } from '@cohorte/platform/contract';
import { feedEntriesMost } from '../../contract';
import { Refusal } from '../reading/reading';
import { readXml } from '../reading/xml-reader';
import { type FeedEntry, type RawEntry, toEntry } from './feed-entry';
import type { FetchedFeed } from './feed-fetch';
import { plainText } from './plain-text';

export interface Feed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
  /** It has more than is read. */
  readonly isCut: boolean;
}

/** Characters of a field that are kept: a summary, not an article. */
const fieldMost = 8_000;
const linksMost = 20;
const roots = new Set(['rss', 'feed', 'rdf:RDF']);
const entryNames = new Set(['item', 'entry']);
const titles = new Set(['feed/title', 'rss/channel/title', 'rdf:RDF/channel/title']);

/** Listens to the elements of a feed, RSS 2.0 or Atom 1.0, and keeps what a card needs of each entry. */
class FeedListener {
  readonly entries: RawEntry[] = [];
  title = '';
  count = 0;
  private readonly path: string[] = [];
  private entry: RawEntry | null = null;
  /** How deep the entry stands: its fields are one below, whatever they hold. */
  private depth = 0;

  open(name: string, attributes: Record<string, string>): void {
    const bare = name.replace(/^atom:/, '');
    if (this.path.length === 0 && !roots.has(bare)) throw new Refusal('corrupt');
    this.path.push(bare);
    if (!this.entry && entryNames.has(bare)) this.begin();
    else if (this.entry && this.path.length === this.depth + 1) noteAttributes(this.entry, bare, attributes);
  }

  close(): void {
    // Words of two elements inside a field do not touch.
    if (this.path.length > this.depth + 1) this.add(' ');
    if (this.path.length === this.depth) this.entry = null;
    this.path.pop();
  }

  text(said: string): void {
    if (this.entry) this.add(said);
    else if (titles.has(this.path.join('/')) && this.title.length < fieldMost) this.title += said;
  }

  private begin(): void {
    this.count += 1;
    this.entry = { fields: {}, links: [] };
    this.depth = this.path.length;
    if (this.entries.length < feedEntriesMost) this.entries.push(this.entry);
  }

  private add(said: string): void {
    const name = this.path[this.depth];
    if (!this.entry || name === undefined) return;
    const now = Object.hasOwn(this.entry.fields, name) ? (this.entry.fields[name] ?? '') : '';
    if (now.length < fieldMost) this.entry.fields[name] = now + said.slice(0, fieldMost - now.length);
  }
}

function noteAttributes({ fields, links }: RawEntry, name: string, attributes: Record<string, string>): void {
  if (name === 'link' && attributes['href'] && links.length < linksMost) links.push({ rel: attributes['rel'] ?? 'alternate', href: attributes['href'] });
  if (name === 'guid' && attributes['isPermaLink'] === 'false') fields['guid-is-no-link'] = 'yes';
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text.trimStart()));
}

/** The entries of a feed, in its order; what is no feed, or declares entities, is refused by name. */
export async function entriesOf({ text, at }: FetchedFeed): Promise<Feed> {
  const listener = new FeedListener();
  try {
    await readXml(once(text), { open: (name, attributes) => listener.open(name, attributes), close: () => listener.close(), text: (said) => listener.text(said) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw error.problem === 'bomb' ? new AppError('bad-input', 'library.feed-harmful') : new AppError('bad-input', 'library.not-a-feed');
  }
  const entries = listener.entries.flatMap((raw) => toEntry(raw, at) ?? []);
  const each = entries.filter(({ key }, place) => entries.findIndex((one) => one.key === key) === place);
  return { title: plainText(listener.title).replaceAll('\n', ' ').slice(0, 160).trim(), entries: each, isCut: listener.count > feedEntriesMost };
}
