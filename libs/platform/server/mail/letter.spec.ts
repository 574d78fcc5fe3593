import { bigCode, button, facts, heading, letter, link, list, paragraph, quote, said, smallPrint, soft } from './letter';
import { letterHtml, letterMjml } from './letter-html';
import { letterText } from './letter-text';

const everything = letter('fr', 'Rencontre 2 : « projet & équipe »', [
  heading('La rencontre 2 a sa date'),
  paragraph('Bonjour,\nvoici la date retenue par les structures qui ont répondu au sondage, avec tout ce qu’il faut pour venir, et de quoi la retrouver.'),
  facts([['Quand', 'jeudi 17 octobre 2024 à 14 h (heure de Paris)'], ['Où', 'Salle Arras\n12 rue du Port']]),
  list('À lire avant', [{ text: 'Note de cadrage', href: 'https://cohorte.example/documents/1' }, { text: 'Grille de maturité' }]),
  button('https://cohorte.example/rencontres/1?a=1&b=2', 'Voir la rencontre'),
  link('https://cohorte.example/x', 'Je ne pourrai pas venir'),
  bigCode('012 345'), said('Nora :', 'D’accord'), quote('un passage'), soft('en retrait'), smallPrint('Pourquoi ce message ?'),
]);

describe('one layout for every letter', () => {
  it('reads as text, an address alone on its line and never cut', () => {
    const text = letterText(everything);
    expect(text).toContain('La rencontre 2 a sa date\n========================\n\nBonjour,\nvoici');
    expect(text).toContain('Quand\n  jeudi 17 octobre 2024 à 14 h (heure de Paris)\nOù\n  Salle Arras\n  12 rue du Port');
    expect(text).toContain('- Note de cadrage\n  https://cohorte.example/documents/1\n- Grille de maturité');
    expect(text).toContain('\nVoir la rencontre\nhttps://cohorte.example/rencontres/1?a=1&b=2\n');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('is drawn for day and night, fetches nothing, and names its language', async () => {
    const html = await letterHtml(everything);
    expect(html).toContain('lang="fr"');
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain('<title>Rencontre 2 : « projet &amp; équipe »</title>');
    expect(html).not.toMatch(/<img|<link[^>]+href|url\(|@import/);
  });

  it('lets no words bring markup or another address', () => {
    const mjml = letterMjml(letter('fr', '</mj-title><mj-raw>', [paragraph('<script>'), button('https://x.example/"><b>', '<b>')])).split('<mj-attributes>');
    expect(mjml[0]).toContain('&lt;/mj-title&gt;');
    expect(mjml[1]).not.toMatch(/<script>|"><b>/);
  });
});
