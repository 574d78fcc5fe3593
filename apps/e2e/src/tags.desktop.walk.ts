import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { lettersTo, reachHome } from './support/sign-in';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;

test('a member adds a word of their own by the keyboard; an animator merges it with another, takes that back, and does it again', async ({ browserOf }) => {
  test.setTimeout(180_000);
  const member = await browserOf(people.caenEngineer);
  await member.goto('/ressources/nouvelle');
  await member.getByLabel('Titre', { exact: true }).fill('Facilitateurs de clause sociale : qui appeler');
  await member.getByLabel('En quelques lignes').fill('Un contact par département.');
  await member.getByLabel('Licence').selectOption('cc-by');
  const box = member.getByRole('combobox', { name: /^Étiquettes/ });
  await box.fill('faci');
  await expect(member.getByRole('option', { name: 'facilitateur', exact: true })).toBeVisible();
  await expectAccessible(member);
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(member.getByRole('button', { name: 'Retirer l’étiquette « facilitateur »' })).toBeVisible();
  await box.fill('Facilitateurs de clauses');
  await box.press('Enter');
  await box.fill('Annuaire,');
  await member.getByRole('button', { name: 'Proposer la ressource' }).press('Enter');
  await expect(member.getByRole('heading', { level: 1, name: 'Facilitateurs de clause sociale : qui appeler' })).toBeVisible();
  const path = new URL(member.url()).pathname;
  await expect(member.getByRole('link', { name: 'Facilitateurs de clauses' })).toBeVisible();

  const animator = await browserOf(people.animator);
  await reachHome(animator);
  await animator.goto(path);
  await animator.getByRole('button', { name: 'Publier', exact: true }).press('Enter');
  await expect(animator.getByText('est publiée.')).toBeVisible();
  const network = await animator.evaluate(async () => ((await (await fetch('/api/networks')).json()) as { networks: { id: string }[] }).networks[0]?.id);
  await animator.goto(`/reseaux/${network}/etiquettes`);
  const merge = async (): Promise<void> => {
    for (const name of ['facilitateur', 'Facilitateurs de clauses']) await animator.getByRole('checkbox', { name, exact: true }).press('Space');
    await animator.getByRole('button', { name: 'Fusionner', exact: true }).press('Enter');
    const dialog = animator.getByRole('dialog');
    await expect(dialog.getByText('2 ressources seront corrigées, sans devenir de nouvelles versions.')).toBeVisible();
    await expectAccessible(animator);
    await dialog.getByRole('textbox').fill('Facilitateurs');
    await dialog.getByRole('button', { name: 'Fusionner' }).press('Enter');
    await expect(animator.getByRole('checkbox', { name: 'Facilitateurs', exact: true })).toBeVisible();
  };
  await merge();
  await expectAccessible(animator);
  await animator.getByRole('button', { name: 'Annuler ce changement' }).press('Enter');
  await expect(animator.getByRole('checkbox', { name: 'Facilitateurs de clauses', exact: true })).toBeVisible();
  await expect(animator.getByRole('button', { name: 'Annuler ce changement' })).toBeHidden();
  await merge();

  await member.goto('/ressources?etiquette=facilitateurs,Annuaire');
  await expect(member.getByRole('heading', { level: 2, name: '2 ressources' })).toBeVisible();
  await member.goto(path);
  await expect(member.getByRole('link', { name: 'Facilitateurs', exact: true })).toBeVisible();
  await expect(member.getByText('Version 2')).toBeHidden();
  await member.goto('/recherche?q=annuaire');
  await expect(member.getByRole('link', { name: 'Facilitateurs de clause sociale : qui appeler' })).toBeVisible();
  for (const page of [animator, member]) {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(wider)).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  }
});

test('a member asks to be told of new versions, is told by the bell and by a letter, and stops', async ({ browserOf, address }) => {
  test.setTimeout(180_000);
  const reader = await browserOf(people.orneLead);
  const animator = await browserOf(people.animator);
  await reachHome(animator);
  await reader.goto('/ressources?q=ESAT espaces verts');
  await reader.getByRole('link', { name: /^Lot réservé aux entreprises adaptées/ }).press('Enter');
  await expect(reader.getByRole('heading', { level: 1, name: /^Lot réservé/ })).toBeVisible();
  const path = new URL(reader.url()).pathname;
  const follow = reader.getByRole('button', { name: 'Me prévenir des nouvelles versions' });
  await follow.press('Enter');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(reader);
  // Told already: there is nothing to ask beside the story.
  await expect(reader.getByRole('checkbox', { name: 'Me prévenir des nouvelles versions' })).toHaveCount(0);

  await animator.goto(`${path}/modifier`);
  await animator.getByLabel(/Ce qui change/).fill('Trois structures à sourcer.');
  await animator.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(animator.getByText('Version 2', { exact: true })).toBeVisible();
  await expect(async () => {
    const letter = (await lettersTo(reader.context().request, address, people.orneLead)).find(({ subject }) => subject.startsWith('Nouvelle version : Lot réservé'));
    expect(letter?.text).toContain('Trois structures à sourcer.');
  }).toPass({ timeout: 60_000 });
  await reader.goto('/notifications');
  await expect(reader.getByRole('listitem').filter({ hasText: 'Une ressource que vous suivez a une nouvelle version' }).first()).toBeVisible();

  await reader.goto('/ressources/mes-depots');
  await expect(reader.getByRole('heading', { level: 2, name: 'Les ressources que je suis' })).toBeVisible();
  await expectAccessible(reader);
  await reader.setViewportSize({ width: 360, height: 740 });
  expect(await reader.evaluate(wider)).toBe(false);
  await reader.getByRole('button', { name: /^Ne plus me prévenir : Lot réservé/ }).press('Enter');
  await expect(reader.getByRole('button', { name: /^Ne plus me prévenir : Lot réservé/ })).toBeHidden();
  await reader.goto(path);
  await expect(reader.getByRole('checkbox', { name: 'Me prévenir des nouvelles versions' })).toBeChecked();
});
