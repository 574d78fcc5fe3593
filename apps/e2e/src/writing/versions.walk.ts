import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { editorOf, expectSaved, openDraft, ownDraftOf, paragraphOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { expect, test } from '../support/walk';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Versions' });
const sheetOf = (page: Page) => page.getByRole('region', { name: 'Version ouverte' });

// Five looks of axe at a text of thirty pages.
test.setTimeout(300_000);

test('two people write, one moment is named, what one takes away the other sees, compares and brings back', async ({ browserOf, address }) => {
  const nathalie = await browserOf(people.rouenLead);
  const mehdi = await browserOf(people.rouenLawyer);
  const { id } = await ownDraftOf(nathalie, address);
  await openDraft(nathalie, id);
  await openDraft(mehdi, id);
  await writeAtEnd(nathalie, 'Phrase témoin, gardée par son nom.');
  await expectSaved(nathalie);

  await nathalie.getByRole('button', { name: 'Versions', exact: true }).click();
  await expect(panelOf(nathalie).getByRole('heading', { name: 'Aujourd’hui' })).toBeVisible();
  await panelOf(nathalie).getByRole('button', { name: 'Nommer cette version' }).click();
  const question = nathalie.getByRole('dialog', { name: 'Nommer cette version' });
  await question.getByLabel('Nom').fill('Avant relecture');
  await question.getByRole('button', { name: 'Enregistrer le nom' }).click();
  await expect(panelOf(nathalie).getByRole('button', { name: /^Avant relecture/ })).toBeVisible();
  await expectAccessible(nathalie);

  await expect(paragraphOf(mehdi, 'Phrase témoin')).toBeVisible();
  await paragraphOf(mehdi, 'Phrase témoin').click({ clickCount: 3 });
  await expect.poll(() => mehdi.evaluate(() => getSelection()?.toString())).toContain('Phrase témoin');
  // The browser tells the editor of a selection a moment later; no finger is as fast as a program.
  await mehdi.waitForTimeout(300);
  await mehdi.keyboard.press('Backspace');
  await expectSaved(mehdi);
  await expect(editorOf(nathalie)).not.toContainText('Phrase témoin');

  await panelOf(nathalie).getByRole('button', { name: /^Avant relecture/ }).click();
  await expect(sheetOf(nathalie).getByRole('heading', { name: /^Avant relecture, version du/ })).toBeFocused();
  await expect(sheetOf(nathalie).getByText('Phrase témoin, gardée')).toBeVisible();
  await expectAccessible(nathalie);

  await sheetOf(nathalie).getByRole('button', { name: 'Comparer avec maintenant' }).click();
  const deletion = sheetOf(nathalie).getByRole('deletion').filter({ hasText: 'Phrase témoin, gardée par son nom.' });
  await expect(deletion).toBeVisible();
  await expect(sheetOf(nathalie).getByRole('article')).toContainText('[supprimé par Mehdi Benali');
  await nathalie.keyboard.press('n');
  await expect(sheetOf(nathalie).locator('.co-change-now')).toBeFocused();
  await expect(sheetOf(nathalie).getByRole('status')).toContainText('Changement 1 sur 1 : supprimé par Mehdi Benali');
  await expectAccessible(nathalie);

  await sheetOf(nathalie).getByRole('button', { name: 'Restaurer la plus ancienne' }).click();
  await nathalie.getByRole('dialog', { name: 'Restaurer cette version ?' }).getByRole('button', { name: 'Restaurer' }).click();
  const undo = nathalie.locator('co-toasts').getByRole('button', { name: 'Annuler' });
  // Nothing leaves while the pointer is on it.
  await undo.hover();
  await expect(paragraphOf(mehdi, 'Phrase témoin, gardée par son nom.')).toBeVisible();
  await expect(paragraphOf(nathalie, 'Phrase témoin, gardée par son nom.')).toBeVisible();
  await expect(panelOf(nathalie).getByRole('button', { name: /^Restauration/ })).toBeVisible();

  await undo.click();
  await expect(editorOf(mehdi)).not.toContainText('Phrase témoin');
});

test('who wrote is shown on demand, by keyboard alone, and Back leads back to the text', async ({ browserOf, address }) => {
  const marion = await browserOf(people.caenLead);
  const { id } = await ownDraftOf(marion, address);
  await openDraft(marion, id);
  await writeAtEnd(marion, 'Une phrase de Marion pour savoir qui écrit.');
  await expectSaved(marion);

  const door = marion.getByRole('button', { name: 'Versions', exact: true });
  await door.focus();
  await marion.keyboard.press('Enter');
  const authors = panelOf(marion).getByRole('switch', { name: /Qui a écrit/ });
  await authors.focus();
  await marion.keyboard.press('Space');
  await expect(sheetOf(marion).getByText('Marion Lecoq').first()).toBeVisible();
  await expect(marion).toHaveURL(/panneau=versions&vue=auteurs/);
  await expectAccessible(marion);
  await marion.goBack();
  await expect(sheetOf(marion)).toHaveCount(0);
  await expect(paragraphOf(marion, 'Une phrase de Marion')).toBeVisible();

  await panelOf(marion).getByRole('tab', { name: 'Historique' }).focus();
  await marion.keyboard.press('ArrowRight');
  await expect(panelOf(marion).getByRole('rowheader', { name: /Marion Lecoq/ })).toBeVisible();
  await expectAccessible(marion);
});

test('the past is not for those who only read', async ({ browserOf, address }) => {
  const thomas = await browserOf(people.rouenEngineer);
  const expert = await browserOf(people.expert);
  const { id } = await ownDraftOf(thomas, address);
  await expert.goto(`/documents/${id}?panneau=versions`);
  await expect(expert.getByRole('heading', { name: 'Préambule' }).first()).toBeVisible({ timeout: 45_000 });
  await expect(expert.getByRole('button', { name: 'Versions', exact: true })).toHaveCount(0);
  expect((await expert.context().request.get(`${address}/api/drafts/${id}/comparison?from=1`)).status()).toBe(403);
});
