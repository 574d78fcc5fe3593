import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { anOpenPoll, aPolledCohort, letterTo, personalLink } from './support/polled-cohort';
import { pastSecondFactor } from './support/second-factor';
import { expect, test } from './support/walk';

/** One press of a thumb: its target is large enough for one. */
async function press(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
  await target.click();
}

test('an animator hands out an open link; on a phone a passer-by says who they are and answers twelve slots, a press each; the link of another is never shown', async ({ browserOf, address }) => {
  const animator = await browserOf(people.animator);
  const { request } = animator.context();
  const guest = { name: 'Bob Grand', email: `bob-${Date.now()}@ville.example` };
  const pollId = await anOpenPoll(request, address, { meetingId: (await aPolledCohort(request, address)).meetingId, slots: 12, guest });
  await animator.goto(`/sondages/${pollId}`);
  await pastSecondFactor(animator);
  await animator.getByRole('button', { name: 'Créer un lien ouvert' }).press('Enter');
  const open = animator.getByRole('region', { name: 'Lien ouvert' });
  const link = (await open.getByText('/sondage-ouvert/').textContent())?.trim() ?? '';
  await expectAccessible(animator);

  const phone = await browserOf();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.goto(new URL(link).pathname);
  await expect(phone.getByText('Créneaux proposés : 12')).toBeVisible();
  await expectAccessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const email = `anne-${Date.now()}@ville.example`;
  const began = Date.now();
  await press(phone.getByRole('button', { name: 'Répondre au sondage' }));
  await expect(phone.getByText('Écrivez votre nom et votre adresse complète.')).toBeVisible();
  await phone.getByLabel('Votre nom').fill('Anne Petit');
  await phone.getByLabel('Adresse électronique').fill(email);
  await press(phone.getByRole('button', { name: 'Répondre au sondage' }));
  await phone.waitForURL(/\/sondage\/[\w-]{43}$/);
  await expect(phone.getByText('Vous répondez en tant que Anne Petit.')).toBeVisible();
  let presses = 0;
  for (let slot = 0; slot < 12; slot += 1, presses += 1) await press(phone.locator('fieldset').nth(slot).locator('label').nth(slot % 3));
  await expect(phone.getByRole('status')).toHaveText('Enregistré');
  process.stdout.write(`twelve slots answered on a phone: ${presses} presses, ${((Date.now() - began) / 1_000).toFixed(1)} s by a machine, name and address included\n`);
  expect(presses).toBe(12);
  await expectAccessible(phone);

  const again = await browserOf();
  await again.goto(new URL(link).pathname);
  await again.getByLabel('Votre nom').fill('bob grand');
  await again.getByLabel('Adresse électronique').fill(guest.email);
  await again.getByRole('button', { name: 'Répondre au sondage' }).press('Enter');
  await expect(again.getByText('Vous avez déjà un lien pour ce sondage')).toBeVisible();
  await expectAccessible(again);
  expect(await letterTo(animator, address, email, /^Votre lien pour répondre/)).toContain(new URL(phone.url()).pathname);
  await letterTo(animator, address, guest.email, /^Votre lien pour répondre/);

  await open.getByRole('button', { name: 'Fermer le lien' }).press('Enter');
  await animator.getByRole('dialog').getByRole('button', { name: 'Fermer le lien' }).press('Enter');
  await expect(open.getByRole('button', { name: 'Créer un lien ouvert' })).toBeVisible();
  await again.reload();
  await expect(again.getByText('Ce lien ne s’ouvre pas')).toBeVisible();
  await phone.reload();
  await expect(phone.getByRole('radio', { name: 'Oui' }).first()).toBeChecked();
});

test('the mouse paints: an answer pressed and drawn over its neighbours is given to all of them, and stops with the button', async ({ browserOf, address }) => {
  const animator = await browserOf(people.animator);
  const { request } = animator.context();
  const guest = { name: 'Bob Grand', email: 'bob@ville.example' };
  const pollId = await anOpenPoll(request, address, { meetingId: (await aPolledCohort(request, address)).meetingId, slots: 8, guest });
  const page = await browserOf();
  await page.goto(await personalLink(request, pollId, guest.name));
  const cells = page.locator('.mine [role=gridcell]');
  await expect(cells).toHaveCount(8);
  const over = async (at: number): Promise<void> => cells.nth(at).hover();
  await cells.nth(1).hover();
  await page.mouse.down();
  for (const at of [2, 3, 4, 5]) await over(at);
  await page.mouse.up();
  await over(6);
  await over(7);
  await expect(page.getByRole('status')).toHaveText('Enregistré');
  const said = async () => Promise.all(Array.from({ length: 8 }, async (_, at) => ((await cells.nth(at).getAttribute('aria-label')) ?? '').split(' : ').at(-1)));
  const none = 'pas encore répondu';
  expect(await said()).toEqual([none, 'Oui', 'Oui', 'Oui', 'Oui', 'Oui', none, none]);
  // The next answer, painted over those that had one; the page is closed before anything says that it is saved.
  await over(2);
  await page.mouse.down();
  await over(3);
  await page.mouse.up();
  expect(await said()).toEqual([none, 'Oui', 'Si besoin', 'Si besoin', 'Oui', 'Oui', none, none]);
  await page.reload();
  await expect(cells).toHaveCount(8);
  await expect.poll(said).toEqual([none, 'Oui', 'Si besoin', 'Si besoin', 'Oui', 'Oui', none, none]);
});
