import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { editorOf, expectSaved, openDraft, ownDraftOf, paragraphOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { lettersTo } from '../support/sign-in';
import { expect, test } from '../support/walk';

const comments = (page: Page): Locator => page.getByRole('complementary', { name: 'Commentaires' });
const cardsOf = (page: Page): Locator => comments(page).getByRole('article');

/** Opens the draft to this person as someone who comments and does not write. */
async function inviteToComment(owner: Page, draftId: string, guest: Page, address: string): Promise<void> {
  const me = (await (await guest.context().request.get(`${address}/api/me`)).json()) as { person: { id: string } };
  const invited = await owner.context().request.post(`${address}/api/drafts/${draftId}/grants`, { data: { personId: me.person.id, right: 'commenter' }, headers: { origin: address } });
  expect(invited.status(), await invited.text()).toBe(200);
}

/** The way to the thread in the newest letter about this draft. */
async function linkMailedTo(page: Page, address: string, email: string, draftId: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const letters = await lettersTo(page.context().request, address, email);
    const letter = letters.find(({ text }) => text.includes(`/documents/${draftId}?panneau=commentaires`));
    link = /\/documents\/[\w-]+\?panneau=commentaires&fil=[\w-]+/.exec(letter?.text ?? '')?.[0];
    expect(link, 'a letter leads to the thread').toBeDefined();
  }).toPass({ timeout: 30_000 });
  return link as string;
}

test('an expert comments a passage and names its author; the letter leads to it, the passage was edited meanwhile, and the thread still stands there', async ({ browserOf, address }) => {
  const marion = await browserOf(people.caenLead);
  const { id } = await ownDraftOf(marion, address);
  await openDraft(marion, id);
  await writeAtEnd(marion, 'Chaque marché de fournitures prévoit le rachat des emballages vides.');
  await expectSaved(marion);

  const expert = await browserOf(people.expert);
  await inviteToComment(marion, id, expert, address);
  await expert.goto(`/documents/${id}`);
  const passage = expert.locator('.tiptap p').filter({ hasText: 'le rachat des emballages' });
  await expect(passage).toBeVisible({ timeout: 45_000 });
  await expect(editorOf(expert)).toHaveCount(0);
  await passage.scrollIntoViewIfNeeded();
  await passage.evaluate((element) => {
    const text = element.firstChild as Text;
    const from = text.data.indexOf('le rachat');
    document.getSelection()?.setBaseAndExtent(text, from, text, from + 'le rachat des emballages'.length);
  });
  await expert.getByRole('button', { name: 'Commenter', exact: true }).click();
  const box = comments(expert).getByRole('textbox', { name: 'Votre commentaire' });
  await expect(box).toBeFocused();
  await expert.keyboard.type('@mari');
  await expect(comments(expert).getByRole('option', { name: /Marion/ })).toBeVisible();
  await expectAccessible(expert);
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('est-ce déjà chiffré ?');
  await expert.keyboard.press('Control+Enter');
  await expect(cardsOf(expert)).toHaveCount(1);
  await expect(cardsOf(expert)).toContainText('est-ce déjà chiffré ?');
  await expect(expert.locator('.co-comment')).toHaveText('le rachat des emballages');

  const link = await linkMailedTo(marion, address, people.caenLead, id);
  await paragraphOf(marion, 'le rachat des emballages').click();
  await marion.keyboard.press('Home');
  await marion.keyboard.type('Dès 2025. ');
  await marion.keyboard.press('Enter');
  await expectSaved(marion);

  await marion.goto(link);
  const card = cardsOf(marion);
  await expect(card).toBeFocused({ timeout: 45_000 });
  await expect(card).toHaveAccessibleName(/^Commentaire de Hélène .* sur «\sle rachat des emballages\s»$/);
  await expect(marion.locator('.co-comment.active')).toHaveText('le rachat des emballages');
  await expect(marion.locator('.co-comment.active')).toBeInViewport();
  await expectAccessible(marion);

  await card.getByRole('button', { name: 'Répondre' }).focus();
  await marion.keyboard.press('Enter');
  await expect(card.getByRole('textbox', { name: 'Votre réponse' })).toBeFocused();
  await marion.keyboard.type('Oui, 12 000 € par an.');
  await marion.keyboard.press('Control+Enter');
  await expect(cardsOf(expert)).toContainText('Oui, 12 000 € par an.');
  await card.getByRole('button', { name: 'Marquer comme résolu' }).focus();
  await marion.keyboard.press('Enter');
  await expect(marion.getByText('L’échange est résolu.')).toBeVisible();
  await expect(marion.locator('.co-comment')).toHaveCount(0);
  await expect(comments(expert).getByText('Aucun commentaire ouvert')).toBeVisible();
  await comments(expert).getByRole('button', { name: /^Résolus/ }).click();
  await expect(cardsOf(expert)).toContainText('Résolu par Marion');
});

test('by keyboard alone: a paragraph is chosen, commented, a half-written answer outlives a reload, and Alt+↓ goes from thread to thread', async ({ browserOf, address }) => {
  const isabelle = await browserOf(people.havreLead);
  const { id } = await ownDraftOf(isabelle, address);
  await openDraft(isabelle, id);
  await writeAtEnd(isabelle, 'Premier engagement à discuter.');
  await writeAtEnd(isabelle, 'Second engagement à discuter.');
  await expectSaved(isabelle);
  await isabelle.keyboard.press('Control+Alt+m');
  const panel = comments(isabelle);
  await expect(panel.getByRole('textbox', { name: 'Votre commentaire' })).toBeFocused();
  await expect(isabelle.locator('.co-comment.pending')).toHaveText('Second engagement à discuter.');
  await isabelle.keyboard.type('À chiffrer.');
  await isabelle.keyboard.press('Control+Enter');
  await expect(cardsOf(isabelle)).toHaveCount(1);
  await panel.getByRole('button', { name: 'Commenter un passage' }).press('Enter');
  await panel.getByRole('button', { name: 'Paragraphe précédent' }).press('Enter');
  await expect(isabelle.locator('.co-comment.pending')).toHaveText('Premier engagement à discuter.');
  await panel.getByRole('textbox', { name: 'Votre commentaire' }).focus();
  await isabelle.keyboard.type('À dater.');
  await isabelle.keyboard.press('Control+Enter');
  await expect(cardsOf(isabelle)).toHaveCount(2);
  await expect(cardsOf(isabelle).first()).toContainText('À dater.');

  await isabelle.keyboard.press('Alt+ArrowDown');
  await expect(cardsOf(isabelle).nth(1)).toBeFocused();
  await isabelle.keyboard.press('Alt+ArrowUp');
  await expect(cardsOf(isabelle).nth(0)).toBeFocused();
  await expectAccessible(isabelle);

  await cardsOf(isabelle).nth(0).getByRole('button', { name: 'Répondre' }).press('Enter');
  await expect(panel.getByRole('textbox', { name: 'Votre réponse' })).toBeFocused();
  await isabelle.keyboard.type('Je propose le 1er juin');
  await isabelle.reload();
  await expect(comments(isabelle).getByRole('textbox', { name: 'Votre réponse' })).toHaveValue('Je propose le 1er juin', { timeout: 45_000 });

  const second = cardsOf(isabelle).nth(1);
  await second.getByRole('button', { name: 'Plus d’actions sur votre message' }).press('Enter');
  await isabelle.getByRole('menuitem', { name: 'Supprimer' }).press('Enter');
  await expect(cardsOf(isabelle)).toHaveCount(1);
  await isabelle.locator('co-toasts').getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(cardsOf(isabelle)).toHaveCount(2);
});
