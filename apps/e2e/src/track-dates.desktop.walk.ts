import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { expect, test } from './support/walk';

interface Dates {
  meetings: { number: number; startsAt: string | null }[];
  current: { id: string; participants: { id: string; structureName: string }[] } | null;
}

async function api<T>(page: Page, address: string, path: string, data?: object): Promise<T> {
  const answer = await page.context().request.fetch(`${address}/api${path}`, { method: data ? 'POST' : 'GET', headers: { origin: address }, ...(data && { data }) });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return (await answer.json()) as T;
}

/** A cohort of two hospital groups, without any date. */
async function aCohort(animator: Page, address: string, name: string): Promise<string> {
  const { networks } = await api<{ networks: { id: string }[] }>(animator, address, '/networks');
  const networkId = networks[0]?.id ?? '';
  const { structures } = await api<{ structures: { id: string; name: string }[] }>(animator, address, `/networks/${networkId}`);
  const taken = structures.filter((structure) => /GHT (Rouen Cœur de Seine|Normandie Centre)$/.test(structure.name));
  expect(taken).toHaveLength(2);
  const opened = await api<{ cohortId: string }>(animator, address, `/networks/${networkId}/cohorts`, {
    name, templateCode: 'ran-coper-spaser', scope: 'mixed', requestId: randomUUID(), structures: taken.map(({ id }) => ({ structureId: id })),
  });
  return opened.cohortId;
}

/** Answers everything by keyboard alone: «oui» to every date, «si besoin» to each `strained`-th. */
async function answerByKeyboard(page: Page, strained: number): Promise<void> {
  const first = page.getByRole('radio', { name: 'Oui' }).first();
  await expect(first).toBeVisible();
  for (let stop = 0; stop < 60 && !(await first.evaluate((radio) => radio === document.activeElement)); stop += 1) await page.keyboard.press('Tab');
  const dates = await page.getByRole('radio', { name: 'Oui' }).count();
  for (let place = 0; place < dates; place += 1) {
    while (!(await page.evaluate(() => document.activeElement?.matches('input[type=radio]')))) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    if (place % strained === 0) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
  }
}

/** Another deadline for the whole track, by the keys. */
async function extendByADay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Prolonger' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Prolonger' });
  const until = dialog.getByLabel('Répondre avant le');
  const later = new Date(Date.parse(`${await until.inputValue()}Z`) + 86_400_000).toISOString().slice(0, 16);
  await until.fill(later);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Prolonger le sondage' }).press('Enter');
  await expect(page.getByText('Les réponses sont ouvertes jusqu’au')).toBeVisible();
}

test('an animator asks for three meetings at once, two groups answer on one page, the second combination is kept and all three are dated', async ({ browserOf, address }) => {
  const animator = await browserOf(people.animator);
  const name = `Dates d’un coup ${randomUUID().slice(0, 6)}`;
  const cohortId = await aCohort(animator, address, name);
  await animator.goto('/accueil');
  await animator.getByRole('button', { name: 'Plus tard' }).or(animator.getByRole('heading', { name: 'Mes prochaines étapes' })).click();
  await animator.goto(`/parcours/${cohortId}`);
  await animator.getByRole('link', { name: 'Trouver les dates du parcours' }).click();
  await expect(animator.getByRole('heading', { level: 1, name: 'Trouver les dates du parcours' })).toBeVisible();
  for (const place of [0, 1, 2]) await animator.getByRole('checkbox', { name: 'Chercher la date de cette rencontre' }).nth(place).uncheck();
  await expectAccessible(animator);
  await animator.getByRole('button', { name: 'Envoyer la demande de dates' }).click();
  await expect(animator.getByText('Personne n’a encore répondu')).toBeVisible();
  await extendByADay(animator);

  const rouen = await browserOf(people.rouenLead);
  await rouen.goto(`/parcours/${cohortId}/dates`);
  await expect(rouen).toHaveURL(/\/dates\/repondre$/);
  await answerByKeyboard(rouen, 5);
  await expect(rouen.getByText('3 rencontres sur 3')).toBeVisible();
  await expect(rouen.getByText('Enregistré', { exact: true })).toBeVisible();
  await expectAccessible(rouen);

  const { current } = await api<Dates>(animator, address, `/cohorts/${cohortId}/dates`);
  const caen = current?.participants.find((participant) => participant.structureName.includes('Normandie Centre'));
  const { link } = await api<{ link: string }>(animator, address, `/track-polls/${current?.id}/participants/${caen?.id}/link`);
  const guest = await browserOf();
  await guest.setViewportSize({ width: 360, height: 740 });
  await guest.goto(new URL(link).pathname);
  await answerByKeyboard(guest, 3);
  await expect(guest.getByText('3 rencontres sur 3')).toBeVisible();
  await expect(guest.getByText('Enregistré', { exact: true })).toBeVisible();
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expectAccessible(guest);

  await animator.reload();
  await expect(animator.getByRole('button', { name: 'Retenir ces dates' })).toHaveCount(3);
  await expect(animator.getByText('Aucune structure n’est perdue').first()).toBeVisible();
  await expectAccessible(animator);
  const second = animator.getByRole('group', { name: 'La deuxième' });
  const wanted = await second.locator('.dates strong').allTextContents();
  await second.getByRole('button', { name: 'Retenir ces dates' }).press('Enter');
  const dialog = animator.getByRole('dialog');
  await expect(dialog.getByText('Les 3 rencontres reçoivent leur date')).toBeVisible();
  await expectAccessible(animator);
  await dialog.getByRole('button', { name: 'Retenir ces 3 dates' }).press('Enter');
  await expect(animator.getByText('Les 3 rencontres ont leur date.')).toBeVisible();

  const { meetings } = await api<Dates>(animator, address, `/cohorts/${cohortId}/dates`);
  const paris = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const days = meetings.filter((meeting) => meeting.number > 3).map((meeting) => (meeting.startsAt ? paris.format(new Date(meeting.startsAt)) : ''));
  expect(wanted.map((words) => words.toLowerCase().replace(/ à .*/, '').replace('1er', '1'))).toEqual(days);
});
