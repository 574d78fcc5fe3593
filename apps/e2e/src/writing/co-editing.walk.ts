import type { Locator, Page } from '@playwright/test';
import { editorOf, expectSaved, openDraft, ownDraftOf, paragraphOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { expect, test } from '../support/walk';

/** The words of a paragraph, without the names that others' carets draw over it. */
const withoutCarets = (paragraph: Locator): Promise<string> =>
  paragraph.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll('.co-caret')) caret.remove();
    return copy.textContent ?? '';
  });

test('two people of one hospital write in the same paragraph: one text, two names, and «Enregistré» means it', async ({ browserOf, address }) => {
  const marion = await browserOf(people.caenLead);
  const david = await browserOf(people.caenEngineer);
  const { id } = await ownDraftOf(marion, address);
  await openDraft(marion, id);
  await openDraft(david, id);

  await writeAtEnd(marion, 'Nos achats de travaux ');
  const shared = (page: Page) => paragraphOf(page, 'Nos achats de travaux');
  await expect(shared(david)).toBeVisible();
  await shared(david).click();
  await david.keyboard.press('End');
  await expect(marion.locator('.co-caret-name').filter({ hasText: 'David' }).first()).toBeAttached();
  await Promise.all([
    marion.keyboard.type('pèsent lourd. ', { delay: 15 }),
    david.keyboard.type('Le réemploi y aide. ', { delay: 15 }),
  ]);
  await expectSaved(marion);
  await expectSaved(david);
  await expect(async () => {
    const [one, other] = [await withoutCarets(shared(marion)), await withoutCarets(shared(david))];
    expect(one).toBe(other);
    const letters = (text: string) => [...text.replaceAll(/[^\p{L}.]/gu, '')].sort().join('');
    expect(letters(one)).toBe(letters('Nos achats de travaux pèsent lourd. Le réemploi y aide.'));
  }).toPass({ timeout: 20_000 });

  const exported = await marion.context().request.get(`${address}/api/drafts/${id}/export.txt`);
  expect(await exported.text()).toContain('Nos achats de travaux');
});

test('undoing takes back one’s own words only', async ({ browserOf, address }) => {
  const isabelle = await browserOf(people.havreLead);
  const paul = await browserOf(people.havreMember);
  const { id } = await ownDraftOf(isabelle, address);
  await openDraft(isabelle, id);
  await openDraft(paul, id);
  await writeAtEnd(isabelle, 'Phrase d’Isabelle.');
  await expect(editorOf(paul)).toContainText('Phrase d’Isabelle.');
  await writeAtEnd(paul, 'Phrase de Paul.');
  await expect(editorOf(isabelle)).toContainText('Phrase de Paul.');
  await isabelle.bringToFront();
  await isabelle.keyboard.press('Control+z');
  await expect(editorOf(isabelle)).not.toContainText('Phrase d’Isabelle.');
  await expect(editorOf(paul)).not.toContainText('Phrase d’Isabelle.');
  await expect(editorOf(paul)).toContainText('Phrase de Paul.');
});

test('a person of another hospital finds nothing, by address and by the API alike', async ({ browserOf, address }) => {
  const nathalie = await browserOf(people.rouenLead);
  const { id, title } = await ownDraftOf(nathalie, address);
  const stranger = await browserOf(people.havreLead);
  await stranger.goto(`/documents/${id}`);
  await expect(stranger.getByRole('heading', { name: 'Document introuvable' })).toBeVisible();
  await expect(stranger.getByText(title)).toHaveCount(0);
  const { request } = stranger.context();
  for (const path of [`/api/drafts/${id}`, `/api/drafts/${id}/export.html`, `/api/drafts/${id}/export.txt`, `/api/drafts/${id}/grants`]) {
    expect([path, (await request.get(`${address}${path}`)).status()]).toEqual([path, 404]);
  }
});

test('an expert reads the scheme, sees it change, and has nothing to write with', async ({ browserOf, address }) => {
  const thomas = await browserOf(people.rouenEngineer);
  const expert = await browserOf(people.expert);
  const { id } = await ownDraftOf(thomas, address);
  await expert.goto(`/documents/${id}`);
  await expect(expert.getByRole('heading', { name: 'Préambule' }).first()).toBeVisible({ timeout: 45_000 });
  await expect(expert.getByText('Lecture seule').first()).toBeVisible();
  await expect(expert.getByRole('toolbar')).toHaveCount(0);
  await expect(expert.locator('[contenteditable="true"]')).toHaveCount(0);
  await openDraft(thomas, id);
  await writeAtEnd(thomas, 'Une phrase lue en direct.');
  await expectSaved(thomas);
  await expect(expert.getByText('Une phrase lue en direct.')).toBeAttached();
});
