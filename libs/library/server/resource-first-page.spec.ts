import type { ResourcePage } from '../contract';
import { copyFirstPage, listFirstPage, resourceFirstPage } from './resource-first-page';

const page = {
  id: 'x', slug: 'bois-local', kind: 'clause', form: 'clause_example', title: 'Bois & forêts', summary: 'Une exigence <prouvée>.', content: '', publisher: '', year: 2022, language: 'fr', licence: 'cc-by', link: null,
  themes: ['bio_based'], segments: ['furniture'], stages: [], sectors: [], territories: [], audiences: [], legal: ['R. 2111-12'], tags: ['Forêts & filières'], cpv: ['03410000-7'], state: 'published', edition: 2, networkName: 'RAN CoPER', retiredNote: '',
  clause: { text: 'Les bois proviennent…\n\nLa provenance est consignée.', interest: '', watchPoints: ['Accepter les preuves équivalentes'], phase: 'cctp', contributor: 'Lycée' },
  upkeep: { reasons: [], legal: [] },
  publishedAt: '2026-03-02T09:00:00.000Z', changedAt: '2026-03-03T09:00:00.000Z',
} as unknown as ResourcePage;

it('a resource is readable as plain HTML, and nothing written in it becomes markup', () => {
  const { title, body } = resourceFirstPage(page, 'https://cohorte.example');
  expect(title).toBe('Bois & forêts · Cohorte');
  expect(body).toContain('<h1>Bois &amp; forêts</h1>');
  expect(body).toContain('<p>Une exigence &lt;prouvée&gt;.</p>');
  expect(body).toContain('<blockquote><p>Les bois proviennent…</p><p>La provenance est consignée.</p></blockquote>');
  expect(body).toContain('<a href="/ressources?etiquette=For%C3%AAts+%26+fili%C3%A8res">Forêts &amp; filières</a>');
  expect(body).toContain('<li>Accepter les preuves équivalentes</li>');
});

it('says in its head what libraries and search engines read', () => {
  const { head } = resourceFirstPage(page, 'https://cohorte.example');
  expect(head).toContain('<link rel="canonical" href="https://cohorte.example/ressources/bois-local" />');
  for (const meta of ['DC.title" content="Bois &amp; forêts', 'DC.subject" content="Matériaux biosourcés', 'DC.relation" content="R. 2111-12', 'DC.subject" content="Forêts &amp; filières', 'DC.subject" content="CPV 03410000-7', 'DC.rights" content="Creative Commons BY']) expect(head).toContain(meta);
  const said = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(head)?.[1] ?? '') as object;
  expect(said).toMatchObject({ '@type': 'CreativeWork', name: 'Bois & forêts', version: '2', license: 'https://creativecommons.org/licenses/by/4.0/', publisher: { name: 'RAN CoPER' }, copyrightYear: 2022 });
});

it('a retired one keeps its page, with the reason', () => {
  expect(resourceFirstPage({ ...page, state: 'retired', retiredNote: 'Le texte a changé.' }, '').body).toContain('a été retirée.</strong> Le texte a changé.');
});

it('the list leads to every resource, page after page', () => {
  const { body } = listFirstPage([page], { total: 60, page: 2, pages: 3 });
  for (const link of ['/ressources/bois-local', '/ressources?page=1', '/ressources?page=3']) expect(body).toContain(`href="${link}"`);
});

it('what is known against it is read before its text', () => {
  const legal = [{ id: 'c', article: 'R. 2111-12', changedOn: '2026-02-01', note: 'Seuils <relevés>.', link: null }];
  const { body } = resourceFirstPage({ ...page, upkeep: { ...page.upkeep, reasons: ['link-dead', 'legal-changed'], legal } }, '');
  expect(body).toContain('Le lien de cette ressource ne répond plus.');
  expect(body).toMatch(/R\. 2111-12 a changé le .*2026 : Seuils &lt;relevés&gt;\./);
  expect(body.indexOf('a changé')).toBeLessThan(body.indexOf('Une exigence'));
});

it('a dead link leads to the copy of its page, which search engines leave alone and nothing in which becomes markup', () => {
  const { body } = resourceFirstPage({ ...page, upkeep: { ...page.upkeep, reasons: ['link-dead'], legal: [], copyTakenAt: '2026-05-12T09:00:00.000Z' } }, '');
  expect(body).toContain('<a href="/ressources/bois-local/copie">Lire la copie du 12 mai 2026</a>');
  const copy = copyFirstPage({
    slug: 'bois-local', resourceTitle: 'Bois & forêts', publisher: 'Cerema', licence: 'open-licence', language: 'fr', source: 'https://cerema.example/?a=1&b=<2>', takenAt: '2026-05-12T09:00:00.000Z', title: 'Le <bois>',
    blocks: [{ kind: 'heading', level: 2, text: 'A & B' }, { kind: 'text', text: '<script>alert(1)</script>' }, { kind: 'list', items: ['<b>un</b>'] }],
  });
  expect(copy.head).toContain('noindex');
  for (const said of ['Copie du 12 mai 2026 · Cerema · Licence Ouverte 2.0', 'https://cerema.example/?a=1&amp;b=&lt;2&gt;', '<h2>A &amp; B</h2>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '<li>&lt;b&gt;un&lt;/b&gt;</li>']) expect(copy.body).toContain(said);
});
