import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { expect, test } from './support/walk';

/** A public meeting of one place, made through the API by its animator: the walk is about the places. */
async function workshopOfOne(animator: Page, address: string, title: string): Promise<string> {
  const { request } = animator.context();
  const { networks } = (await (await request.get(`${address}/api/networks`)).json()) as { networks: { id: string }[] };
  const details = {
    title, kind: 'participatory-workshop', format: 'video', audience: 'public', zone: 'Europe/Paris', objective: '', about: '', minutes: 90, laterSittings: [], placeName: '', placeAddress: '', placeAccess: '',
    visioUrl: 'https://visio.exemple.fr/place', dialIn: '', replayUrl: '', agenda: [], speakers: [], animatorIds: [],
  };
  const startsAt = new Date(Date.now() + 21 * 86_400_000).toISOString();
  const made = await request.post(`${address}/api/spaces/${networks[0]?.id}/meetings`, { data: { ...details, startsAt, publish: true, requestId: crypto.randomUUID() }, headers: { origin: address } });
  expect(made.status(), await made.text()).toBe(200);
  const { meetingId } = (await made.json()) as { meetingId: string };
  await animator.goto(`/rencontres/${meetingId}/inscriptions`);
  await animator.getByLabel('Nombre de places').fill('1');
  await animator.getByRole('button', { name: 'Enregistrer la règle' }).press('Enter');
  await expect(animator.getByText('Les réglages sont enregistrés.')).toBeVisible();
  return meetingId;
}

const card = (page: Page) => page.locator('co-registration-card');

test('the last seat goes to a guest, a member waits; the guest withdraws by the personal link and the member has the place', async ({ browserOf, browser, address }, info) => {
  const animator = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await animator.goto('/accueil');
  await animator.getByRole('button', { name: 'Plus tard' }).or(animator.getByRole('heading', { name: 'Mes prochaines étapes' })).first().click();
  const meetingId = await workshopOfOne(animator, address, `Dernière place ${info.project.name}`);
  await expectAccessible(animator);

  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: address });
  const guest = await phone.newPage();
  await guest.goto(`/rencontres/${meetingId}`);
  await expect(card(guest).getByText('Places libres : 1 sur 1')).toBeVisible();
  await card(guest).getByRole('button', { name: 'S’inscrire' }).press('Enter');
  await guest.getByRole('button', { name: 'Prendre ma place' }).press('Enter');
  await expect(card(guest).getByText('À vérifier.').or(card(guest).getByText('Cette adresse ne semble pas complète')).first()).toBeVisible();
  await guest.getByLabel('Votre prénom et votre nom').fill('Odile Martel');
  await guest.getByLabel('Votre adresse électronique').fill(`odile.${info.project.name}@mairie.example`);
  await guest.getByLabel('Votre structure').fill('Mairie d’Yvetot');
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Prendre ma place' }).press('Enter');
  await expect(card(guest).getByText('Votre demande est enregistrée')).toBeVisible();

  const member = await browserOf(people.rouenLead);
  await member.goto(`/rencontres/${meetingId}`);
  await card(member).getByRole('button', { name: 'Rejoindre la liste d’attente' }).press('Enter');
  await card(member).locator('form').getByRole('button', { name: 'Rejoindre la liste d’attente' }).press('Enter');
  await expect(card(member).getByText('Vous êtes au rang 1 de la liste d’attente.')).toBeVisible();
  await expectAccessible(member);

  await card(guest).getByRole('link', { name: 'voir ou modifier mon inscription' }).press('Enter');
  await expect(guest.getByText('Votre place est réservée.')).toBeVisible();
  await guest.getByRole('button', { name: 'Modifier mes réponses' }).press('Enter');
  await guest.getByLabel('Montrer mon nom aux autres participants').press('Space');
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Enregistrer mes réponses' }).press('Enter');
  await expect(guest.getByText('Vos réponses sont enregistrées.')).toBeVisible();
  await expect(guest.getByRole('list').filter({ hasText: 'Odile Martel' })).toContainText('Mairie d’Yvetot');
  await expectAccessible(guest);
  await guest.getByRole('button', { name: 'Se désinscrire' }).press('Enter');
  await expect(guest.getByText('Un·e collègue à votre place ?')).toBeVisible();
  await guest.getByRole('button', { name: 'Libérer ma place' }).press('Enter');
  await expect(guest.getByText('Votre place est libérée.')).toBeVisible();

  await member.reload();
  await expect(card(member).getByText('Votre place est réservée.')).toBeVisible();
  await expect(member.getByRole('button', { name: 'Rejoindre la visioconférence' })).toBeVisible();
  await member.goto('/accueil');
  const step = member.getByRole('heading', { name: `Dernière place ${info.project.name}` });
  await member.getByRole('button', { name: /^Voir \d+ autre/ }).or(step).first().click();
  await expect(step).toBeVisible();
  await phone.close();
});
