import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { expect, test } from './support/walk';

/** The first meeting of the demonstration, which was held. */
async function heldMeeting(page: Page): Promise<{ id: string; day: string }> {
  const now = Date.now();
  const [from, to] = [new Date(now - 40 * 86_400_000).toISOString(), new Date(now).toISOString()];
  const answer = await page.request.get(`/api/agenda?from=${from}&to=${to}`);
  const { entries } = (await answer.json()) as { entries: { id: string; kind: string; startsAt: string; standing: string }[] };
  const held = entries.find(({ kind, standing }) => kind === 'meeting' && standing === 'registered');
  if (!held) throw new Error('The demonstration has no held meeting in the agenda');
  return { id: held.id, day: held.startsAt.slice(0, 10) };
}

test('an agenda read by keyboard, followed from another calendar, and closed again', async ({ browserOf, isMobile }) => {
  const page = await browserOf(people.rouenLead);
  const { id, day } = await heldMeeting(page);
  await page.goto(`/agenda?vue=mois&date=${day}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
  const cell = page.locator(`[data-day="${day}"]`);
  await expect(cell.getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
  if (!isMobile) {
    await cell.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('[data-day]:focus')).not.toHaveAttribute('data-day', day);
    await page.keyboard.press('ArrowLeft');
    await expect(cell).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cell.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(cell).toBeFocused();
  }
  await page.getByRole('link', { name: 'Liste', exact: true }).click();
  await expect(page).toHaveURL(/vue=liste/);
  await expect(page.locator(`a[href="/rencontres/${id}"]`).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'S’abonner à mon agenda' }).click();
  await page.getByRole('button', { name: 'Créer mon adresse d’agenda' }).click();
  const address = await page.getByLabel('Votre adresse d’agenda').inputValue();
  const path = new URL(address).pathname;
  await expectAccessible(page);
  const file = await page.request.get(path);
  expect(await file.text()).toContain(`UID:${id}`);
  await page.getByRole('button', { name: 'Fermer l’adresse' }).click();
  await page.getByRole('dialog', { name: 'Fermer votre adresse d’agenda ?' }).getByRole('button', { name: 'Fermer l’adresse' }).click();
  await expect(page.getByRole('button', { name: 'Créer mon adresse d’agenda' })).toBeVisible();
  expect((await page.request.get(path)).status()).toBe(404);
});

test('the list of a room is kept, corrected and closed; a certificate is verified by anybody', async ({ browserOf, surprises }) => {
  surprises.expectOutages();
  const animator = await browserOf(people.animator);
  const member = await browserOf(people.caenLead);
  const { id } = await heldMeeting(member);
  await reachHome(animator);
  await animator.goto(`/rencontres/${id}/presences`);
  await expect(animator.getByRole('heading', { level: 1, name: 'Liste de présence' })).toBeVisible();
  await expectAccessible(animator);
  const reopen = animator.getByRole('button', { name: 'Rouvrir pour corriger' });
  if (await reopen.isVisible()) await reopen.click();
  const mine = animator.getByRole('group', { name: 'Marion Lecoq' });
  await expect(mine.getByRole('button', { name: 'Présent' })).toBeEnabled();
  await animator.context().setOffline(true);
  await mine.getByRole('button', { name: 'Absent' }).click();
  await expect(mine.getByRole('button', { name: 'Absent' })).toHaveAttribute('aria-pressed', 'true');
  await expect(animator.getByText(/attend le réseau/)).toBeVisible();
  await animator.context().setOffline(false);
  await expect(animator.getByText(/attend le réseau/)).toHaveCount(0);
  await mine.getByRole('button', { name: 'Présent' }).click();
  await expect(mine.getByRole('button', { name: 'Présent' })).toHaveAttribute('aria-pressed', 'true');
  await animator.getByRole('button', { name: 'Clore la liste' }).click();
  await animator.getByRole('dialog').getByRole('button', { name: 'Clore la liste' }).click();
  await expect(animator.getByText('La liste est close.')).toBeVisible();

  await member.goto('/profil/attestations');
  const code = await member.locator('a[href^="/attestations/"]').first().innerText();
  await expectAccessible(member);
  const file = await member.request.get(`/api/certificates/${code}/file.pdf`);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const anybody = await browserOf();
  await anybody.goto('/attestations');
  await anybody.getByLabel('Code de l’attestation').fill(code.toLowerCase().replaceAll('-', ' '));
  await anybody.getByRole('button', { name: 'Vérifier' }).click();
  await expect(anybody.getByText('Oui, cette attestation est authentique')).toBeVisible();
  await expect(anybody.getByText('Marion Lecoq')).toHaveCount(0);
  await expectAccessible(anybody);
  await anybody.goto('/attestations/23456-789AB-CDEFG');
  await expect(anybody.getByText('Non, cette attestation n’est pas reconnue')).toBeVisible();
  await anybody.goto('/rencontres');
  await expect(anybody.getByRole('heading', { level: 1, name: 'Rencontres à venir' })).toBeVisible();
  await expectAccessible(anybody);
});
