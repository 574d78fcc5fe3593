import { escapeHtml, FirstPages, jsonInHtml, withFirstPage } from './first-pages';

const shell = '<head><title>Cohorte</title><meta name="description" content="Une phrase" /></head><body><co-root></co-root></body>';

it('puts what there is to read in the shell, and its words in the head', () => {
  const html = withFirstPage(shell, '/a', { title: 'Bois & <pierre>', description: 'Dit "oui"', head: '<meta name="a" />', body: '<main>$& $1</main>' });
  expect(html).toBe('<head><title>Bois &amp; &lt;pierre&gt;</title><meta name="description" content="Dit &quot;oui&quot;" /><meta name="a" /></head><body><co-root></co-root><div id="co-first-page"><main>$& $1</main></div></body>');
});

it('behind a personal link holds the answer that the application then need not ask for, and is listed nowhere', () => {
  const html = withFirstPage(shell, '/a', { title: 'Sondage', description: '', head: '', body: '', answer: { note: '</script>$&' }, isPersonal: true });
  expect(html).toContain('<meta name="robots" content="noindex" />');
  const [, json = ''] = /id="co-first-answer" data-path="\/a">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(json)).toEqual({ note: '</script>$&' });
});

it('nothing written by people closes an element', () => {
  expect(escapeHtml(`</p><script>'"&`)).toBe('&lt;/p&gt;&lt;script&gt;&#39;&quot;&amp;');
  expect(jsonInHtml({ a: '</script><!--\u2028' })).toBe(String.raw`{"a":"\u003c/script>\u003c!-- "}`);
});

it('asks the one whose address it is, and nobody for the others', async () => {
  const pages = new FirstPages();
  pages.register(/^\/ressources\/([a-z-]+)$/, (match, query) => Promise.resolve({ title: match[1] ?? '', description: query.get('version') ?? '', head: '', body: '' }));
  expect(await pages.of('/ressources/bois', new URLSearchParams('version=2'))).toMatchObject({ title: 'bois', description: '2' });
  expect(await pages.of('/parcours', new URLSearchParams())).toBeNull();
});
