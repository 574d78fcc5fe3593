import { describe, expect, it } from '@jest/globals';
import { authoredNodes, changePlaces, comparedNodes } from './version-nodes';
import type { VersionSayings } from './version-nodes';

const sayings: VersionSayings = {
  nameOf: (personId) => personId ?? 'modèle',
  tintOf: (personId) => (personId === 'ada' ? 'green' : 'plum'),
  change: (kind, name) => `${kind} ${name}`,
  authors: (line) => line.map(({ personId, share }) => `${personId ?? 'modèle'} ${share}`).join(', '),
};
const shown = (nodes: readonly Node[]): HTMLElement => {
  const root = document.createElement('div');
  root.append(...nodes);
  return root;
};

describe('a comparison as it is shown', () => {
  const html = '<p data-change="changed" data-author="ada" data-at="x" data-line="0">Un <ins data-change="inserted" data-author="ada" data-at="x" data-number="1">deux</ins>'
    + '<strong><ins data-change="inserted" data-author="ada" data-at="x" data-number="1"> trois</ins></strong> <del data-change="deleted" data-author="grace" data-at="x" data-number="2">quatre</del></p>'
    + '<hr data-change="inserted" data-author="ada" data-at="x" data-number="3"><script>alert(1)</script>';

  it('says each change once, with its author, and can be gone through', () => {
    const root = shown(comparedNodes(html, document, sayings));
    expect([...root.querySelectorAll('.co-hidden')].map((said) => said.textContent)).toEqual(['[inserted ada] ', '[deleted grace] ', '[inserted ada] ']);
    expect(changePlaces(root).map((place) => [place.tagName, place.tabIndex, place.title])).toEqual([['INS', -1, 'inserted ada'], ['DEL', -1, 'deleted grace'], ['HR', -1, 'inserted ada']]);
    expect(root.querySelector('script')).toBeNull();
  });

  it('is said too when it begins with an empty line', () => {
    const facts = 'data-change="deleted" data-author="grace" data-at="x" data-number="1"';
    const root = shown(comparedNodes(`<p ${facts}></p><p><del ${facts}>cinq</del></p>`, document, sayings));
    expect([...root.children].map((line) => line.textContent)).toEqual(['[deleted grace] ', 'cinq']);
  });

  it('has one colour a person', () => {
    const root = shown(comparedNodes(html, document, sayings));
    expect([...root.querySelectorAll('ins, del')].map((change) => change.className)).toEqual(['co-tint-green', 'co-tint-green', 'co-tint-plum']);
  });

  it('holds no colour but classes', () => {
    expect(shown(comparedNodes(html, document, sayings)).innerHTML).not.toContain('style=');
  });
});

it('a text with its authors names them where they change', () => {
  const by = (personId: string | null) => [{ personId, share: 1, lastAt: 'x' }];
  const root = shown(authoredNodes('<p data-line="0">Un</p><p data-line="1">Deux</p><p data-line="2">Trois</p><p data-line="3"></p>', document, { lines: [by('ada'), by('ada'), by(null), []], sayings }));
  expect([...root.querySelectorAll('.co-author')].map((name) => name.textContent)).toEqual(['ada 1', 'modèle 1']);
  expect(root.querySelectorAll('.co-authored')).toHaveLength(3);
});
