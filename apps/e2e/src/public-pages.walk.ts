import type { Route } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { expect, test } from './support/walk';

const pages = ['/', '/mentions-legales', '/donnees-personnelles', '/accessibilite', '/rencontres', '/ressources', '/boites-a-outils', '/connexion', '/design', '/courrier'];

for (const path of pages) {
  for (const theme of ['light', 'dark'] as const) {
    test(`anyone reads ${path} in the ${theme} theme, with nothing for axe to say`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test('the landing page says in its HTML what Cohorte is, before any script runs', async ({ browser, address }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Écrire son schéma d’achats responsables, ensemble');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  await context.close();
});

test('without any script a visitor finds the public meetings from any page, and reads what one is about', async ({ browser, address }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const page = await context.newPage();
  await page.goto('/mentions-legales');
  await page.getByRole('navigation', { name: 'À lire sans compte' }).getByRole('link', { name: 'Rencontres' }).click();
  await page.getByRole('link', { name: 'Questionnons ensemble la relation avec les fournisseurs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Questionnons ensemble la relation avec les fournisseurs' })).toBeVisible();
  await expect(page.getByText('En présence · La Citadelle')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ordre du jour' })).toBeVisible();
  expect(await page.content()).toContain('"@type":"Event"');
  await context.close();
});

test('a visitor reads the pages in English, and the choice is kept', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Changer de langue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Write your responsible purchasing scheme, together');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Write your responsible purchasing scheme, together');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a visitor whose scripts have not come yet chooses a language by the link of the page', async ({ page }) => {
  await page.goto('/?langue=en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Write your responsible purchasing scheme, together');
  await expect(page).toHaveURL(/\/$/);
});

test('who walks the page by keyboard before the scripts have come stands at the same place after', async ({ page }) => {
  const link = page.getByRole('banner').getByRole('link', { name: 'Rechercher' });
  let program: Route | undefined;
  await page.route(/\/main-[^/]+\.js$/, (route) => void (program = route));
  await page.goto('/mentions-legales', { waitUntil: 'commit' });
  await link.focus();
  await expect(link).toBeFocused();
  const former = await link.elementHandle();
  await expect.poll(() => program).toBeDefined();
  await program?.continue();
  await expect.poll(() => former?.evaluate((element) => element.isConnected)).toBe(false);
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/recherche$/);
  await expect(page.getByRole('searchbox', { name: 'Que cherchez-vous ?' })).toBeVisible();
});

test('no page is wider than the screen it is read on', async ({ page }) => {
  for (const path of pages.filter((one) => one !== '/design')) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
