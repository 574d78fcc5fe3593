import type { Page } from '@playwright/test';
import { editorOf, expectSaved, openDraft, ownDraftOf, paragraphOf, writeAtEnd } from '../support/draft';
import { people } from '../support/people';
import { expect, test } from '../support/walk';

/** A proxy that swallows upgrades, as in many hospitals; answers what it saw of the live channel. */
async function behindProxy(page: Page): Promise<{ upgradesRefused: number; polls: number }> {
  const seen = { upgradesRefused: 0, polls: 0 };
  await page.context().routeWebSocket(/\/live\//, (socket) => {
    seen.upgradesRefused += 1;
    void socket.close();
  });
  page.on('request', (request) => {
    if (/\/live\/.*transport=polling/.test(request.url())) seen.polls += 1;
  });
  return seen;
}

test('two people whose network refuses WebSocket write together all the same, and nothing is lost when one is cut off', async ({ browserOf, address, surprises }) => {
  surprises.expectOutages();
  const marion = await browserOf(people.caenLead);
  const david = await browserOf(people.caenEngineer);
  const proxies = [await behindProxy(marion), await behindProxy(david)];
  const { id } = await ownDraftOf(marion, address);
  await openDraft(marion, id);
  await openDraft(david, id);

  await writeAtEnd(marion, 'Écrit derrière un mandataire ');
  const shared = (page: Page) => paragraphOf(page, 'derrière un mandataire');
  await expect(shared(david)).toBeVisible();
  await shared(david).click();
  await david.keyboard.press('End');
  await expect(marion.locator('.co-caret-name').filter({ hasText: 'David' }).first()).toBeAttached();
  await david.keyboard.type('qui ne laisse rien passer.', { delay: 15 });
  await expect(shared(marion)).toContainText('qui ne laisse rien passer.');
  await expectSaved(marion);
  await expectSaved(david);

  await david.context().setOffline(true);
  await david.keyboard.type(' Puis sans réseau.');
  await expect(david.locator('co-draft-saved-chip').getByText(/modifications? sur cet appareil/).first()).toBeVisible({ timeout: 60_000 });
  await david.context().setOffline(false);
  await expectSaved(david);
  await expect(editorOf(marion)).toContainText('Puis sans réseau.');
  await expect(async () => {
    const text = await (await marion.context().request.get(`${address}/api/drafts/${id}/export.txt`)).text();
    expect(text.split('Puis sans réseau.')).toHaveLength(2);
  }).toPass({ timeout: 20_000 });

  for (const { upgradesRefused, polls } of proxies) {
    expect(upgradesRefused).toBeGreaterThan(0);
    expect(polls).toBeGreaterThan(5);
  }
});
