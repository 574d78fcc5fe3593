import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { editorOf, expectSaved, openDraft, ownDraftOf, paragraphOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { expect, test } from '../support/walk';

const sentence = 'Le marché de travaux est clos en mars.';

/** Invites the expert to propose, as the share dialog does; answers how to take the invitation back. */
async function inviteToPropose(lead: Page, expert: Page, draftId: string, address: string): Promise<() => Promise<void>> {
  const { person } = (await (await expert.context().request.get(`${address}/api/me`)).json()) as { person: { id: string } };
  const answer = await lead.context().request.post(`${address}/api/drafts/${draftId}/grants`, { data: { personId: person.id, right: 'suggester' }, headers: { origin: address } });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { id } = (await answer.json()) as { id: string };
  return async () => void (await lead.context().request.delete(`${address}/api/drafts/${draftId}/grants/${id}`, { headers: { origin: address } }));
}

/** The caret before, or the selection over, these words of the sentence. */
async function choose(page: Page, words: string): Promise<void> {
  const line = paragraphOf(page, 'travaux est clos');
  await line.click();
  await line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`no «${wanted}» in ${element.textContent ?? ''}`);
  }, words);
  // The browser tells the editor of a moved caret a moment later.
  await page.waitForTimeout(300);
}

/** The words of the sentence as they stand, without the names that others' carets draw over them. */
const sentenceOn = (page: Page): Promise<string> =>
  paragraphOf(page, 'travaux est clos').evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.co-caret')) caret.remove();
    return (copy.textContent ?? '').replaceAll('\uFEFF', '');
  });

const added = (page: Page, text: string): Locator => editorOf(page).locator('ins').filter({ hasText: text });
const struck = (page: Page, text: string): Locator => editorOf(page).locator('del').filter({ hasText: text });

test('an expert proposes, the lead sees it live, accepts one proposal and refuses the other by keyboard', async ({ browserOf, address }) => {
  const lead = await browserOf(people.havreLead);
  const expert = await browserOf(people.expert);
  const { id } = await ownDraftOf(lead, address);
  const withdraw = await inviteToPropose(lead, expert, id, address);
  await openDraft(lead, id);
  await writeAtEnd(lead, sentence);
  await expectSaved(lead);

  await openDraft(expert, id);
  await expect(expert.getByText('Vous proposez')).toBeVisible();
  await choose(expert, 'marché');
  await expert.keyboard.type('contrat');
  await choose(expert, ' en mars');
  await expert.keyboard.press('Delete');
  await expectSaved(expert);

  await expect(added(lead, 'contrat')).toBeVisible();
  await expect(struck(lead, 'en mars')).toBeVisible();
  const text = async (page: Page) => (await page.context().request.get(`${address}/api/drafts/${id}/export.txt`)).text();
  expect(await text(lead)).toContain(sentence);
  expect(await (await lead.context().request.get(`${address}/api/drafts/${id}/export.html`)).text()).toMatch(/<ins class="co-insertion" title="[^"]+">contrat<\/ins>/);

  await lead.getByRole('button', { name: 'Propositions', exact: true }).click();
  const panel = lead.getByRole('complementary', { name: 'Propositions' });
  await expect(panel.getByText('Remplacer « marché » par « contrat »')).toBeVisible();
  await expect(panel.getByText('Supprimer « en mars »')).toBeVisible();
  await expectAccessible(lead);
  await panel.getByRole('button', { name: /^Accepter : Remplacer/ }).click();
  await expect(added(expert, 'contrat')).toHaveCount(0);
  await expect.poll(() => sentenceOn(expert)).toBe('Le contrat de travaux est clos en mars.');

  await editorOf(lead).focus();
  await lead.keyboard.press('Control+Home');
  await lead.waitForTimeout(300);
  await lead.keyboard.press('F8');
  await expect(lead.getByRole('group', { name: 'Proposition' })).toContainText('Supprimer « en mars »');
  await expectAccessible(lead);
  await lead.keyboard.press('Alt+Shift+R');
  await expect(struck(expert, 'en mars')).toHaveCount(0);
  await expectSaved(lead);
  expect(await sentenceOn(expert)).toBe('Le contrat de travaux est clos en mars.');
  expect(await sentenceOn(lead)).toBe(await sentenceOn(expert));
  await expect(async () => expect(await text(lead)).toContain('Le contrat de travaux est clos en mars.')).toPass({ timeout: 10_000 });
  await expectAccessible(expert);
  await withdraw();
});

test('someone who may only propose writes nothing else, even past the page', async ({ browserOf, address }) => {
  const lead = await browserOf(people.caenLead);
  const expert = await browserOf(people.expert);
  const { id } = await ownDraftOf(lead, address);
  const withdraw = await inviteToPropose(lead, expert, id, address);
  await openDraft(lead, id);
  await writeAtEnd(lead, sentence);
  await expectSaved(lead);
  await openDraft(expert, id);
  await expect.poll(() => sentenceOn(expert)).toBe(sentence);

  // The page's own guard is taken away: what is typed goes to the server as plain text.
  await editorOf(expert).evaluate((element) => {
    (element as unknown as { editor: { storage: { suggestionMode: { tracker: unknown } } } }).editor.storage.suggestionMode.tracker = null;
  });
  await choose(expert, 'marché');
  await expert.keyboard.type('X');
  await expect(expert.getByText('n’a pas pu être enregistrée').first()).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => sentenceOn(expert)).toBe(sentence);
  expect(await sentenceOn(lead)).toBe(sentence);
  expect(await (await lead.context().request.get(`${address}/api/drafts/${id}/export.txt`)).text()).toContain(sentence);
  await withdraw();
});

async function toTheEnd(page: Page): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('Control+End');
  // The browser tells the editor of a moved caret a moment later.
  await page.waitForTimeout(300);
}

test('paragraphs, a list, a heading and a table are proposed by keyboard alone, offline too, then accepted and refused', async ({ browserOf, address, surprises }) => {
  const lead = await browserOf(people.havreLead);
  const expert = await browserOf(people.expert);
  const { id } = await ownDraftOf(lead, address);
  const withdraw = await inviteToPropose(lead, expert, id, address);
  const text = async (): Promise<string> => (await lead.context().request.get(`${address}/api/drafts/${id}/export.txt`)).text();
  await openDraft(lead, id);
  await writeAtEnd(lead, 'La dernière ligne avant les propositions.');
  await expectSaved(lead);
  await openDraft(expert, id);

  await toTheEnd(expert);
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('Un paragraphe proposé.');
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('- premier point');
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('second point');
  await expectSaved(expert);
  const added = (page: Page, tag: string) => editorOf(page).locator(`${tag}[data-becomes='inserted']`);
  await expect(added(lead, 'ul').locator('li')).toHaveCount(2);
  await expect(added(lead, 'p')).toHaveText('Un paragraphe proposé.');
  expect(await text()).not.toContain('proposé');

  surprises.expectOutages();
  await expert.context().setOffline(true);
  await expert.keyboard.press('Enter');
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('## Titre hors ligne');
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('/tableau');
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('Case');
  await expect(expert.getByText(/Hors ligne/).first()).toBeVisible({ timeout: 20_000 });
  await expect(added(lead, 'h2')).toHaveCount(0);
  await expert.context().setOffline(false);
  await expectSaved(expert);
  await expect(added(lead, 'h2')).toHaveText('Titre hors ligne');
  await expect(added(lead, '.co-table-frame')).toContainText('Case');
  await expectAccessible(expert);

  await editorOf(lead).focus();
  await lead.keyboard.press('Control+Home');
  await lead.waitForTimeout(300);
  await lead.keyboard.press('F8');
  await expect(lead.getByRole('group', { name: 'Proposition' })).toContainText('Ajouter un passage');
  await expectAccessible(lead);
  await lead.keyboard.press('Alt+Shift+A');
  await expect(editorOf(expert).locator('[data-becomes]')).toHaveCount(0);
  await expectSaved(lead);
  await expect(async () => expect(await text()).toContain('Titre hors ligne')).toPass({ timeout: 10_000 });

  await toTheEnd(expert);
  await expert.keyboard.press('Enter');
  await expert.keyboard.type('- à retirer');
  await expect(added(lead, 'ul')).toHaveCount(1);
  await expert.keyboard.press('Alt+Shift+R');
  await expect(editorOf(lead).locator('[data-becomes]')).toHaveCount(0);
  await expectSaved(expert);
  await withdraw();
});
