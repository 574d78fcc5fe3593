import { frozenHtml } from './frozen-html';

describe('minutes as their readers get them', () => {
  it('hold no address of a picture they may not open, but its words', () => {
    expect(frozenHtml('<p>Voir <img src="/api/drafts/x/images/y" alt="le plan de salle" loading="lazy"> et <img src="/api/z" alt=""></p>')).toBe('<p>Voir <em>[le plan de salle]</em> et </p>');
  });

  it('show what was ticked as a sign', () => {
    expect(frozenHtml('<li><input type="checkbox" disabled checked aria-label="Relire">Relire</li><li><input type="checkbox" disabled>Envoyer</li>')).toBe('<li>☑ Relire</li><li>☐ Envoyer</li>');
  });

  it('put their headings below those of the page', () => {
    expect(frozenHtml('<h1 id="a">En bref</h1><h4>Point</h4>')).toBe('<h3 id="a">En bref</h3><h6>Point</h6>');
  });
});
