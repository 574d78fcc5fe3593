import { type Principal, systemActor, type Visitor, visitor } from '../../contract';
import { Database } from '../database/database';
import { createTestApp, type TestApp } from '../testing/test-app';

interface Question {
  readonly asked: string;
  readonly rare?: string;
  readonly endings?: readonly string[];
  readonly marks?: string;
  readonly others?: readonly string[];
  readonly enough?: number;
}

interface Answer {
  readonly hits: readonly { readonly id: string; readonly tier: number }[] | null;
  readonly counts: readonly Record<string, number>[] | null;
  readonly said: readonly { readonly id: string }[] | null;
}

const elsewhere = 'network:00000000-0000-7000-8000-000000000001';
let app: TestApp;

/** `count` entries that hold `words`, each also one of three words in turn, and of one of two kinds. */
const fill = (count: number, words: string, access: string) =>
  app.get(Database).transaction(systemActor('search'), (tx) => tx.query(
    `INSERT INTO platform_search_entry (id, domain, kind, title, summary, path, keywords, access, facets, quality, updated_at, head, body)
     SELECT gen_random_uuid(), 'library', kind, $2, '', '/x', '{}', ARRAY[$3], ARRAY['kind:' || kind], (n % 10) / 10.0, now(), head, (head::text || ' ''tour' || n % 3 || ''':9 ''texte'':10')::tsvector
     FROM generate_series(1, $1::integer) AS n, LATERAL (SELECT 'k' || n % 2 AS kind) AS k, LATERAL (SELECT ($2 || ' ''@' || $3 || ''' ''#kind:' || kind || '''')::tsvector AS head) AS h`,
    [count, words, access]));

const ask = async (acting: Principal | Visitor, { asked, rare = '', endings = [], marks = '', others = [], enough = 11 }: Question): Promise<Answer> =>
  app.get(Database).call<Answer>(acting, 'platform_search_answer', [JSON.stringify([{ asked, rare, endings, words: [asked], pages: 1 }]), marks, enough, 60, enough > 0, others]);

const told = ({ counts }: Answer) => (counts ?? []).map((shares) => ({ '': 0, ...shares }));

beforeAll(async () => {
  app = await createTestApp({ actor: null });
  await fill(40, `'chanvr':1A`, 'public');
  await fill(25, `'chanvr':1A`, elsewhere);
  await fill(1_050, `'secret':1A`, elsewhere);
  await fill(30, `'secret':1A`, 'public');
  await fill(3, `'liege':1A`, 'public');
  await fill(300, `'bois':1A`, 'public');
});
afterAll(() => app.close());

describe('whichever way a question is answered', () => {
  it.each<[string, Question, string]>([
    ['a rare word', { asked: `'chanvr'` }, `'chanvr'`],
    ['words of titles and of texts', { asked: `'chanvr' & 'tour1' & 'texte'` }, `'chanvr' & 'tour1'`],
    ['words that must not be there', { asked: `'chanvr' & !'tour1'` }, `'chanvr'`],
    ['words side by side', { asked: `'tour2' <-> 'texte' & 'chanvr'` }, `'chanvr' & 'tour2'`],
    ['facets, with and without them', { asked: `'chanvr' & 'texte'`, marks: `'#kind:k1'`, others: ['', `'#kind:k0'`] }, `'chanvr'`],
    ['more than are looked at one by one', { asked: `'bois' & 'tour0'` }, `'bois'`],
    ['a word only others may know of', { asked: `'secret' & 'tour2'` }, `'secret'`],
    ['nothing', { asked: `'nullepart'` }, `'nullepart'`],
  ])('finds and counts the same: %s', async (_, question, rare) => {
    const [wide, near] = [await ask(visitor, question), await ask(visitor, { ...question, rare })];
    const inOrder = ({ hits }: Answer) => (hits ?? []).map(({ id, tier }) => `${tier} ${id}`).sort();
    expect(inOrder(near)).toEqual(inOrder(wide));
    expect(told(near)).toEqual(told(wide));
  });

  it('counts only what the person may know of', async () => {
    const question = { asked: `'chanvr'`, rare: `'chanvr'` };
    expect((await ask(visitor, question)).counts).toEqual([{ '': 40, 'kind:k0': 20, 'kind:k1': 20 }]);
  });

  it('shows of titles being typed those one may know, however many others there are', async () => {
    const typed = await ask(visitor, { asked: `'secret'`, endings: [`'secret'`], enough: 0 });
    expect(typed.hits).toHaveLength(30);
    const near = await ask(visitor, { asked: `'secret'`, rare: `'secret'`, enough: 0 });
    expect(near.hits).toHaveLength(30);
    const several = await ask(visitor, { asked: `'liege' | 'chanvr'`, endings: [`'liege'`, `'chanvr'`], enough: 0 });
    expect(several.hits).toHaveLength(43);
  });

  it('says at once what the hits of one page say, and nothing of longer answers', async () => {
    expect((await ask(visitor, { asked: `'liege'`, rare: `'liege'` })).said).toHaveLength(3);
    expect((await ask(visitor, { asked: `'chanvr'`, rare: `'chanvr'` })).said).toBeNull();
  });
});
