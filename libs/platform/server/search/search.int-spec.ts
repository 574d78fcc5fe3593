import { systemActor } from '../../contract';
import { Database } from '../database/database';
import { newId } from '../ids';
import { createTestApp, type TestApp } from '../testing/test-app';
import { SearchFixtures } from './search.fixtures';

let app: TestApp;
let given: SearchFixtures;

beforeAll(async () => {
  app = await createTestApp({ actor: null });
  given = new SearchFixtures(app);
  await app.get(Database).transaction(systemActor('spec'), (tx) =>
    tx.query(`INSERT INTO platform_search_synonym (id, members, updated_at) VALUES ($1, $2, now())`, [newId(), ['ESUS', 'entreprise solidaire d’utilité sociale']]));
  await given.anEntry({ title: 'Béton de chanvre', kind: 'clause', summary: 'Le béton de chanvre isole les murs.', facets: { segment: ['travaux'], phase: ['CCTP'] } });
  await given.anEntry({ title: 'Grille de questionnements sur les indicateurs', summary: 'Pour les hôpitaux qui choisissent leurs indicateurs.', facets: { segment: ['tous'] } });
  await given.anEntry({ title: 'Achats à l’entreprise solidaire d’utilité sociale', facets: { segment: ['tous'] } });
  await given.anEntry({ title: 'Pénalités graduées', keywords: ['L. 2112-2', 'R. 2112-22'] });
  await given.anEntry({ title: 'Un décret de plus', summary: 'Modifie les articles L2113-10 et 2 de 2112.' });
  await given.anEntry({ title: 'Labels', summary: 'Un éco-label vaut preuve ; l’offre bas-carbone aussi.' });
  await given.anEntry({ title: 'Ameublement écoconçu' });
  await given.anEntry({
    title: 'Rapport annuel', quality: 0.9, facets: { segment: ['travaux'] },
    pages: ['Une première page qui ne dit rien.', 'Le groupement a fait poser deux mille mètres carrés de liège expansé en toiture, sans reprise.', 'Des remerciements.'],
  });
  await given.learn();
});
afterAll(() => app.close());

describe('what a person types finds what they mean', () => {
  it.each([
    ['béton de chanvre', 'Béton de chanvre'],
    ['beton chanvre', 'Béton de chanvre'],
    ['béton de chnavre', 'Béton de chanvre'],
    ['BÉTONS CHANVRES', 'Béton de chanvre'],
    ['béton chan', 'Béton de chanvre'],
    ['indicateur hopital', 'Grille de questionnements sur les indicateurs'],
    ['l’indicateur d’hôpital', 'Grille de questionnements sur les indicateurs'],
    ['esus', 'Achats à l’entreprise solidaire d’utilité sociale'],
    ['"liège expansé en toiture"', 'Rapport annuel'],
    ['toitures liège', 'Rapport annuel'],
    ['L2112-2', 'Pénalités graduées'],
    ['art. L. 2112-2', 'Pénalités graduées'],
    ['articles 2112-2', 'Pénalités graduées'],
    ['L. 2113-10', 'Un décret de plus'],
    ['écolabels', 'Labels'],
    ['bascarbone', 'Labels'],
    ['ameublement éco-conçu', 'Ameublement écoconçu'],
  ])('«%s»', async (q, title) => {
    expect((await given.titles(q))[0]).toBe(title);
  });

  it('an article of a code is that article, not one that begins so or whose figures stand elsewhere', async () => {
    expect(await given.titles('L2112-2')).toEqual(['Pénalités graduées']);
    expect(await given.titles('R. 2112-2')).toEqual([]);
  });

  it('words between quotation marks stand side by side, a word behind a minus is not there', async () => {
    expect(await given.titles('"chanvre de béton"')).toEqual([]);
    expect(await given.titles('travaux -chanvre')).not.toContain('Béton de chanvre');
    expect(await given.titles('indicateurs -hôpital')).toEqual([]);
  });

  it('says how it understood the question when nothing answers it as it is', async () => {
    expect((await given.ask('béton chanvre')).step).toEqual({ kind: 'as-asked' });
    expect((await given.ask('béton de chnavre ')).step).toEqual({ kind: 'corrected', words: [{ said: 'chnavre', nearest: 'chanvre' }] });
    expect(await given.ask('béton liquéfié')).toMatchObject({ step: { kind: 'without', words: ['liquefie'] }, hits: [{ title: 'Béton de chanvre' }] });
    expect(await given.ask('zzzzzz')).toMatchObject({ step: { kind: 'as-asked' }, hits: [], total: 0 });
  });

  it('shows the lines that say why, with the page and where the words stand', async () => {
    const { hits: [hit] } = await given.ask('liege toiture');
    expect(hit?.extract?.page).toBe(2);
    expect(hit?.extract?.marks.map(([from, to]) => hit.extract?.text.slice(from, to))).toEqual(['liège', 'toiture']);
    const { hits: [titled] } = await given.ask('beton');
    expect(titled?.titleMarks.map(([from, to]) => titled.title.slice(from, to))).toEqual(['Béton']);
    expect(titled?.extract).toMatchObject({ page: null, text: 'Le béton de chanvre isole les murs.' });
  });

  it('completes a title from its first letters, and forgives a slip', async () => {
    expect(await given.completions('gri')).toEqual(['Grille de questionnements sur les indicateurs']);
    expect(await given.completions('chnavre ')).toEqual(['Béton de chanvre']);
    expect(await given.completions('')).toEqual([]);
  });
});

describe('how answers share out', () => {
  it('counts tabs whatever is chosen, and the values of a facet as if it were not chosen', async () => {
    await given.anEntry({ title: 'Rencontre sur le béton', domain: 'meetings', kind: 'training' });
    const answer = await given.ask('béton', { domain: 'library', facets: '{"segment":["tous"]}' });
    expect(answer).toMatchObject({ total: 0, isMore: false, hits: [] });
    expect(answer.domains).toEqual(expect.arrayContaining([{ domain: 'library', entries: 1 }, { domain: 'meetings', entries: 1 }]));
    expect(answer.facets).toEqual([{ facet: 'segment', value: 'travaux', entries: 1 }]);
  });

  it('several values of one facet add up, several facets narrow', async () => {
    const all = async (facets: object) => (await given.titles('', { domain: 'library', facets: JSON.stringify(facets) })).sort();
    expect(await all({ segment: ['travaux'] })).toEqual(['Béton de chanvre', 'Rapport annuel']);
    expect(await all({ segment: ['travaux', 'tous'] })).toHaveLength(4);
    expect(await all({ segment: ['travaux'], phase: ['cctp'] })).toEqual(['Béton de chanvre']);
  });

  it('turns the pages of a long answer, each entry once', async () => {
    for (let number = 1; number <= 23; number++) await given.anEntry({ title: `Compost fiche ${number}` });
    const pages = [await given.ask('compost'), await given.ask('compost', { offset: '10' }), await given.ask('compost', { offset: '20' })];
    expect(pages.map(({ hits, hasMore }) => [hits.length, hasMore])).toEqual([[10, true], [10, true], [3, false]]);
    expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(23);
    expect(pages[0]).toMatchObject({ total: 23, isMore: false });
  });
});

describe('the index follows what it indexes', () => {
  it('an entry that changed is found by its new words and no longer by the old ones', async () => {
    const id = await given.anEntry({ title: 'Ancienne blanchisserie' });
    await given.anEntry({ id, title: 'Nouvelle lingerie', pages: ['Du linge plat.'] });
    await given.learn();
    expect(await given.titles('blanchisserie ')).toEqual([]);
    expect(await given.titles('lingerie')).toEqual(['Nouvelle lingerie']);
    expect(await given.completions('blanchiss')).toEqual([]);
    await given.without(id);
    await given.learn();
    expect(await given.titles('lingerie ')).toEqual([]);
    const [left] = await app.get(Database).transaction(systemActor('spec'), (tx) => tx.query<{ n: number }[]>(`SELECT count(*)::integer AS n FROM platform_search_word WHERE entries > 0 AND word IN ('blanchisserie', 'lingerie', 'linge')`));
    expect(left).toEqual({ n: 0 });
  });

  it('two changes of one entry at the same time leave its words counted once', async () => {
    const id = await given.anEntry({ title: 'Miscanthus' });
    await Promise.all(['Miscanthus un', 'Miscanthus deux', 'Miscanthus trois'].map((title) => given.anEntry({ id, title })));
    await given.learn();
    const [row] = await app.get(Database).transaction(systemActor('spec'), (tx) => tx.query<{ entries: number }[]>(`SELECT entries FROM platform_search_word WHERE word = 'miscanthus'`));
    expect(row).toEqual({ entries: 1 });
  });

  it('the heaviest of texts and the oddest of signs are indexed too', async () => {
    const noise = Array.from({ length: 150_000 }, (_, at) => `mot${at.toString(36)}`).join(' ');
    await given.anEntry({ title: 'Pesant \u0000 \\ \' " <script> ☃', pages: [noise, 'é'.repeat(70_000), '\u0000'] });
    expect(await given.titles('pesant')).toHaveLength(1);
  });
});

it('nobody reads the tables of the index but through its functions', async () => {
  const seen = await app.get(Database).transaction({ personId: newId() }, async (tx) =>
    Promise.all(['entry', 'page', 'lesson', 'word', 'synonym'].map((table) => tx.query<unknown[]>(`SELECT 1 FROM platform_search_${table} LIMIT 1`).then((rows) => rows.length))));
  expect(seen).toEqual([0, 0, 0, 0, 0]);
});
