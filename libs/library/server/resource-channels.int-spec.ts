import type { Actor, MemberRole } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { type Principal, type Visitor, visitor } from '@cohorte/platform/contract';
import { createTestApp, Database, FirstPages, KnownWords, newId, SearchQueries, type TestApp } from '@cohorte/platform/server';
import { type AccessLevel, asReader, type ResourceFields } from '../contract';
import { LibraryModule } from './library.module';
import { ResourceExport } from './resource-export';
import { ResourceLetters } from './resource-letters';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';

/** A word that stands in the title, the summary and the publisher of one resource only. */
const wordOf: Record<AccessLevel, string> = { public: 'zibeline', network: 'yttrium', cohort: 'wapiti', structure: 'kolinski' };
const levels = Object.keys(wordOf) as AccessLevel[];

let app: TestApp;
const people: Record<string, Actor | Visitor> = { visitor };
const resources: Record<string, { id: string; slug: string }> = {};

/** Who may know of what, by hand: the table this spec is about. */
const mayKnow: Record<string, AccessLevel[]> = {
  visitor: ['public'],
  'animator of another network': ['public'],
  'guest of the network': ['public'],
  'guest of the cohort': ['public'],
  'expert of the structure': ['public', 'structure'],
  'member of another structure': ['public', 'network'],
  'member of the structure': ['public', 'network', 'cohort', 'structure'],
  'animator of the network': ['public', 'network', 'cohort'],
};

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  const given = new NetworksFixtures(app);
  const [networkId, elsewhere] = [await given.aNetwork('Réseau'), await given.aNetwork('Ailleurs')];
  const [structureId, otherId] = [await given.aStructure(networkId, { name: 'GHT' }), await given.aStructure(networkId, { name: 'Ville' })];
  const cohortId = await given.aCohort(networkId, [structureId]);
  const add = async (name: string, role: MemberRole, spaceId: string) => (people[name] = await given.actor(await given.someone(role, spaceId)));
  await add('animator of another network', 'animator', elsewhere);
  await add('guest of the network', 'guest', networkId);
  await add('guest of the cohort', 'guest', cohortId);
  await add('expert of the structure', 'expert', structureId);
  await add('member of another structure', 'member', otherId);
  await add('member of the structure', 'member', structureId);
  const animator = await add('animator of the network', 'animator', networkId);
  const lead = await given.actor(await given.someone('lead', structureId));
  const place: Record<AccessLevel, string> = { public: networkId, network: networkId, cohort: cohortId, structure: structureId };
  for (const access of levels) {
    const fields: ResourceFields = {
      form: 'guide', title: `Animal ${wordOf[access]}`, summary: `Le ${wordOf[access]}, en un mot.`, content: '', clause: null, link: 'https://exemple.fr', publisher: `Éditions ${wordOf[access]}`, year: 2024, language: 'fr', licence: access === 'public' ? 'cc-by' : 'network',
      themes: ['water'], segments: [], stages: [], sectors: [], territories: [], audiences: [], legal: [], tags: [wordOf[access]], cpv: [], access, spaceId: place[access], checkedOn: null, reviewOn: null,
    };
    resources[access] = await app.get(ResourceService).deposit(access === 'structure' ? lead : animator, { requestId: newId(), then: 'publish', fields });
  }
  await app.get(KnownWords).learn();
});
afterAll(() => app.close());

type Reader = Principal | Visitor;
const acting = (reader: Reader): Actor | Visitor => reader as Actor | Visitor;
const misspelt = (word: string): string => `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)} `;
/** Every question that would find it: its word, its beginning, a slip, its phrase. */
const questions = levels.flatMap((level) => [wordOf[level], wordOf[level].slice(0, 4), misspelt(wordOf[level]), `"animal ${wordOf[level]}"`]);
const each = async (ask: (q: string) => Promise<unknown>): Promise<unknown> => Promise.all(['animal', ...questions].map(ask));
const get = async (path: string): Promise<unknown> => (await app.request('GET', path)).body;
const asked = (q: string): string => new URLSearchParams({ q }).toString();

/** Each channel with all it tells a reader. */
const personal: Record<string, (reader: Reader) => Promise<unknown>> = {
  'the list and its facets': (reader) => app.get(ResourceQueries).list(acting(reader), { order: 'recent', page: 1, theme: ['water'] }),
  'the question of the list': (reader) => each((q) => app.get(ResourceQueries).list(acting(reader), { order: 'recent', page: 1, q })),
  'the search of the platform': () => each((q) => get(`/api/search?${asked(q)}`)),
  'its facets': () => get(`/api/search?${new URLSearchParams({ q: '', facets: '{"theme":["water"]}' }).toString()}`),
  'what is offered while typing': () => each((q) => get(`/api/search/completions?${asked(q)}`)),
  'what a domain asks of the index': async (reader) => {
    const { ids } = await app.get(SearchQueries).matching(reader, { text: 'animal' });
    return levels.filter((level) => ids.includes(resources[level]?.id ?? '')).map((level) => wordOf[level]);
  },
  'the exported table': (reader) => app.get(ResourceExport).csv(acting(reader)),
  'the exported facts': (reader) => app.get(ResourceExport).json(acting(reader)),
  'the page of each': (reader) => Promise.all(levels.map((level) => app.get(ResourceQueries).open(acting(reader), resources[level]?.slug ?? '').then(({ title }) => title, () => null))),
  'the letters about each': (reader) => app.get(Database).transaction({ system: 'spec' }, async (tx) => {
    const facts = await Promise.all(levels.map((level) => app.get(ResourceLetters).factsOf(tx, resources[level]?.id ?? '')));
    return facts.filter((one) => one?.may(asReader(acting(reader)) as Actor, 'read')).map((one) => one?.title);
  }),
};

/** What anybody may fetch, whoever asks. */
const shared: Record<string, () => Promise<unknown>> = {
  'the feed': () => app.get(ResourceExport).atom(),
  'the map of pages': () => app.get(ResourceExport).sitemap(),
  'the page before any script': () => Promise.all(['/ressources', ...levels.map((level) => `/ressources/${resources[level]?.slug ?? ''}`)].map((path) => app.get(FirstPages).of(path, new URLSearchParams()))),
};

/** What stays inside a cohort or a structure does not travel from one library to another. */
const travels: AccessLevel[] = ['public', 'network'];

const shownIn = (told: unknown): AccessLevel[] => levels.filter((level) => JSON.stringify(told ?? null).includes(wordOf[level]));

describe.each(Object.keys(mayKnow))('to the %s', (name) => {
  beforeAll(() => app.actAs(people[name]?.personId ? (people[name] as Actor) : null));

  it.each(Object.keys(personal))('%s tells what they may know, nothing else', async (channel) => {
    const expected = mayKnow[name]?.filter((level) => !channel.startsWith('the exported') || travels.includes(level));
    expect(shownIn(await personal[channel]?.(people[name] as Reader))).toEqual(expected);
  });
});

it.each(Object.keys(shared))('%s tells what is public, nothing else, whoever is signed in', async (channel) => {
  for (const reader of Object.values(people)) {
    app.actAs(reader.personId ? (reader as Actor) : null);
    expect(shownIn(await shared[channel]?.())).toEqual(['public']);
  }
});
