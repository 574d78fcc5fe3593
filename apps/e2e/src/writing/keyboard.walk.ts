import type { Page } from '@playwright/test';
import { editorOf, expectSaved, paragraphOf, savedFlag } from '../support/draft';
import { codeFor } from '../support/sign-in';
import { expect, test } from '../support/walk';

/** More stops than any page has before what a walk looks for. */
const patience = 120;

/** Presses Tab until the focus is on what has this name; fails when it cannot be reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < patience; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element?.matches('a, button, input, select, summary')) return '';
      return `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`.trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`The keyboard never reached ${name}`);
}

test('a lead signs in, finds the cohort, opens the scheme and writes, without ever touching a mouse', async ({ page, address }) => {
  const email = 'elodie.marie@ght-collines-normandie.example';
  await page.goto('/connexion');
  const field = page.getByLabel('Adresse électronique professionnelle');
  await expect(field).toBeVisible();
  for (let stop = 0; stop < 12 && !(await field.evaluate((input) => input === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Code reçu par courriel')).toBeFocused();
  await page.keyboard.type(await codeFor(page.context().request, address, email));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes prochaines étapes');

  await tabTo(page, /^Parcours/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Parcours' })).toBeVisible();
  await tabTo(page, /SPASER des GHT de Normandie/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'SPASER des GHT de Normandie' })).toBeVisible();
  await tabTo(page, /Ouvrir notre SPASER/);
  await page.keyboard.press('Enter');
  await expect(editorOf(page)).toBeVisible({ timeout: 45_000 });
  await expect(savedFlag(page)).toBeVisible({ timeout: 45_000 });

  for (let stop = 0; stop < patience && !(await editorOf(page).evaluate((text) => text === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Écrit au clavier seul.');
  await expectSaved(page);
  await expect(paragraphOf(page, 'Écrit au clavier seul.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editorOf(page)).not.toBeFocused();
});

test('the palette opens with Ctrl K, finds a page and goes there', async ({ browserOf }) => {
  const page = await browserOf('ines.moreau@ght-orne-perche-saosnois.example');
  await page.goto('/accueil');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox');
  await expect(box).toBeFocused();
  await page.keyboard.type('Documents');
  await expect(page.getByRole('option').first()).toHaveText(/Documents/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/documents/);
});
