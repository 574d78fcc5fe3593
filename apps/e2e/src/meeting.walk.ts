import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { expect, test } from './support/walk';

async function networkOf(page: Page, address: string): Promise<string> {
  const answer = await page.context().request.get(`${address}/api/networks`);
  return ((await answer.json()) as { networks: { id: string }[] }).networks[0]?.id ?? '';
}

/** A Tuesday some weeks ahead, as a date field writes it. */
function tuesdayAhead(weeks: number): string {
  const now = new Date();
  const days = ((9 - now.getUTCDay()) % 7) + weeks * 7;
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

test('an animator prepares a workshop by keyboard and publishes it; a visitor reads it; it is postponed with a word to all', async ({ browserOf, address }, info) => {
  const title = `Atelier fournisseurs ${info.project.name}`;
  const animator = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await reachHome(animator);
  await animator.goto(`/rencontres/nouvelle?espace=${await networkOf(animator, address)}`);

  await animator.getByRole('button', { name: 'Préparer la rencontre' }).press('Enter');
  await expect(animator.getByRole('link', { name: 'Donnez un titre de 3 à 160 caractères.' })).toBeVisible();
  await animator.getByLabel('Titre', { exact: true }).fill(title);
  await animator.getByLabel('Objectif en une phrase').fill('Repérer ce qui fait une relation responsable.');
  await animator.locator('#co-meeting-startsAt').fill(tuesdayAhead(3));
  await animator.getByLabel('Heure de début').fill('09:00');
  await animator.getByLabel('Durée en minutes').fill('120');
  await animator.getByLabel('Lien de visioconférence').fill('javascript:alert(1)');

  await animator.getByRole('button', { name: 'Ajouter un temps' }).press('Enter');
  await animator.locator('#co-part-0-title').fill('Plénière d’ouverture');
  await animator.getByRole('button', { name: 'Ajouter des groupes en parallèle' }).press('Enter');
  await animator.locator('#co-part-1-title').fill('Trois questions');
  await animator.getByLabel('Question ou titre du groupe').fill('Comment simplifier l’achat ?');
  await animator.locator('#co-part-1-minutes').fill('110');
  await expect(animator.getByText(/il dépasse de 20 min/)).toBeVisible();
  await animator.locator('#co-part-1-minutes').fill('60');
  await animator.locator('#co-part-1-title').press('Alt+ArrowUp');
  await expect(animator.locator('#co-part-0-title')).toHaveValue('Trois questions');
  await expect(animator.locator('#co-part-0-title')).toBeFocused();
  await expectAccessible(animator);

  await animator.getByRole('button', { name: 'Préparer la rencontre' }).press('Enter');
  await expect(animator.getByRole('link', { name: /Ce lien n’est pas complet/ })).toBeVisible();
  await animator.getByLabel('Lien de visioconférence').fill('https://visio.exemple.fr/secret-de-salle');
  await animator.getByRole('button', { name: 'Préparer la rencontre' }).press('Enter');
  await expect(animator.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(animator.getByText('10 h', { exact: false }).first()).toBeVisible();
  const path = new URL(animator.url()).pathname;

  const visitor = await browserOf();
  await visitor.goto(path);
  await expect(visitor.getByText('Cette rencontre n’est pas visible')).toBeVisible();
  await animator.getByRole('button', { name: 'Publier la rencontre' }).press('Enter');
  await expect(animator.getByText(/sa page est ouverte à tout le monde/)).toBeVisible();

  await visitor.reload();
  await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(visitor.getByText('heure de Paris').first()).toBeVisible();
  await expect(visitor.getByText('Comment simplifier l’achat ?')).toBeVisible();
  expect(await visitor.content()).not.toContain('secret-de-salle');
  expect(await visitor.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(visitor);

  await animator.getByRole('button', { name: 'Plus' }).press('Enter');
  await animator.getByRole('menuitem', { name: 'Reporter' }).press('Enter');
  await animator.getByRole('dialog').getByLabel(/Message à toutes/).fill('La salle est fermée ce jour-là.');
  await animator.getByRole('dialog').getByRole('button', { name: 'Reporter et prévenir' }).press('Enter');
  await expect(animator.getByText('La salle est fermée ce jour-là.')).toBeVisible();
  await expectAccessible(animator);
  await visitor.reload();
  await expect(visitor.getByText('Une nouvelle date sera annoncée')).toBeVisible();
  await expect(visitor.getByText('La salle est fermée ce jour-là.')).toBeVisible();
});
