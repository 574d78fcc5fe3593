import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { anOpenPoll, aPolledCohort, personalLink } from './support/polled-cohort';
import { pastSecondFactor } from './support/second-factor';
import { expect, test } from './support/walk';
import type { Locator, Page } from '@playwright/test';

interface Cohort { steps: { number: number | null; meeting: { id: string; startsAt: string | null } }[] }

/** Six days and two times by the keys alone, two guests by their addresses. */
async function writePoll(page: Page, meetingId: string): Promise<void> {
  await page.goto(`/sondages/nouveau/${meetingId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chercher une date');
  await page.locator('co-month-calendar [role=gridcell][tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  for (let day = 0; day < 6; day += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
  }
  await expect(page.getByText('Jours choisis : 6')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Continuer');
  await press(page, 'Ajouter un horaire');
  await page.getByLabel('Heure de début').nth(1).fill('10:00');
  await expect(page.getByText('Créneaux proposés : 12')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Continuer');
  await page.getByLabel('Seulement les personnes choisies ci-dessous').focus();
  await page.keyboard.press('Space');
  for (const [place, [name, email]] of [['Anne Petit', 'marches@ville.example'], ['Bob Grand', 'marches@ville.example']].entries()) {
    await press(page, 'Ajouter une adresse');
    await page.getByLabel('Nom', { exact: true }).nth(place).fill(name ?? '');
    await page.getByLabel('Adresse électronique').nth(place).fill(email ?? '');
  }
  await expectAccessible(page);
  await press(page, 'Ouvrir le sondage');
  await page.waitForURL(/\/sondages\/[0-9a-f-]{36}$/);
}

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
};

/** Opens the menu of the poll’s actions and chooses one, by the keys. */
async function choose(page: Page, name: string): Promise<Locator> {
  await press(page, 'Plus d’actions');
  await page.getByRole('menuitem', { name, exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  return dialog;
}

/** Once people have answered: one more slot, taken away again; other settings; the same poll later, as a draft. */
async function changePoll(page: Page): Promise<void> {
  const slots = page.getByRole('columnheader');
  const adding = await choose(page, 'Ajouter un créneau');
  await adding.getByRole('button', { name: 'Ajouter ce créneau' }).press('Enter');
  await expect(adding.getByText('Indiquez le jour et l’heure.')).toBeVisible();
  const day = new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);
  await adding.getByLabel('Jour', { exact: true }).fill(day);
  await adding.getByLabel('Heure de début').fill('16:00');
  await adding.getByRole('button', { name: 'Ajouter ce créneau' }).press('Enter');
  await expect(slots).toHaveCount(14);
  const removing = await choose(page, 'Retirer un créneau');
  await removing.getByRole('radio').last().focus();
  await page.keyboard.press('Space');
  await removing.getByRole('button', { name: 'Retirer ce créneau' }).press('Enter');
  await expect(slots).toHaveCount(13);
  const settings = await choose(page, 'Modifier les réglages');
  await settings.getByLabel('Quorum').fill('2');
  await settings.getByRole('button', { name: 'Enregistrer les réglages' }).press('Enter');
  await expect(settings).toBeHidden();
  await page.setViewportSize({ width: 360, height: 740 });
  const later = await choose(page, 'Refaire ce sondage plus tard');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await later.getByRole('button', { name: 'Ne rien changer' }).press('Enter');
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('an animator asks for a date by keyboard, two people of one mailbox answer without account, one on a phone and one by the keys, and the meeting has its date', async ({ browserOf, address }) => {
  test.slow();
  const animator = await browserOf(people.animator);
  await animator.goto('/accueil');
  await pastSecondFactor(animator);
  const { cohortId, meetingId } = await aPolledCohort(animator.context().request, address);
  await writePoll(animator, meetingId);
  const pollId = animator.url().split('/').at(-1) ?? '';
  const head = animator.getByRole('columnheader').first();
  await expect(head).toHaveText('Personnes qui ont répondu : 0 sur 2');

  const phone = await browserOf();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.goto(await personalLink(animator.context().request, pollId, 'Anne Petit'));
  await expect(phone.getByText('Vous répondez en tant que Anne Petit.')).toBeVisible();
  const yes = phone.getByRole('radio', { name: 'Oui' });
  await expect(yes).toHaveCount(12);
  for (let slot = 0; slot < 12; slot += 1) await (slot === 3 ? yes : phone.getByRole('radio', { name: 'Si besoin' })).nth(slot).check();
  await expect(phone.getByRole('status')).toHaveText('Enregistré');
  await expectAccessible(phone);
  await expect(head).toHaveText('Personnes qui ont répondu : 1 sur 2');

  const desk = await browserOf();
  await desk.goto(await personalLink(animator.context().request, pollId, 'Bob Grand'));
  const mine = desk.locator('.mine [role=gridcell]');
  await mine.first().focus();
  await desk.keyboard.press('n');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'o', 'ArrowRight', '2']) await desk.keyboard.press(key);
  await expect(desk.getByRole('status')).toHaveText('Enregistré');
  await expect(mine.nth(3)).toHaveAccessibleName(/: Oui$/);
  await expectAccessible(desk);
  await expect(head).toHaveText('Personnes qui ont répondu : 2 sur 2');

  await expectAccessible(animator);
  await changePoll(animator);
  await expect(head).toHaveText('Personnes qui ont répondu : 2 sur 2');
  await press(animator, 'Retenir un créneau');
  const dialog = animator.getByRole('dialog');
  await expect(dialog.getByText('Le mieux')).toBeVisible();
  await expect(dialog.getByText('Qui a dit oui est inscrit')).toBeVisible();
  await expectAccessible(animator);
  await dialog.getByRole('button', { name: 'Retenir ce créneau' }).focus();
  await animator.keyboard.press('Enter');
  await expect(animator.getByText('La rencontre aura lieu').first()).toBeVisible();

  const cohort = (await (await animator.context().request.get(`/api/cohorts/${cohortId}`)).json()) as Cohort;
  expect(cohort.steps.find((step) => step.number === 2)?.meeting.startsAt).not.toBeNull();
  await phone.reload();
  await expect(phone.getByText('La rencontre aura lieu')).toBeVisible();
  await expect(phone.getByRole('radio', { name: 'Oui' }).first()).toBeDisabled();
});

test('a meeting that was postponed is asked about again in one press: the same people, the slots still ahead', async ({ browserOf, address }) => {
  const animator = await browserOf(people.animator);
  const { request } = animator.context();
  const { meetingId } = await aPolledCohort(request, address);
  const pollId = await anOpenPoll(request, address, { meetingId, slots: 3, guest: { name: 'Bob Grand', email: `bob-${Date.now()}@ville.example` } });
  const { slots } = (await (await request.get(`/api/polls/${pollId}`)).json()) as { slots: { id: string }[] };
  await request.post(`/api/polls/${pollId}/decision`, { headers: { origin: address }, data: { slotId: slots[0]?.id } });
  await animator.goto(`/rencontres/${meetingId}`);
  await pastSecondFactor(animator);
  await press(animator, 'Plus');
  await animator.getByRole('menuitem', { name: 'Reporter' }).press('Enter');
  await animator.getByRole('dialog').getByRole('button', { name: 'Reporter et prévenir' }).press('Enter');
  await expect(animator.getByText('Personnes interrogées par le dernier sondage : 1.')).toBeVisible();
  await expectAccessible(animator);
  await press(animator, 'Ouvrir le nouveau sondage');
  await animator.waitForURL((url) => url.pathname.startsWith('/sondages/') && !url.pathname.endsWith(pollId));
  await expect(animator.getByRole('columnheader')).toHaveCount(3);
  await expect(animator.getByRole('region', { name: 'Personnes interrogées' }).getByText('Bob Grand')).toBeVisible();
  await animator.goto(`/rencontres/${meetingId}`);
  await expect(animator.getByRole('link', { name: 'Voir ce sondage' })).toBeVisible();
});

test('answers given without connection stay on the device, and leave when it is back', async ({ browserOf, surprises }) => {
  surprises.expectOutages();
  const lead = await browserOf(people.caenLead);
  const { steps } = (await (await lead.context().request.get('/api/my/steps')).json()) as { steps: { cohortId: string }[] };
  const found: { id: string; title: string }[] = [];
  // Other walks open cohorts for the same structure meanwhile: the demonstration's has polls.
  for (const cohortId of new Set(steps.map((step) => step.cohortId))) found.push(...((await (await lead.context().request.get(`/api/spaces/${cohortId}/polls`)).json()) as { polls: typeof found }).polls);
  await lead.goto(`/sondages/${found[0]?.id}`);
  const cell = lead.locator('.mine [role=gridcell]').first();
  await expect(cell).toHaveAccessibleName(/: Oui$/);
  await lead.context().setOffline(true);
  await cell.focus();
  await lead.keyboard.press('n');
  await expect(lead.locator('co-poll-answering').getByRole('status')).toContainText('gardées sur cet appareil');
  await lead.context().setOffline(false);
  await expect(lead.locator('co-poll-answering').getByRole('status')).toHaveText('Enregistré', { timeout: 40_000 });
  await lead.keyboard.press('o');
  await expect(cell).toHaveAccessibleName(/: Oui$/);
});
