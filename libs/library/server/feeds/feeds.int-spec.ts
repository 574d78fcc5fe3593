import type { Actor } from '@cohorte/networks/contract';
import { NetworksFixtures } from '@cohorte/networks/server';
import { createTestApp, Database, newId, type TestApp } from '@cohorte/platform/server';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedFields } from '../../contract';
import { LibraryModule } from '../library.module';
import { OutsideWeb } from '../outside-web';
import { ResourceQueries } from '../resource.queries';
import { ResourceService } from '../resource.service';
import { FeedFetch } from './feed-fetch';
import { FeedService } from './feed.service';

const named = (code: string) => expect.objectContaining({ code });
let app: TestApp;
let given: NetworksFixtures;
let site: Site;
let networkId: string;
let animator: Actor;
let member: Actor;

/** A site of somebody else, whose feeds answer as they are told. */
class Site {
  readonly pages = new Map<string, (asked: IncomingMessage, answer: ServerResponse) => void>();
  private constructor(private readonly server: Server) {}

  static async open(): Promise<Site> {
    const server = createServer();
    const made = new Site(server);
    server.on('request', (asked, answer) => (made.pages.get(asked.url ?? '') ?? ((_, gone) => gone.writeHead(404).end()))(asked, answer));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return made;
  }

  /** Puts a feed at an address of its own. */
  gives(body: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/xml' }): string {
    const path = `/${newId()}`;
    this.pages.set(path, (_, answer) => answer.writeHead(200, headers).end(body));
    return this.at(path);
  }

  at(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

beforeAll(async () => {
  app = await createTestApp({ imports: [LibraryModule], actor: null });
  given = new NetworksFixtures(app);
  site = await Site.open();
  networkId = await given.aNetwork(`Réseau ${newId()}`);
  animator = await given.actor(await given.someone('animator', networkId));
  member = await given.actor(await given.someone('member', await given.aStructure(networkId, { name: `CHU ${newId()}` })));
});
afterAll(async () => {
  await app.close();
  site.close();
});

const rss = (...items: string[]): string => `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Actualités &amp; guides</title><link>https://exemple.fr/</link><atom:link rel="self" href="https://exemple.fr/rss"/>${items.join('')}</channel></rss>`;
const item = (title: string, more = ''): string => `<item><title>${title}</title>${more}</item>`;
const atom = (...entries: string[]): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Veille</title>${entries.join('')}</feed>`;

const fields = (change: Partial<FeedFields> = {}): FeedFields => ({ form: 'guide', licence: 'notice', language: 'fr', themes: ['energy'], access: 'network', ...change });
const read = (address: string, actor = animator, network = networkId) => app.get(FeedService).read(actor, { networkId: network, address });
const take = (address: string, keys: string[], { actor = animator, then = 'publish' as 'keep' | 'publish', change = {} as Partial<FeedFields> } = {}) =>
  app.get(FeedService).take(actor, { networkId, address, keys, then, fields: fields(change) });
const entriesIn = async (feed: string, headers?: Record<string, string>) => (await read(site.gives(feed, headers))).entries;

describe('a feed is read', () => {
  it('RSS 2.0: title, words without markup, link, day in Paris', async () => {
    const feed = rss(
      item('L&#8217;achat durable &amp;amp; vous', '<link>https://exemple.fr/a</link><guid isPermaLink="false">a-1</guid><pubDate>Tue, 31 Dec 2024 23:30:00 GMT</pubDate><description><![CDATA[<p>Un <b>guide</b>&nbsp;pour &eacute;crire.</p><script>alert(1)</script><p>Suite</p>]]></description>'),
      item('Sans lien dit', '<guid>https://exemple.fr/b</guid>'), item('', '<description>Sans titre, mais dite.</description>'), item('', ''),
    );
    const { title, isCut, entries } = await read(site.gives(feed));
    expect([title, isCut]).toEqual(['Actualités & guides', false]);
    expect(entries).toEqual([
      { key: expect.stringMatching(/^[0-9a-f]{64}$/), title: 'L’achat durable & vous', summary: 'Un guide pour écrire.\n\nSuite', link: 'https://exemple.fr/a', day: '2025-01-01', isKnown: false, slug: null },
      expect.objectContaining({ title: 'Sans lien dit', link: 'https://exemple.fr/b', day: null }), expect.objectContaining({ title: 'Sans titre, mais dite.' }),
    ]);
  });

  it('Atom 1.0: the alternate link, a title in XHTML, the summary before the article', async () => {
    const feed = atom(
      `<entry><id>urn:uuid:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Un <em>retour</em></div></title><link rel="edit" href="https://exemple.fr/edit"/><link href="../clauses/1"/><updated>2026-03-02T10:00:00Z</updated>
        <author><name>Quelqu’un</name></author><summary type="html">&lt;p&gt;Bref.&lt;/p&gt;</summary><content>Long.</content></entry>`,
    );
    const { entries } = await read(site.gives(feed));
    expect(entries).toEqual([expect.objectContaining({ title: 'Un retour', summary: 'Bref.', day: '2026-03-02', link: null })]);
    expect(await entriesIn(atom('<entry><id>2</id><title>Une clause</title><link href="https://exemple.fr/clauses/2?a=1&amp;b=2"/></entry>'))).toMatchObject([{ link: 'https://exemple.fr/clauses/2?a=1&b=2' }]);
  });

  it('in the letters it names, after redirects, and no further than a hundred entries', async () => {
    const old = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Économie</title><item><title>Été à Évreux</title></item></channel></rss>', 'latin1');
    expect(await read(site.gives(old))).toMatchObject({ title: 'Économie', entries: [{ title: 'Été à Évreux' }] });
    const target = site.gives(rss(...Array.from({ length: 130 }, (_, at) => item(`Entrée ${at}`))));
    site.pages.set('/moved', (_, answer) => answer.writeHead(301, { location: target }).end());
    const { entries, isCut } = await read(site.at('/moved'));
    expect([entries.length, isCut]).toEqual([100, true]);
  });

  it('what two entries call themselves alike is one', async () => {
    expect(await entriesIn(rss(item('Une', '<guid>x</guid>'), item('La même', '<guid>x</guid>')))).toHaveLength(1);
  });
});

describe('a hostile feed harms nothing and is named', () => {
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(item('&b;'))}`;
  const outside = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('&x;'))}`;
  it.each([
    ['entities that unfold', laughs, 'library.feed-harmful'],
    ['entities that read this machine', outside, 'library.feed-harmful'],
    ['elements a thousand deep', rss(item('x', '<d>'.repeat(2_000) + '</d>'.repeat(2_000))), 'library.feed-harmful'],
    ['a page of a site', '<!doctype html><html><body>Bonjour<br></body></html>', 'library.not-a-feed'],
    ['another XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'library.not-a-feed'],
    ['a feed cut in the middle', rss(item('Une')).slice(0, -20), 'library.not-a-feed'],
    ['nothing', '', 'library.not-a-feed'],
    ['more than is read', `<rss><channel><title>${'x'.repeat(4_100_000)}</title></channel></rss>`, 'library.feed-too-large'],
  ])('%s', async (_, body, code) => {
    await expect(read(site.gives(body))).rejects.toEqual(named(code));
  });

  it('scripts as links, markup in titles, texts without end: what is kept is harmless', async () => {
    const [entry] = await entriesIn(rss(item(`&lt;img src=x onerror=alert(1)&gt;${'Long '.repeat(500)}`, `<link>javascript:alert(1)</link><description>${'mot '.repeat(20_000)}</description>`)));
    expect(entry?.link).toBeNull();
    expect(entry?.title).toMatch(/^Long .*…$/);
    expect([entry?.title.length, entry?.summary.length].every((length) => (length ?? 0) <= 1_500)).toBe(true);
    const [other] = await entriesIn(rss(`<item><title>Une</title><__proto__>x</__proto__><constructor>y</constructor><link>http://127.0.0.1/admin</link></item>`));
    expect(other).toMatchObject({ title: 'Une', link: null });
  });

  it('a site that is away, refuses, turns in circles or drips says so and holds nobody', async () => {
    site.pages.set('/circle', (_, answer) => answer.writeHead(302, { location: '/circle' }).end());
    site.pages.set('/elsewhere', (_, answer) => answer.writeHead(302, { location: 'file:///etc/passwd' }).end());
    site.pages.set('/torn', (_, answer) => {
      answer.writeHead(200, { 'content-length': '5000' }).write('<rss>');
      setTimeout(() => answer.destroy(), 20);
    });
    for (const [path, code] of [['/circle', 'feed-unreachable'], ['/elsewhere', 'feed-unreachable'], ['/torn', 'feed-unreachable'], ['/nothing', 'feed-not-given']] as const) await expect(read(site.at(path))).rejects.toEqual(named(`library.${code}`));
    site.pages.set('/drip', (_, answer) => {
      const drop = setInterval(() => answer.write(' '), 10);
      answer.writeHead(200).once('close', () => clearInterval(drop));
    });
    const hasty = Object.assign(new FeedFetch(app.get(OutsideWeb)), { patienceMs: 200 });
    await expect(hasty.fetch(site.at('/drip'))).rejects.toEqual(named('library.feed-unreachable'));
    await expect(read('http://127.0.0.1:9/feed')).rejects.toEqual(named('library.feed-unreachable'));
  });

  it('an address of this machine or of a private network is refused outside of tests, whatever it is called', async () => {
    const real = await createTestApp({ imports: [LibraryModule], actor: null, config: { environment: 'production' } });
    const there = new NetworksFixtures(real);
    const [place, code] = [await there.aNetwork(`Réseau ${newId()}`), 'library.feed-unreachable'];
    const owner = await there.actor(await there.someone('animator', place));
    const [, port] = /:(\d+)/.exec(site.at('').slice(7)) ?? [];
    site.pages.set('/feed', (_, answer) => answer.writeHead(200).end(rss(item('Secrète'))));
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '169.254.169.254', '10.0.0.1']) {
      await expect(real.get(FeedService).read(owner, { networkId: place, address: `http://${host}:${port}/feed` })).rejects.toEqual(named(code));
    }
    real.actAs(owner);
    const asked = await real.request('POST', '/api/library/feeds/reading', { networkId: place, address: `http://127.0.0.1:${port}/feed` });
    expect([asked.status, (asked.body as { code: string }).code]).toEqual([400, 'platform.bad-input']);
    await real.close();
  });
});

describe('entries are taken', () => {
  const two = (): [string, string] => {
    const mark = newId().slice(-8);
    return [site.gives(rss(item(`Guide ${mark}`, `<link>https://exemple.fr/${mark}/1</link><pubDate>2024-05-02</pubDate><description>Un guide.</description>`), item(`Fiche ${mark}`, `<link>https://exemple.fr/${mark}/2</link>`))), mark];
  };
  const keysAt = async (address: string): Promise<string[]> => (await read(address)).entries.map(({ key }) => key);

  it('published or kept, with what they share; then they are known, and taken again they change nothing', async () => {
    const [address, mark] = two();
    const [first = '', second = ''] = await keysAt(address);
    const taken = await take(address, [first, first]);
    expect(taken.entries).toEqual([{ key: first, outcome: 'made', resourceId: expect.any(String), slug: `guide-${mark}`, reason: null }]);
    expect(await app.get(ResourceQueries).open(member, `guide-${mark}`)).toMatchObject({
      state: 'published', title: `Guide ${mark}`, summary: 'Un guide.', link: `https://exemple.fr/${mark}/1`, publisher: 'Actualités & guides', year: 2024, licence: 'notice', form: 'guide', themes: ['energy'], access: 'network',
    });
    expect((await read(address)).entries.map(({ isKnown, slug }) => [isKnown, slug])).toEqual([[true, `guide-${mark}`], [false, null]]);
    expect((await take(address, [first, second], { then: 'keep' })).entries.map(({ outcome, slug }) => [outcome, slug])).toEqual([['known', `guide-${mark}`], ['made', `fiche-${mark}`]]);
    expect(await app.get(ResourceQueries).open(animator, `fiche-${mark}`)).toMatchObject({ state: 'draft' });
    expect((await take(address, [first, second])).entries.map(({ outcome }) => outcome)).toEqual(['known', 'known']);
  });

  it('an entry whose words or link changed is the same by its identifier; a draft thrown away is new again', async () => {
    const [guid, mark] = [`tag:${newId()}`, newId().slice(-8)];
    const at = (title: string, link: string): string => site.gives(rss(item(title, `<guid isPermaLink="false">${guid}</guid><link>https://exemple.fr/${mark}/${link}</link>`)));
    const before = at('Avant', 'a');
    const { entries } = await take(before, await keysAt(before), { then: 'keep' });
    expect((await read(at('Après', 'b'))).entries).toMatchObject([{ isKnown: true }]);
    await app.get(ResourceService).remove(animator, entries[0]?.resourceId as string);
    expect((await read(at('Après', 'b'))).entries).toMatchObject([{ isKnown: false }]);
  });

  it('a link deposited by hand is known; in another network it is not', async () => {
    const [address, mark] = two();
    const other = await given.aNetwork(`Ailleurs ${newId()}`);
    const theirs = await given.actor(await given.someone('animator', other));
    await app.get(ResourceService).deposit(animator, {
      requestId: newId(), then: 'publish', fields: { ...fields(), title: 'À la main', summary: '', content: '', clause: null, link: `https://exemple.fr/${mark}/1`, publisher: '', year: null, segments: [], stages: [], sectors: [], territories: [], audiences: [], legal: [], tags: [], cpv: [], spaceId: networkId, checkedOn: null, reviewOn: null },
    });
    expect((await read(address)).entries.map(({ isKnown }) => isKnown)).toEqual([true, false]);
    expect((await read(address, theirs, other)).entries.map(({ isKnown, slug }) => [isKnown, slug])).toEqual([[false, null], [false, null]]);
  });

  it('by two at once, each is made once; another’s draft is known without its address', async () => {
    const [address] = two();
    const colleague = await given.actor(await given.someone('animator', networkId));
    const keys = await keysAt(address);
    const both = await Promise.all([take(address, keys, { then: 'keep' }), take(address, keys, { then: 'keep', actor: colleague })]);
    expect(both.flatMap(({ entries }) => entries.map(({ outcome }) => outcome)).sort()).toEqual(['known', 'known', 'made', 'made']);
    const seen = await read(address, both[0].entries[0]?.outcome === 'made' ? colleague : animator);
    expect(seen.entries[0]).toMatchObject({ isKnown: true, slug: null });
  });

  it('what cannot be published is refused by name and leaves nothing; what left its feed is gone', async () => {
    const [address] = two();
    const keys = await keysAt(address);
    expect((await take(address, keys, { change: { licence: 'to-check' } })).entries.map(({ outcome, reason }) => [outcome, reason])).toEqual([['refused', 'library.rights-unchecked'], ['refused', 'library.rights-unchecked']]);
    expect((await take(address, keys, { change: { licence: 'network', access: 'public' } })).entries[0]?.reason).toBe('library.licence-stays-inside');
    expect((await take(address, ['0'.repeat(64)])).entries).toMatchObject([{ outcome: 'gone' }]);
    expect((await read(address)).entries.some(({ isKnown }) => isKnown)).toBe(false);
  });

  it('is for those who animate the network, and nobody else reads what was taken from where', async () => {
    const [address] = two();
    for (const actor of [member, await given.actor(await given.someone('animator', await given.aNetwork(`Ailleurs ${newId()}`)))]) {
      await expect(read(address, actor)).rejects.toEqual(named('library.not-yours-to-import'));
      await expect(take(address, ['0'.repeat(64)], { actor })).rejects.toEqual(named('library.not-yours-to-import'));
      expect(await app.get(Database).transaction(actor, (tx) => tx.query<unknown[]>('SELECT key FROM library_feed_entry'))).toEqual([]);
    }
    expect((await app.get(Database).transaction(animator, (tx) => tx.query<unknown[]>('SELECT key FROM library_feed_entry'))).length).toBeGreaterThan(0);
  });
});
