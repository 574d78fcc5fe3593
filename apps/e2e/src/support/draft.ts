import { expect, type Locator, type Page } from '@playwright/test';

/** The draft that a person's structure writes, as the API lists it. */
export async function ownDraftOf(page: Page, baseUrl: string): Promise<{ id: string; title: string }> {
  const answer = await page.context().request.get(`${baseUrl}/api/drafts`);
  const { drafts } = (await answer.json()) as { drafts: { id: string; title: string; right: string }[] };
  const own = drafts.find((draft) => draft.right === 'editor' || draft.right === 'manager');
  if (!own) throw new Error('This person writes no draft');
  return own;
}

/** Its name is the draft's title, which a walk may not know. */
export const editorOf = (page: Page): Locator => page.getByRole('textbox').and(page.locator('#draft-text'));

/** «Enregistré», in its own words and nothing else. */
export const savedFlag = (page: Page): Locator => page.locator('co-draft-saved-chip').getByText('Enregistré', { exact: true }).first();

export async function openDraft(page: Page, id: string): Promise<Locator> {
  await page.goto(`/documents/${id}`);
  const editor = editorOf(page);
  await expect(editor).toBeVisible({ timeout: 45_000 });
  await expect(savedFlag(page)).toBeVisible({ timeout: 45_000 });
  return editor;
}

export const paragraphOf = (page: Page, text: string): Locator => editorOf(page).locator('p').filter({ hasText: text });

/** A paragraph of one's own at the very end of the draft. */
export async function writeAtEnd(page: Page, text: string): Promise<void> {
  await editorOf(page).focus();
  await page.keyboard.press('Control+End');
  // The browser tells the editor of a moved caret a moment later; no finger is as fast as a program.
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  await expect(paragraphOf(page, text.trim())).toBeVisible();
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(savedFlag(page)).toBeVisible();
}
