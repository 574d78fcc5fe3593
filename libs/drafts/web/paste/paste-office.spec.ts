import { getSchema } from '@tiptap/core';
import { DOMParser as DocumentParser, DOMSerializer } from '@tiptap/pm/model';
import { schemaExtensions } from '../editor/editor-schema';
import { plainWords } from '../editor/editor-schema.fixtures';
import { cleanPaste } from './paste-cleaning';
import { smartSpaces } from './paste-spaces';
import { excelTable, googleDocs, libreOffice } from './pasted-sheets.fixtures';
import { wordControls, wordHeadings, wordLists, wordNotes, wordOnline, wordTable } from './pasted-word.fixtures';

const schema = getSchema(schemaExtensions(plainWords));

/** The document the editor makes of what was pasted, written as HTML without what only helps to show it. */
function pasted(source: string): { html: string; dropped: boolean } {
  const { html, dropped } = cleanPaste(source, { isOurs: () => false });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const read = DocumentParser.fromSchema(schema).parse(body);
  read.check();
  const shown = document.createElement('div');
  shown.append(DOMSerializer.fromSchema(schema).serializeFragment(read.content));
  for (const note of shown.querySelectorAll('sup')) for (const name of ['role', 'aria-label', 'title', 'class']) note.removeAttribute(name);
  for (const span of shown.querySelectorAll('[colspan="1"]')) span.removeAttribute('colspan');
  for (const span of shown.querySelectorAll('[rowspan="1"]')) span.removeAttribute('rowspan');
  const written = shown.innerHTML.replace(/&nbsp;/g, '\u00a0').replace(/h-[0-9a-f]{12}/g, 'ID').replace(/<div class="co-table-frame"><table><tbody>(.*?)<\/tbody><\/table><\/div>/g, '<table>$1</table>');
  return { html: written, dropped };
}

describe('what comes from Word', () => {
  it('lists keep their levels, their numbering and what goes on in an item', () => {
    expect(pasted(wordLists)).toEqual({
      dropped: false,
      html: [
        '<p>Nos priorités\u00a0:</p>',
        '<ul><li><p>Réduire l’empreinte carbone</p><ul><li><p>des <strong>transports</strong></p></li><li><p>des bâtiments</p><p>dont l’hôpital</p></li></ul></li><li><p>Ouvrir aux PME</p></li></ul>',
        '<p>Le calendrier\u00a0:</p>',
        '<ol><li><p>Diagnostic</p><ol type="a"><li><p>entretiens</p></li></ol></li></ol>',
        '<p>Entre-temps.</p>',
        '<ol start="2"><li><p>Rédaction</p></li></ol>',
      ].join(''),
    });
  });

  it('headings are what is styled as one, links within follow them, pictures are announced as left out', () => {
    expect(pasted(wordHeadings)).toEqual({
      dropped: true,
      html: [
        '<h1>SPASER 2025-2028</h1><nav class="co-toc"></nav>',
        '<h1 id="ID">Axe 1\u00a0: l’environnement</h1><h3>Une sous-partie</h3><h2>Action</h2>',
        '<p>Voir <a href="#ID">l’axe 1</a>, et la figure.</p><p></p>',
      ].join(''),
    });
  });

  it('footnotes become notes in their place, all their paragraphs with them', () => {
    expect(pasted(wordNotes).html).toBe('<p>Le seuil<sup data-text="50 M€ d’achats annuels. Hors taxes."></sup> est fixé par décret<sup data-text="Décret n° 2022-767."></sup>.</p>');
  });

  it('tables keep merged cells, titles, alignment and lists in cells', () => {
    expect(pasted(wordTable).html).toBe(
      '<table><tr><th><p>Indicateur</p></th><th colspan="2" class="co-align-center"><p>Cible</p></th></tr>' +
        '<tr><td rowspan="2"><p>Part des marchés</p></td><td><p>2026</p></td><td class="co-align-right"><p>30\u00a0%</p></td></tr>' +
        '<tr><td><p>2028</p></td><td><p>50\u00a0%</p><ul><li><p>dont PME</p></li></ul></td></tr></table>',
    );
  });

  it('content controls keep their words, remarks in the margin stay behind', () => {
    expect(pasted(wordControls)).toEqual({ dropped: false, html: '<p>Objet\u00a0: Caen, suivi validé</p>' });
  });

  it('in a browser, lists are one again', () => {
    expect(pasted(wordOnline).html).toBe('<p><strong>Gras</strong></p><ul><li><p>un</p><ul><li><p>deux</p></li></ul></li><li><p>trois</p></li></ul>');
  });
});

describe('what comes from other programs', () => {
  it('Excel: titles in bold, merged cells, figures to the right, nothing hidden', () => {
    expect(pasted(excelTable)).toEqual({
      dropped: false,
      html:
        '<table><tr><th class="co-align-center"><p>Famille</p></th><th colspan="2" class="co-align-center"><p>Montant</p></th></tr>' +
        '<tr><td><p>Travaux</p></td><td class="co-align-right"><p>1 200 000</p></td><td class="co-align-right"><p>62\u00a0%</p></td></tr>' +
        '<tr><td><p>Services</p></td><td class="co-align-right"><p>800 000</p></td><td><p></p></td></tr></table>',
    });
  });

  it('LibreOffice: lists in lists, notes, captions', () => {
    expect(pasted(libreOffice).html).toBe(
      '<h2>Clause sociale</h2><p>Insertion<sup data-text="Article L. 2112-2."></sup> d’abord</p><ul><li><p>un</p><ul><li><p>un un</p></li></ul></li><li><p>deux</p></li></ul>' +
        '<p>Tableau 1</p><table><tr><th><p>Lot</p></th><th><p>Heures</p></th></tr><tr><td><p>1</p></td><td class="co-align-right"><p>1 200</p></td></tr></table>',
    );
  });

  it('Google Docs: looks become emphasis, notes stand where they are called', () => {
    expect(pasted(googleDocs)).toEqual({
      dropped: true,
      html: '<h3>Suivi</h3><p><strong>Comité</strong> annuel<sup data-text="En juin."></sup></p><ul><li><p>un</p><ul><li><p><s>un un</s></p></li></ul></li></ul><p></p><hr>',
    });
  });

  it('what the server would refuse does not come in', () => {
    const { html } = pasted('<ol start="99999999"><li>x</li></ol><p><span class="co-mention" data-person="pirate">@Moi</span><a href="javascript:alert(1)">ici</a></p><table><tr><td colspan="5000">y</td></tr></table>');
    expect(html).toBe('<ol><li><p>x</p></li></ol><p>@Moiici</p><table><tr><td><p>y</p></td></tr></table>');
  });
});

describe('the spaces that were meant', () => {
  it.each([
    ['Objectif\u00a0: 30\u00a0%', 'Objectif\u00a0: 30\u00a0%'],
    ['Pourquoi\u00a0?', 'Pourquoi\u202f?'],
    ['«\u00a0mot\u00a0»', '«\u00a0mot\u00a0»'],
    ['trop \u00a0\u00a0 de place', 'trop de place'],
    ['10\u00a0000\u00a0€', '10\u00a0000\u00a0€'],
    ['\u00a0', ' '],
  ])('%p becomes %p', (written, meant) => expect(smartSpaces(written)).toBe(meant));
});
