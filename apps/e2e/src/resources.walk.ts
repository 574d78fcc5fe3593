import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;

test('a visitor finds a clause by its words and by facets, reads it and copies it with its version and source', async ({ page, context, address }, info) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  await page.goto('/ressources');
  await expect(page.getByRole('heading', { level: 1, name: 'Ressources' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /^\d+ ressources$/ })).toBeVisible();
  await expectAccessible(page);
  if (info.project.name === 'phone') await page.getByRole('button', { name: 'Filtrer' }).press('Enter');
  await page.getByRole('checkbox', { name: /^Clause [0-9]/ }).press('Space');
  await expect(page).toHaveURL(/type=clause/);
  await expect(page.getByRole('button', { name: 'Retirer le filtre « Clause »' })).toBeVisible();
  if (info.project.name === 'phone') await page.getByRole('button', { name: 'Filtrer' }).press('Enter');
  await page.getByRole('searchbox').fill('beton chanvre');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL(/q=beton/);
  expect(await page.evaluate(wider)).toBe(false);
  await page.getByRole('link', { name: 'Béton de chanvre pour l’isolation des murs' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Béton de chanvre pour l’isolation des murs' })).toBeVisible();
  await page.getByRole('button', { name: 'Copier la clause' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Copié' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('béton de chanvre projeté');
  expect(copied).toMatch(/Source : « Béton de chanvre pour l’isolation des murs », version 1, .*RAN CoPER\. http.*\?version=1$/);
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);
  await page.goBack();
  await expect(page).toHaveURL(/q=beton.*|type=clause/);
});

test('the HTML of a public resource says everything before any script runs; what is for the network says nothing', async ({ browser, address, browserOf }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto(`${address}/ressources/beton-de-chanvre-pour-l-isolation-des-murs`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Béton de chanvre pour l’isolation des murs');
  await expect(page.getByText('La chènevotte provient d’une filière tracée.')).toBeVisible();
  expect(await answer?.text()).toContain('name="DC.title" content="Béton de chanvre pour l’isolation des murs"');
  await page.goto(`${address}/ressources`);
  await expect(page.getByRole('listitem').first()).toBeVisible();
  const restricted = 'Grille de questionnements sur les indicateurs';
  expect(await page.content()).not.toContain(restricted);
  const closed = await page.goto(`${address}/ressources/grille-de-questionnements-sur-les-indicateurs`);
  expect(await closed?.text()).not.toContain(restricted);
  await context.close();
  const visitor = await browserOf();
  await visitor.goto('/ressources/grille-de-questionnements-sur-les-indicateurs');
  await expect(visitor.getByText('Cette ressource n’est pas visible')).toBeVisible();
  expect(await visitor.content()).not.toContain(restricted);
});

test('a member’s deposit waits for the animation, comes back with a word, is published, changed as a second version, then retired', async ({ browserOf }, info) => {
  test.setTimeout(240_000);
  const title = `Retour d’essai blanchisserie ${info.project.name}`;
  const member = await browserOf(info.project.name === 'phone' ? people.havreMember : people.caenEngineer);
  await member.goto('/ressources/nouvelle');
  await member.getByRole('button', { name: 'Proposer la ressource' }).press('Enter');
  await expect(member.getByRole('link', { name: /Titre/ }).first()).toBeVisible();
  await member.getByLabel('Titre', { exact: true }).fill(title);
  await member.getByLabel('En quelques lignes').fill('Six mois d’essai, ce que nous referions.');
  await member.getByRole('button', { name: 'Proposer la ressource' }).press('Enter');
  await expect(member.getByRole('link', { name: /Les droits restent à vérifier/ })).toBeVisible();
  await expectAccessible(member);
  await member.getByLabel('Licence').selectOption('cc-by');
  await member.reload();
  await expect(member.getByLabel('Titre', { exact: true })).toHaveValue(title);
  await member.getByRole('button', { name: 'Proposer la ressource' }).press('Enter');
  await expect(member.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const path = new URL(member.url()).pathname;

  const animator = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await animator.goto('/accueil');
  await animator.getByRole('button', { name: 'Plus tard' }).or(animator.getByRole('heading', { name: 'Mes prochaines étapes' })).first().click();
  await animator.goto('/ressources/a-valider');
  await animator.getByRole('link', { name: title }).press('Enter');
  await animator.getByRole('button', { name: 'Rendre à son auteur' }).press('Enter');
  await animator.getByLabel('Ce qu’il faut compléter').fill('Ajoutez le volume de linge.');
  await animator.getByRole('dialog').getByRole('button', { name: 'Rendre à son auteur' }).press('Enter');
  await expect(animator).toHaveURL(/a-valider$/);
  await member.reload();
  await expect(member.getByText('Ajoutez le volume de linge.')).toBeVisible();
  await member.getByRole('button', { name: 'Proposer à l’animation' }).press('Enter');
  await expect(member.getByText('À valider', { exact: true })).toBeVisible();
  await animator.goto(path);
  await animator.getByRole('button', { name: 'Publier', exact: true }).press('Enter');
  await expect(animator.getByRole('link', { name: 'Modifier' })).toBeVisible();
  await expectAccessible(animator);

  await animator.getByRole('link', { name: 'Modifier' }).press('Enter');
  await animator.getByLabel('En quelques lignes').fill('Un an d’essai, et les volumes.');
  await animator.getByLabel(/Ce qui change/).fill('Les volumes');
  await animator.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(animator.getByText('Version 2')).toBeVisible();
  await member.goto(`${path}?version=1`);
  await expect(member.getByText('Six mois d’essai, ce que nous referions.')).toBeVisible();
  await member.getByRole('link', { name: 'Lire la dernière version' }).press('Enter');
  await expect(member.getByText('Un an d’essai, et les volumes.')).toBeVisible();

  await animator.getByRole('button', { name: 'Retirer', exact: true }).press('Enter');
  await animator.getByLabel('Pourquoi elle est retirée').fill('Le marché est terminé.');
  await animator.getByRole('dialog').getByRole('button', { name: 'Retirer', exact: true }).press('Enter');
  await expect(animator.getByText('Cette ressource a été retirée')).toBeVisible();
  await member.reload();
  await expect(member.getByText('Le marché est terminé.')).toBeVisible();
});
