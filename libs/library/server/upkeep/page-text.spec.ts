import { pageText } from './page-text';

const long = 'Le réemploi se prépare dès la définition du besoin, avec un diagnostic des produits, des matériaux et des déchets. '.repeat(3);

describe('the readable text of a page', () => {
  it('is its headings, paragraphs and lists, without what runs, what is asked and what leads elsewhere', () => {
    const html = `<!doctype html><html><head><title> Guide du&nbsp;réemploi </title><style>p { color: red }</style><script>alert(1)</script></head><body>
      <header><a href="/">Accueil</a></header><nav><ul><li>Menu</li></ul></nav>
      <main><h1>Le réemploi</h1><p>${long}</p><p onclick="x()">Un &lt;script&gt; écrit, <b>en gras</b><br>puis une ligne</p><ul><li>Bois</li><li><p>Béton</p></li></ul>
      <table><tr><td>2024</td><td>12 t</td></tr></table><form><button>Envoyer</button></form><p hidden>Caché</p><iframe src="https://x.example">Cadre</iframe></main>
      <footer>Mentions</footer></body></html>`;
    expect(pageText(html)).toEqual({
      title: 'Guide du réemploi',
      blocks: [
        { kind: 'heading', level: 2, text: 'Le réemploi' }, { kind: 'text', text: long.trim() }, { kind: 'text', text: 'Un <script> écrit, en gras' }, { kind: 'text', text: 'puis une ligne' },
        { kind: 'list', items: ['Bois', 'Béton'] }, { kind: 'text', text: '2024 12 t' },
      ],
    });
  });

  it('is the whole page where it names no main part, its own header within an article kept', () => {
    expect(pageText(`<div><h2>Titre</h2>${long}</div>`)?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'text']);
    expect(pageText(`<div>Bandeau</div><article><header><h1>Titre</h1></header>${long}</article>`)?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'text']);
  });

  it.each([
    ['nothing', ''], ['next to no text', '<p>Activez JavaScript.</p>'], ['no HTML at all', 'a'.repeat(20)], ['a publisher who wants no copy', `<meta name="ROBOTS" content="index, noarchive"><p>${long}</p>`],
  ])('%s is no copy', (_what, html) => {
    expect(pageText(html)).toBeNull();
  });

  it('of a hostile page stays small and ends: a hundred thousand open tags, an endless line, invisible signs', () => {
    const deep = pageText('<div><b>'.repeat(100_000) + long);
    expect(deep?.blocks).toEqual([{ kind: 'text', text: long.trim() }]);
    const wide = pageText(`<p>${long}</p>${'<p>mot</p>'.repeat(100_000)}`);
    expect(wide?.blocks.length).toBeLessThanOrEqual(2_000);
    expect(JSON.stringify(pageText(`<p>${'a'.repeat(1_900_000)}</p><p>${long}</p>`) ?? '').length).toBeLessThan(210_000);
    expect(pageText(`<p>\u0000\u0007${long}</p>`)?.blocks).toEqual([{ kind: 'text', text: long.trim() }]);
  });
});
