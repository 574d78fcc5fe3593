import { codeFor } from './support/sign-in';
import { expect, test } from './support/walk';
import { expectAccessible } from './support/accessible';

test('without the demo, the first page makes the network and its first animator', async ({ browser, ownServer, viewport }) => {
  test.setTimeout(180_000);
  const server = await ownServer({ demo: false });
  const context = await browser.newContext({ baseURL: server.url, viewport });
  const page = await context.newPage();
  await page.goto('/installation');
  await page.getByLabel('Nom du réseau').fill('Réseau de l’achat public breton');
  await page.getByLabel('Région').fill('Bretagne');
  await page.getByLabel('Votre prénom et votre nom').fill('Nolwenn Le Goff');
  await page.getByLabel('Votre adresse électronique').fill('nolwenn@reseau-breton.example');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Créer le réseau' }).click();
  await page.getByRole('button', { name: 'Corriger l’adresse' }).click();
  await expect(page.getByText('personne ne s’y est encore connecté').first()).toBeVisible();
  await page.getByLabel('Votre adresse électronique').fill('nolwenn.legoff@reseau-breton.example');
  await page.getByRole('button', { name: 'Créer le réseau' }).click();
  await page.getByRole('link', { name: 'Saisir le code' }).or(page.getByRole('button', { name: 'Saisir le code' })).click();
  const code = await codeFor(context.request, server.url, 'nolwenn.legoff@reseau-breton.example');
  await page.getByLabel('Code reçu par courriel').fill(code);
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await expect(page.getByText('Réseau de l’achat public breton').first()).toBeAttached();
  await page.goto('/installation');
  await expect(page.getByText('Cette installation a déjà son réseau').first()).toBeVisible();
  await context.close();
});
