import type { BrowserContext, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { lettersTo, signInAs } from './support/sign-in';
import { expect, test } from './support/walk';

/** The first undated meeting of the demonstration gets its date, which everyone of the cohort is told. */
async function dateAMeeting(page: Page, url: string): Promise<string> {
  const { request } = page.context();
  const headers = { origin: url };
  const { cohorts } = (await (await request.get(`${url}/api/cohorts`)).json()) as { cohorts: { id: string; name: string }[] };
  const cohort = cohorts.find(({ name }) => name === 'SPASER des GHT de Normandie') ?? cohorts[0];
  const { meetings } = (await (await request.get(`${url}/api/spaces/${cohort?.id}/meetings`)).json()) as { meetings: { id: string; title: string; state: string; version: number }[] };
  const meeting = meetings.findLast(({ state }) => state === 'undated' || state === 'to-poll');
  const startsAt = new Date(Date.now() + 40 * 86_400_000).toISOString();
  const dated = await request.put(`${url}/api/meetings/${meeting?.id}/date`, { data: { startsAt, version: meeting?.version }, headers });
  expect(dated.status(), await dated.text()).toBe(200);
  return meeting?.title ?? '';
}

async function fits(page: Page): Promise<void> {
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Moves by the keyboard until what has the focus answers to this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    if (name.test(focused)) return;
  }
  throw new Error(`The keyboard never reached ${String(name)}`);
}

test('someone is told by the bell and by mail, reads by the keyboard alone, chooses, and stops a letter without an account', async ({ ownServer, browser, surprises, contextOptions, viewport, isMobile, hasTouch }) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  const contexts: BrowserContext[] = [];
  const open = async (email?: string): Promise<Page> => {
    const context = await browser.newContext({ ...contextOptions, viewport, isMobile, hasTouch, baseURL: server.url });
    surprises.watch(context);
    contexts.push(context);
    const page = await context.newPage();
    if (email) await signInAs(page, email, server.url);
    return page;
  };
  const lead = await open(people.rouenLead);
  await lead.goto('/notifications');
  await expect(lead.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible({ timeout: 45_000 });
  const animator = await open(people.animator);
  const title = await dateAMeeting(animator, server.url);

  // The open page hears it by itself.
  await expect(lead.getByRole('button', { name: /^Notifications, \d+ non lues?$/ })).toBeVisible({ timeout: 60_000 });
  const line = lead.getByRole('listitem').filter({ hasText: title }).first();
  await expect(line).toContainText('La date est retenue');
  await fits(lead);

  await tabTo(lead, /^Notifications, \d/);
  await lead.keyboard.press('Enter');
  const panel = lead.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByRole('listitem').filter({ hasText: title })).toBeVisible();
  await fits(lead);
  await tabTo(lead, /Tout marquer comme lu/);
  await lead.keyboard.press('Enter');
  await lead.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(lead.getByRole('button', { name: 'Notifications', exact: true })).toBeFocused();

  await lead.goto('/profil/notifications');
  const stopped = lead.getByRole('switch', { name: 'Comptes rendus : par courriel' });
  await expect(stopped).toBeChecked();
  await fits(lead);
  await stopped.focus();
  await lead.keyboard.press('Space');
  await lead.reload();
  await expect(stopped).not.toBeChecked();
  await expect(lead.getByText('Toujours envoyé', { exact: false }).first()).toBeVisible();

  // From the letter, in a browser where nobody is signed in.
  let link = '';
  await expect(async () => {
    const letter = (await lettersTo(lead.context().request, server.url, people.rouenLead)).find(({ subject }) => subject.startsWith('Date retenue') && subject.includes(title));
    link = /https?:\/\/\S+\/desinscription\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 60_000 });
  const guest = await open();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'Ne plus recevoir ces courriels ?' })).toBeVisible({ timeout: 45_000 });
  await fits(guest);
  await lead.reload();
  await expect(lead.getByRole('switch', { name: 'Dates retenues : par courriel' })).toBeChecked();
  await tabTo(guest, /Arrêter ces courriels/);
  await guest.keyboard.press('Enter');
  await expect(guest.getByText('vous ne recevrez plus les courriels « Dates retenues »', { exact: false })).toBeVisible();
  await fits(guest);
  await lead.reload();
  await expect(lead.getByRole('switch', { name: 'Dates retenues : par courriel' })).not.toBeChecked();
  // Before the server goes, so that no page looks for it.
  for (const context of contexts) await context.close();
});
