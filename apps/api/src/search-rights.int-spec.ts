import { IdentityModule } from '@cohorte/identity/server';
import { NetworksFixtures, NetworksModule } from '@cohorte/networks/server';
import type { Principal, SearchAnswer } from '@cohorte/platform/contract';
import { createTestApp, KnownWords, newId, type SearchAccess, SearchIndex, type TestApp } from '@cohorte/platform/server';

/** A word that stands in the title, the keywords, the text and a facet of one entry only. */
const secretOf = { public: 'zibeline', network: 'yttrium', around: 'wapiti', cohort: 'vison', structure: 'kolinski', lead: 'quokka', person: 'jabiru', nobody: 'xerus' };
type Visibility = keyof typeof secretOf;
const visibilities = Object.keys(secretOf) as Visibility[];

let app: TestApp;
const people: Record<string, Principal | null> = { visitor: null };
const keys: Record<string, Visibility[]> = {
  visitor: ['public'],
  'someone of elsewhere': ['public'],
  'guest of the cohort': ['public', 'around'],
  'expert of the structure': ['public', 'around', 'structure'],
  'member of another structure': ['public', 'network', 'around'],
  'sponsor of the network': ['public', 'network', 'around'],
  'member of the structure': ['public', 'network', 'around', 'cohort', 'structure'],
  'lead of the structure': ['public', 'network', 'around', 'cohort', 'structure', 'lead'],
  'the person herself': ['public', 'person'],
  'someone who left': ['public'],
};

beforeAll(async () => {
  app = await createTestApp({ imports: [IdentityModule, NetworksModule], actor: null });
  const given = new NetworksFixtures(app);
  const [networkId, elsewhere] = [await given.aNetwork(), await given.aNetwork('Ailleurs')];
  const [structureId, otherId] = [await given.aStructure(networkId, { name: 'GHT' }), await given.aStructure(networkId, { name: 'Ville' })];
  const cohortId = await given.aCohort(networkId, [structureId]);
  const add = async (name: string, personId: string) => (people[name] = await given.actor(personId));
  await add('someone of elsewhere', await given.someone('member', await given.aStructure(elsewhere, { name: 'Région' })));
  await add('guest of the cohort', await given.someone('guest', cohortId));
  await add('expert of the structure', await given.someone('expert', structureId));
  await add('member of another structure', await given.someone('member', otherId));
  await add('sponsor of the network', await given.someone('sponsor', networkId));
  await add('member of the structure', await given.someone('member', structureId));
  await add('lead of the structure', await given.someone('lead', structureId));
  await add('the person herself', await given.aPerson());
  await add('someone who left', await given.someone('member', structureId));
  const left = people['someone who left']?.personId;
  const access: Record<Visibility, SearchAccess[]> = {
    public: ['public'], network: [`network:${networkId}`], around: [`around-network:${networkId}`], cohort: [`space:${cohortId}`], structure: [`space:${structureId}`],
    lead: [`space:${structureId}:lead`], person: [`person:${people['the person herself']?.personId ?? ''}`, `person:${left ?? ''}:around-network:${networkId}`], nobody: [],
  };
  await given.asSystem(async (tx) => {
    for (const visibility of visibilities) {
      const word = secretOf[visibility];
      await app.get(SearchIndex).put(tx, {
        id: newId(), domain: `tab${visibility}`, kind: 'guide', title: `Animal ${word}`, summary: `Le ${word}.`, path: `/${word}`, keywords: [word], facets: { theme: [word] },
        access: access[visibility], quality: 0.5, pages: [`Une page sur le ${word}.`],
      });
    }
    await tx.query('UPDATE networks_membership SET ended_at = now() WHERE person_id = $1', [left]);
  });
  await app.get(KnownWords).learn();
});
afterAll(() => app.close());

const get = async <T>(path: string, query: Record<string, string>): Promise<T> => (await app.request('GET', `${path}?${new URLSearchParams(query).toString()}`)).body as T;

/** Which of the entries show anywhere in these words: every answer to every question of this spec is looked through. */
const shownIn = (answer: unknown): Visibility[] => visibilities.filter((visibility) => JSON.stringify(answer).includes(secretOf[visibility]) || JSON.stringify(answer).includes(`tab${visibility}`));

/** The word with two of its letters exchanged. */
const misspelt = (word: string): string => `${word.slice(0, 2)}${word[3] ?? ''}${word[2] ?? ''}${word.slice(4)} `;

describe.each(Object.keys(keys))('%s', (name) => {
  const may = keys[name] as Visibility[];
  beforeAll(() => app.actAs(people[name] ?? null));

  it('finds, counts and sees in facets what they may know, nothing else', async () => {
    const answer = await get<SearchAnswer>('/api/search', { q: 'animal' });
    expect(shownIn(answer)).toEqual(visibilities.filter((one) => may.includes(one)));
    expect(answer.total).toBe(may.length);
    expect(answer.domains).toHaveLength(may.length);
    expect(answer.facets.filter(({ facet }) => facet === 'theme').map(({ entries }) => entries)).toEqual(may.map(() => 1));
  });

  it.each(visibilities)('what is for «%s»: by its word, its phrase, its text, its facet, its beginning, a slip', async (visibility) => {
    const word = secretOf[visibility];
    const questions: Record<string, string>[] = [{ q: word }, { q: `"animal ${word}"` }, { q: `"page sur le ${word}"` }, { q: '', facets: JSON.stringify({ theme: [word] }) }, { q: word.slice(0, 4) }, { q: misspelt(word) }];
    for (const question of questions) {
      const answer = await get<SearchAnswer>('/api/search', question);
      const found = answer.hits.map(({ title }) => title).includes(`Animal ${word}`);
      expect([question, found, answer.total > 0]).toEqual([question, may.includes(visibility), may.includes(visibility)]);
      // A stranger to the word is not even told that it is one.
      if (!may.includes(visibility)) expect([question, answer.step, answer.facets, answer.domains]).toEqual([question, { kind: 'as-asked' }, [], []]);
    }
  });

  it('is offered what they may know while typing, nothing else', async () => {
    for (const visibility of visibilities) {
      for (const q of [secretOf[visibility].slice(0, 3), misspelt(secretOf[visibility])]) {
        const { hits } = await get<{ hits: { title: string }[] }>('/api/search/completions', { q });
        expect([q, hits.map(({ title }) => title)]).toEqual([q, may.includes(visibility) ? [`Animal ${secretOf[visibility]}`] : []]);
      }
    }
  });
});
