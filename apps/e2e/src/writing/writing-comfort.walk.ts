import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { pasteHtml, wordPage } from '../support/clipboard';
import { editorOf, expectSaved, openDraft, ownDraftOf, paragraphOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { expect, test } from '../support/walk';

/** The last block of the text. */
const lastBlock = (page: Page) => editorOf(page).locator(':scope > *').last();
const pause = (page: Page) => page.waitForTimeout(300);

async function exported(page: Page, address: string, id: string, format: 'txt' | 'html'): Promise<string> {
  return (await page.context().request.get(`${address}/api/drafts/${id}/export.${format}`)).text();
}

test('what is pasted from Word keeps its heading, its nested list, its table and its note; the picture is announced', async ({ browserOf, address }) => {
  const page = await browserOf(people.cotentinLead);
  const { id } = await ownDraftOf(page, address);
  const editor = await openDraft(page, id);
  await writeAtEnd(page, 'Ci-dessous.');
  // The text may end with a list: the second leaves it.
  for (let times = 0; times < 2; times += 1) await page.keyboard.press('Enter');
  await pasteHtml(editor, wordPage);
  await expect(editor.getByRole('heading', { name: 'Collé de Word' })).toBeVisible();
  await expect(editor.locator('ul > li > ul > li').filter({ hasText: 'les transports' })).toBeVisible();
  await expect(editor.locator('th[colspan="2"]')).toHaveText('Cibles');
  await expect(editor.locator('td.co-align-right')).toHaveText('30\u00a0%');
  await expect(page.getByText('ont été laissés de côté', { exact: false })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('50 M€ d’achats annuels.');
  await expectSaved(page);
  await expectAccessible(page);
  const text = await exported(page, address, id, 'txt');
  expect(text).toContain('Le seuil [1] est connu\u00a0:\n- Réduire\n  - les transports\n- Ouvrir\nAxe\tCibles\nClimat\t2026\t30\u00a0%');
  expect(text).toContain('[1] 50 M€ d’achats annuels.');
});

test('a note, a person, a callout and a list of headings are written by keyboard alone', async ({ browserOf, address }) => {
  const page = await browserOf(people.caenLead);
  const { id } = await ownDraftOf(page, address);
  const editor = await openDraft(page, id);
  await writeAtEnd(page, 'Le seuil est fixe ');
  await page.keyboard.type('/note');
  await expect(page.getByRole('option', { name: 'Note de bas de page' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Texte de la note')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('Article L. 2111-3');
  await page.keyboard.press('Control+Enter');
  await expect(editor.locator('.co-note').last()).toHaveAttribute('data-text', 'Article L. 2111-3');
  await expect(editor).toBeFocused();
  await page.keyboard.type(' ; voir @david');
  await expect(page.getByRole('option', { name: 'David Nguyen' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor.locator('.co-mention').last()).toHaveText('@David Nguyen');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/retenir');
  await pause(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Deux phrases "au plus" !');
  await expect(editor.getByRole('note', { name: 'À retenir' }).last()).toHaveText('Deux phrases «\u00a0au plus\u00a0»\u202f!');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/sommaire');
  await pause(page);
  await page.keyboard.press('Enter');
  await expect(editor.getByRole('navigation', { name: 'Sommaire' }).last()).toContainText('Préambule');
  await expectSaved(page);
  await expectAccessible(page);
  const html = await exported(page, address, id, 'html');
  expect(html).toMatch(/Le seuil est fixe <sup class="co-note"><a id="co-call-\d+" href="#co-note-\d+">\d+<\/a><\/sup>\u202f; voir <span class="co-mention">@David Nguyen<\/span>/);
  expect(html).toContain('<div class="co-callout co-callout-key" role="note" aria-label="À retenir">');
});

test('a table is made, filled, merged and left by keyboard alone; a press below it goes on after it', async ({ browserOf, address }) => {
  const page = await browserOf(people.orneLead);
  const { id } = await ownDraftOf(page, address);
  const editor = await openDraft(page, id);
  await writeAtEnd(page, 'Avant le tableau.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/tableau');
  await pause(page);
  await page.keyboard.press('Enter');
  for (const word of ['Axe', 'Cible', 'Année', 'Climat']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  const table = editor.locator('table').filter({ hasText: 'Climat' }).last();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(table.locator('.selectedCell')).toHaveCount(2);
  await page.keyboard.press('Alt+F10');
  const toolbar = page.getByRole('toolbar', { name: 'Mise en forme' });
  await expect(toolbar.locator(':focus')).toHaveCount(1);
  for (let stop = 0; stop < 40 && !(await toolbar.locator(':focus').filter({ hasText: 'Tableau' }).count()); stop += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('fus');
  await page.keyboard.press('Enter');
  await expect(table.locator('td[colspan="2"]')).toHaveCount(1);
  await expect(editor).toBeFocused();
  await page.keyboard.type('30 %');
  await expect(table.locator('td[colspan="2"]')).toHaveText('30 %');
  await expectSaved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  const box = await editor.boundingBox();
  await editor.click({ position: { x: 60, y: Math.floor(box?.height ?? 0) - 6 } });
  await page.keyboard.type('Après le tableau.');
  await expect(editor.locator(':scope > p').last()).toHaveText('Après le tableau.');
  await expectSaved(page);
});

test('words are found across formatting and replaced in one step of undo; a link leads to a heading; Escape leaves the focus mode', async ({ browserOf, address }) => {
  const page = await browserOf(people.caenEngineer);
  const { id } = await ownDraftOf(page, address);
  const editor = await openDraft(page, id);
  await writeAtEnd(page, 'Un zinc, un ');
  await page.keyboard.type('**zi**nc, un ZINC.');
  await expect(paragraphOf(page, 'Un zinc, un zinc, un ZINC.').locator('strong')).toHaveText('zi');
  await page.keyboard.press('Control+f');
  const search = page.getByRole('search', { name: 'Rechercher dans le texte' });
  await expect(search.getByRole('textbox', { name: 'Rechercher' })).toBeFocused();
  await page.keyboard.type('zinc');
  await expect(search.getByRole('status')).toHaveText('1 sur 3');
  await page.keyboard.press('Enter');
  await expect(search.getByRole('status')).toHaveText('2 sur 3');
  await expectAccessible(page);
  await page.keyboard.press('Control+h');
  await search.getByRole('textbox', { name: 'Remplacer par' }).fill('cuivre');
  await search.getByRole('button', { name: 'Tout remplacer' }).click();
  await expect(search.getByRole('status')).toHaveText('3 remplacements');
  await expect(paragraphOf(page, 'Un cuivre, un cuivre, un cuivre.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(editor).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(paragraphOf(page, 'Un zinc, un zinc, un ZINC.')).toBeVisible();

  await page.keyboard.press('Control+End');
  await pause(page);
  await page.keyboard.press('Control+Shift+k');
  await page.getByRole('radio', { name: 'Un titre de ce document' }).check();
  await page.getByLabel('Titre', { exact: true }).selectOption({ label: 'Préambule' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Insérer le lien' }).click();
  await expect(lastBlock(page).getByRole('link', { name: 'Préambule' })).toHaveAttribute('href', '#preamble');
  await lastBlock(page).getByRole('link', { name: 'Préambule' }).click({ modifiers: ['Control'] });
  await expect(editor.getByRole('heading', { name: 'Préambule' }).first()).toBeInViewport();

  await editor.focus();
  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.getByText('Enregistré', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary').first()).toBeVisible();

  await editor.focus();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
  await expectAccessible(page);
});
