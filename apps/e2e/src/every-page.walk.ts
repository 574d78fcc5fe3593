import { expectAccessible } from './support/accessible';
import { ownDraftOf } from './support/draft';
import { people } from './support/people';
import { expect, test } from './support/walk';

interface Seen {
  cohortId: string;
  networkId: string;
  structureId: string;
}

for (const theme of ['light', 'dark'] as const) {
  test(`every page of a member, read in the ${theme} theme: nothing for axe to say, nothing wider than the screen`, async ({ browserOf, address }) => {
    test.setTimeout(240_000);
    const page = await browserOf(people.rouenLead);
    await page.emulateMedia({ colorScheme: theme });
    const { request } = page.context();
    const { cohorts } = (await (await request.get(`${address}/api/cohorts`)).json()) as { cohorts: { id: string; networkId: string }[] };
    const { networks } = (await (await request.get(`${address}/api/networks`)).json()) as { networks: { structures: { id: string }[] }[] };
    const seen: Seen = { cohortId: cohorts[0]?.id ?? '', networkId: cohorts[0]?.networkId ?? '', structureId: networks[0]?.structures[0]?.id ?? '' };
    const draft = await ownDraftOf(page, address);
    const { meetings } = (await (await request.get(`${address}/api/spaces/${seen.cohortId}/meetings`)).json()) as { meetings: { id: string }[] };
    const paths = ['/accueil', `/rencontres/${meetings[0]?.id}`, `/rencontres/${meetings[1]?.id}`, '/parcours', `/parcours/${seen.cohortId}`, `/parcours/${seen.cohortId}/dates`, `/reseaux/${seen.networkId}`, `/structures/${seen.structureId}`, '/documents', `/documents/${draft.id}`, '/profil', '/profil/notifications', '/notifications', '/nulle-part'];
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible({ timeout: 45_000 });
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  });
}

test('every page of an animator is fit for axe too', async ({ browserOf, address }) => {
  test.setTimeout(180_000);
  const page = await browserOf(people.animator);
  await page.goto('/accueil');
  await page.getByRole('button', { name: 'Plus tard' }).or(page.getByRole('heading', { name: 'Mes prochaines étapes' })).click();
  const { cohorts } = (await (await page.context().request.get(`${address}/api/cohorts`)).json()) as { cohorts: { id: string; networkId: string; name: string }[] };
  const cohort = cohorts.find((one) => one.name === 'SPASER des GHT de Normandie') ?? cohorts[0];
  for (const path of ['/accueil', `/parcours/${cohort?.id}`, `/parcours/${cohort?.id}/dates`, `/reseaux/${cohort?.networkId}`, `/reseaux/${cohort?.networkId}/nouveau-parcours`, `/rencontres/nouvelle?espace=${cohort?.networkId}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
  }
});
