import { editorOf, expectSaved, openDraft, ownDraftOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { signInAs } from '../support/sign-in';
import { expect, test } from '../support/walk';

test('server and PostgreSQL killed in the middle of typing, every tab closed: what was «Enregistré» is there', async ({ browser, ownServer, surprises }) => {
  test.setTimeout(240_000);
  surprises.expectOutages();
  const server = await ownServer();
  const writing = await browser.newContext({ baseURL: server.url });
  const page = await writing.newPage();
  await signInAs(page, people.caenLead, server.url);
  const { id } = await ownDraftOf(page, server.url);
  await openDraft(page, id);
  const saved: string[] = [];
  for (let line = 1; line <= 5; line += 1) {
    await writeAtEnd(page, `Ligne gardée numéro ${line}.`);
    await expectSaved(page);
    saved.push(`Ligne gardée numéro ${line}.`);
  }
  const typing = page.keyboard.type('Une phrase que la coupure interrompt', { delay: 20 }).catch(() => undefined);
  await server.kill({ database: true });
  await typing;
  await writing.close();

  await server.run();
  const fresh = await browser.newContext({ baseURL: server.url });
  const reading = await fresh.newPage();
  await signInAs(reading, people.caenEngineer, server.url);
  const editor = await openDraft(reading, id);
  for (const line of saved) await expect(editor).toContainText(line);
  await fresh.close();
});

test('typed while the server was away, it arrives once when the server is back', async ({ browser, ownServer, surprises }) => {
  test.setTimeout(240_000);
  surprises.expectOutages();
  const server = await ownServer();
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signInAs(page, people.havreLead, server.url);
  const { id } = await ownDraftOf(page, server.url);
  await openDraft(page, id);
  await server.kill({ database: true });
  await writeAtEnd(page, 'Écrit pendant la panne.');
  await expect(page.getByText(/modifications? sur cet appareil|Hors ligne/).first()).toBeVisible({ timeout: 60_000 });
  await server.run();
  await expectSaved(page);
  const exported = await (await context.request.get(`${server.url}/api/drafts/${id}/export.txt`)).text();
  expect(exported.split('Écrit pendant la panne.')).toHaveLength(2);
  await context.close();
});

test('typed offline, tab closed, opened again and back online: nothing is lost', async ({ browserOf, address, surprises }) => {
  surprises.expectOutages();
  const page = await browserOf(people.rouenLawyer);
  const { id } = await ownDraftOf(page, address);
  await openDraft(page, id);
  const context = page.context();
  await context.setOffline(true);
  await writeAtEnd(page, 'Écrit dans le train, sans réseau.');
  await expect(page.locator('co-draft-saved-chip').getByText(/modifications? sur cet appareil/).first()).toBeVisible({ timeout: 60_000 });
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`/documents/${id}`);
  await expect(editorOf(again)).toContainText('Écrit dans le train, sans réseau.', { timeout: 45_000 });
  await expectSaved(again);
  await expect(async () => {
    const text = await (await context.request.get(`${address}/api/drafts/${id}/export.txt`)).text();
    expect(text.split('Écrit dans le train, sans réseau.')).toHaveLength(2);
  }).toPass({ timeout: 20_000 });
});
