import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;

test('one box finds meetings, structures and documents by keyboard alone, keeps the question, and leads to all results', async ({ browserOf }, info) => {
  const page = await browserOf(info.project.name === 'phone' ? people.havreMember : people.caenEngineer);
  await page.goto('/accueil');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const opener = page.getByRole('button', { name: 'Rechercher ou aller à…' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('combobox', { name: 'Rechercher ou aller à…' });
  await expect(box).toBeFocused();
  await page.keyboard.type('hopitla ');
  await expect(page.getByText(/au lieu de « hopitla »/)).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('hopital caen');
  await expect(page.getByRole('button', { name: /^Structures [0-9]/ })).toBeVisible();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);
  await page.getByRole('button', { name: /^Structures [0-9]/ }).press('Enter');
  await expect(box).toBeFocused();
  await expect(page.getByRole('option').first()).toContainText('Structure');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/structures\//);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toContainText('hopital caen');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('hopital caen');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test('the page of results holds the question and the tab in its address, says what it understood, and what is empty or gone', async ({ browserOf, surprises }) => {
  surprises.expectOutages();
  const page = await browserOf(people.havreMember);
  await page.goto('/recherche?q=indicateurs');
  await expect(page.getByRole('heading', { level: 1, name: 'Recherche' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /résultat/ })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);
  await page.getByRole('navigation', { name: 'Où chercher' }).getByRole('link').nth(1).press('Enter');
  await expect(page).toHaveURL(/onglet=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/onglet=/);
  const box = page.getByRole('searchbox', { name: 'Que cherchez-vous ?' });
  await box.fill('zzyzx');
  await box.press('Enter');
  await expect(page.getByText('Rien ne correspond à « zzyzx »')).toBeVisible();
  await page.context().setOffline(true);
  await box.fill('achat');
  await box.press('Enter');
  await expect(page.getByText('La recherche n’a pas répondu')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Réessayer' }).press('Enter');
  await expect(page.getByText('La recherche n’a pas répondu')).toBeHidden();
});

test('a visitor searches what is public, and never meets the title of what is not', async ({ page }) => {
  await page.goto('/recherche?q=indicateurs');
  await expect(page.getByRole('heading', { level: 1, name: 'Recherche' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).or(page.getByText('Rien ne correspond'))).not.toHaveCount(0);
  await expectAccessible(page);
  const restricted = 'Grille de questionnements sur les indicateurs';
  await page.goto('/recherche?q=grille+questionnements+indicateurs');
  await expect(page.getByRole('heading', { level: 1, name: 'Recherche' })).toBeVisible();
  expect(await page.content()).not.toContain(restricted);
});

test('what resources are about narrows the answers, in the address, and is let go of one by one', async ({ page }, info) => {
  await page.goto('/recherche?q=marche');
  await expect(page.getByRole('heading', { level: 2, name: /résultat/ })).toBeVisible();
  const before = await page.getByRole('heading', { level: 2 }).textContent();
  if (info.project.name === 'phone') await page.getByRole('button', { name: /^Filtrer les ressources/ }).press('Enter');
  const panel = page.getByRole('complementary', { name: 'Filtrer les ressources' });
  const clause = panel.getByRole('checkbox', { name: /^Clause / });
  await clause.press('Space');
  await expect(page).toHaveURL(/type=clause/);
  await expect(clause).toBeChecked();
  await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(before ?? '');
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);
  await page.reload();
  await expect(page.getByRole('list', { name: 'Filtres choisis' })).toContainText('Clause');
  await page.getByRole('button', { name: 'Retirer le filtre « Clause »' }).press('Enter');
  await expect(page).not.toHaveURL(/type=/);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(before ?? '');
});

test('words of every day find the clause and the grid of the demonstration', async ({ browserOf }) => {
  const page = await browserOf(people.havreMember);
  for (const [asked, found] of [['béton de chanvre', /[Bb]éton de chanvre/], ['beton chanvre', /[Bb]éton de chanvre/], ['béton de chnavre', /[Bb]éton de chanvre/], ['indicateur hopital', /Grille de questionnements/]] as const) {
    await page.goto(`/recherche?${new URLSearchParams({ q: asked, onglet: 'library' }).toString()}`);
    await expect(page.locator('ol .title').first()).toHaveText(found);
  }
});

test('who animates says which words mean the same, sees what they find, and takes it back', async ({ browserOf }) => {
  const page = await browserOf(people.animator);
  await reachHome(page);
  const network = await page.evaluate(async () => ((await (await fetch('/api/networks')).json()) as { networks: { id: string }[] }).networks[0]?.id);
  await page.goto(`/reseaux/${network}/mots-equivalents`);
  await expect(page.getByRole('heading', { level: 1, name: 'Mots équivalents' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);
  const line = page.getByRole('textbox', { name: 'Ajouter des mots équivalents' });
  await line.fill('zibeline');
  await line.press('Enter');
  await expect(page.getByText('Écrivez au moins deux mots')).toBeVisible();
  await line.fill('zibeline, béton de chanvre');
  await line.press('Enter');
  await expect(page.getByRole('link', { name: /« zibeline » trouve maintenant [0-9]+ réponse/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Retirer les mots équivalents de « zibeline »' }).press('Enter');
  await expect(page.getByRole('link', { name: 'zibeline', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(page.getByRole('link', { name: 'zibeline', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Retirer les mots équivalents de « zibeline »' }).press('Enter');
  await expect(page.getByRole('link', { name: /« zibeline » ne trouve aucune réponse/ })).toBeVisible();
});
