import { linkAddress } from '../editor/link-mark';
import { cleanPaste } from './paste-cleaning';

const isOurs = (src: string): boolean => src.startsWith('/api/drafts/');

describe('what is pasted', () => {
  it('keeps headings, tables and emphasis, without Word’s own notes', () => {
    const { html, dropped } = cleanPaste('<!--StartFragment--><style>p{}</style><h1>Axe</h1><p class="MsoNormal"><b>Gras</b><o:p></o:p></p><table><tr><td>1</td></tr></table>', { isOurs });
    expect(html).toContain('<h1>Axe</h1>');
    expect(html).toContain('<b>Gras</b>');
    expect(html).toContain('<td>1</td>');
    expect(html).not.toMatch(/StartFragment|<style|o:p/);
    expect(dropped).toBe(false);
  });

  it('makes lists of Word’s list paragraphs', () => {
    const item = (marker: string, text: string): string => `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${marker}</span>${text}</p>`;
    const { html } = cleanPaste(`<p>Avant</p>${item('·', 'un')}${item('·', 'deux')}<p>Entre</p>${item('1.', 'premier')}`, { isOurs });
    expect(html).toContain('<ul><li><p>un</p></li><li><p>deux</p></li></ul>');
    expect(html).toContain('<ol><li><p>premier</p></li></ol>');
  });

  it('leaves pictures kept elsewhere behind, and says so', () => {
    const { html, dropped } = cleanPaste('<p>Texte</p><img src="https://ailleurs.example/pisteur.png">', { isOurs });
    expect(html).not.toContain('img');
    expect(dropped).toBe(true);
  });

  it('turns looks into emphasis and leaves the looks behind', () => {
    expect(cleanPaste('<p class="x" style="color:red"><span style="font-weight:700">fort</span></p>', { isOurs }).html).toBe('<p><span><strong>fort</strong></span></p>');
  });

  it('keeps pictures of this draft', () => {
    expect(cleanPaste('<img src="/api/drafts/1/images/2">', { isOurs }).dropped).toBe(false);
  });

  it('turns deeper headings into the fourth level', () => {
    expect(cleanPaste('<h5>Détail</h5>', { isOurs }).html).toBe('<h4>Détail</h4>');
  });
});

describe('what is typed as an address', () => {
  it.each([
    ['https://www.exemple.fr/a?b=1', 'https://www.exemple.fr/a?b=1'],
    ['exemple.fr', 'https://exemple.fr'],
    [' achats@chu-caen.fr ', 'mailto:achats@chu-caen.fr'],
    ['tel:+33231063106', 'tel:+33231063106'],
  ])('%s leads to %s', (typed, href) => expect(linkAddress(typed)).toBe(href));

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'deux mots', ''])('%s is no link', (typed) => expect(linkAddress(typed)).toBeNull());
});
