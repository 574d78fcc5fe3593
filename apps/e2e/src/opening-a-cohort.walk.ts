import type { Page } from '@playwright/test';
import { codeFor, lettersTo } from './support/sign-in';
import { editorOf } from './support/draft';
import { people } from './support/people';
import { expect, test } from './support/walk';

/** The newest invitation letter's link. */
async function invitationFor(page: Page, address: string, email: string): Promise<string> {
  let link = '';
  await expect(async () => {
    const [letter] = await lettersTo(page.context().request, address, email);
    link = /https?:\/\/\S+\/invitations\/[^\s\]>)]+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 30_000 });
  return new URL(link).pathname;
}

async function accept(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Votre prénom et votre nom').fill(name);
  await page.getByRole('button', { name: 'Rejoindre' }).click();
  await expect(page).not.toHaveURL(/invitations/);
}

test('an animator opens a cohort and invites a lead, who signs in from the mailbox and invites a colleague', async ({ browserOf, address }, info) => {
  const phone = info.project.name === 'phone';
  const mark = `${info.project.name}-${info.retry}`;
  const animator = await browserOf(phone ? people.coAnimator : people.animator);
  const network = (await (await animator.context().request.get(`${address}/api/networks`)).json()) as { networks: { id: string }[] };
  const networkId = network.networks[0]?.id ?? '';

  await animator.goto('/accueil');
  await animator.getByRole('button', { name: 'Plus tard' }).or(animator.getByRole('heading', { name: 'Mes prochaines étapes' })).click();
  await animator.goto(`/reseaux/${networkId}`);
  await animator.getByRole('button', { name: 'Ajouter une structure' }).first().click();
  const dialog = animator.getByRole('dialog');
  await dialog.getByLabel('Nom', { exact: true }).fill(`CH de Bayeux ${mark}`);
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(dialog).toBeHidden();

  await animator.goto(`/reseaux/${networkId}/nouveau-parcours`);
  await animator.getByLabel('Nom du parcours').fill(`SPASER du Bessin ${mark}`);
  await animator.getByRole('radio', { name: /volontaires/ }).check();
  await animator.getByRole('checkbox', { name: `CH de Bayeux ${mark}` }).check();
  const leadEmail = `lead.${mark}@ch-bayeux.example`;
  await animator.getByRole('textbox', { name: /responsable/i }).first().fill(leadEmail);
  await animator.getByRole('button', { name: 'Ouvrir le parcours' }).click();
  await expect(animator.getByRole('heading', { level: 1, name: `SPASER du Bessin ${mark}` })).toBeVisible();
  await expect(animator.getByText('date à fixer').first()).toBeAttached();

  const lead = await browserOf();
  await accept(lead, await invitationFor(lead, address, leadEmail), 'Anne Lemoine');
  await lead.goto('/parcours');
  await lead.getByRole('link', { name: new RegExp(`SPASER du Bessin ${mark}`) }).first().click();
  await expect(lead.getByRole('heading', { level: 1, name: `SPASER du Bessin ${mark}` })).toBeVisible();

  const structures = (await (await lead.context().request.get(`${address}/api/structures`)).json()) as { structures: { id: string; name: string }[] };
  const structureId = structures.structures.find((structure) => structure.name === `CH de Bayeux ${mark}`)?.id ?? '';
  await lead.goto(`/structures/${structureId}`);
  await lead.getByRole('button', { name: 'Inviter un·e collègue' }).first().click();
  const invite = lead.getByRole('dialog');
  const colleagueEmail = `colleague.${mark}@ch-bayeux.example`;
  await invite.getByLabel('Adresse électronique professionnelle').fill(colleagueEmail);
  await invite.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(invite).toBeHidden();

  const colleague = await browserOf();
  await accept(colleague, await invitationFor(colleague, address, colleagueEmail), 'Karim Bouzid');
  await colleague.goto('/documents');
  await colleague.getByRole('link', { name: new RegExp(`CH de Bayeux ${mark}`) }).first().click();
  await expect(editorOf(colleague)).toBeVisible({ timeout: 45_000 });
});

test('signing in by the code of the mail, typed by hand; opening the mailed link consumes nothing', async ({ page, address }, info) => {
  const email = info.project.name === 'phone' ? 'bruno.duhamel@ght-caux-maritime.example' : 'fatou.sarr@ght-centre-manche.example';
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique professionnelle').fill(email);
  await page.getByRole('button', { name: 'Recevoir mon code' }).click();
  const code = await codeFor(page.context().request, address, email);
  const [letter] = await lettersTo(page.context().request, address, email);
  const link = /https?:\/\/\S+\/connexion\/[^\s\]>)]+/.exec(letter?.text ?? '')?.[0] ?? '';
  expect(link).toContain('#');
  for (let visit = 0; visit < 2; visit += 1) expect((await page.context().request.get(link)).status()).toBe(200);
  await page.getByLabel('Code reçu par courriel').fill(code);
  await expect(page).toHaveURL(/accueil/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mes prochaines étapes');
});

test('an unknown address gets the same screen, and a letter that says how to be invited', async ({ page, address }, info) => {
  const email = `personne.${info.project.name}@inconnu.example`;
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique professionnelle').fill(email);
  await page.getByRole('button', { name: 'Recevoir mon code' }).click();
  await expect(page.getByLabel('Code reçu par courriel')).toBeVisible();
  await expect(async () => expect(await lettersTo(page.context().request, address, email)).toHaveLength(1)).toPass();
  const [letter] = await lettersTo(page.context().request, address, email);
  expect(letter?.text).not.toMatch(/\b\d{3}\s?\d{3}\b/);
});
