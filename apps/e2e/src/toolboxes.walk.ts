import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
const path = '/boites-a-outils/boite-a-outils-des-ght-de-normandie';

test('anyone reads a published toolbox, with scripts or without; what is for the network is neither shown nor counted', async ({ page, browser, address }) => {
  await page.goto('/boites-a-outils');
  await page.getByRole('link', { name: 'Boîte à outils des GHT de Normandie' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Boîte à outils des GHT de Normandie' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'SPASER 2 de la Région Centre-Val de Loire (2023-2027)' })).toBeVisible();
  await expect(page.getByText(/lue par 6 structures \(6 groupements hospitaliers\)/)).toBeVisible();
  expect(await page.content()).not.toContain('Grille de questionnements');
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  const answer = await plain.goto(`${address}${path}`);
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Boîte à outils des GHT de Normandie');
  await expect(plain.getByText('Exemple de gouvernance et de budget')).toBeVisible();
  const html = (await answer?.text()) ?? '';
  expect([html.includes('"@type":"ItemList"'), html.includes('Grille de questionnements')]).toEqual([true, false]);
  await context.close();
});

test('members nominate and state their use, the animator orders by keyboard, publishes and keeps the selection', async ({ browserOf }, info) => {
  test.setTimeout(240_000);
  const isPhone = info.project.name === 'phone';
  const title = `Boîte d’essai ${info.project.name}`;
  const animator = await browserOf(isPhone ? people.coAnimator : people.animator);
  await reachHome(animator);
  await animator.goto('/boites-a-outils');
  await animator.getByRole('button', { name: 'Commencer une boîte à outils' }).press('Enter');
  await animator.getByRole('dialog').getByLabel('Pour qui la composez-vous ?').selectOption({ label: 'SPASER des GHT de Normandie' });
  await animator.getByRole('dialog').getByLabel('Titre').fill(title);
  await animator.getByRole('dialog').getByRole('button', { name: 'Commencer' }).press('Enter');
  await expect(animator.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const address = new URL(animator.url()).pathname;

  const member = await browserOf(isPhone ? people.havreLead : people.caenLead);
  await member.goto(address);
  for (const [words, name] of [['beton chanvre', /Béton de chanvre/], ['mooc achats', /MOOC Achats durables/]] as const) {
    await member.getByRole('button', { name: 'Proposer une ressource' }).press('Enter');
    await member.getByRole('dialog').getByRole('searchbox').fill(words);
    await member.getByRole('dialog').getByRole('radio', { name }).press('Space');
    await member.getByRole('dialog').getByLabel('Pourquoi elle est utile').fill('Nous nous en servons.');
    if (words === 'beton chanvre') await expectAccessible(member);
    await member.getByRole('dialog').getByRole('button', { name: 'Proposer une ressource' }).press('Enter');
    await expect(member.getByRole('link', { name })).toBeVisible();
  }
  const facts = member.getByRole('group', { name: /fait de « Béton de chanvre/ });
  await facts.getByRole('button', { name: 'Adaptée' }).press('Enter');
  await expect(member.getByText('adaptée par 1 structure (1 groupement hospitalier)')).toBeVisible();
  await expect(facts.getByRole('button', { name: 'Adaptée' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(member);
  expect(await member.evaluate(wider)).toBe(false);

  await animator.reload();
  await animator.getByRole('button', { name: 'Composer la sélection' }).press('Enter');
  await animator.getByRole('button', { name: /^Retenir « Béton/ }).press('Enter');
  await animator.getByRole('button', { name: /^Retenir « MOOC/ }).press('Enter');
  await animator.getByRole('button', { name: /^Monter « MOOC/ }).press('Enter');
  await expect(animator.getByText('1. MOOC Achats durables')).toBeFocused();
  await expectAccessible(animator);
  await animator.getByRole('button', { name: 'Enregistrer la sélection' }).press('Enter');
  await animator.getByRole('button', { name: 'Publier la boîte à outils' }).press('Enter');
  await expect(animator.getByText(/^Publiée le/)).toBeVisible();
  await animator.getByRole('button', { name: 'Garder cette sélection' }).press('Enter');
  await animator.getByRole('dialog').getByLabel('Son nom').fill('Promotion 2026');
  await animator.getByRole('dialog').getByRole('button', { name: 'Garder cette sélection' }).press('Enter');
  await expect(animator.getByRole('link', { name: 'Promotion 2026' })).toBeVisible();

  const visitor = await browserOf();
  await visitor.goto(address);
  await expect(visitor.getByRole('listitem').filter({ hasText: 'MOOC Achats durables' })).toContainText('1');
  await visitor.getByRole('link', { name: 'Promotion 2026' }).press('Enter');
  await expect(visitor.getByText(/Vous lisez la sélection « Promotion 2026 »/)).toBeVisible();
  await expectAccessible(visitor);
});
