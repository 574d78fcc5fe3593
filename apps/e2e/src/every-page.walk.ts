import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { ownDraftOf } from './support/draft';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { expect, test } from './support/walk';

interface Places {
  cohortId: string;
  networkId: string;
  structureId: string;
  meetingIds: string[];
  /** The first poll that asks something of this person, or that they follow. */
  pollId: string;
}

/** What there is to open, asked as this person. */
async function placesOf(page: Page, address: string): Promise<Places> {
  const read = async <T>(path: string): Promise<T> => (await (await page.context().request.get(`${address}/api${path}`)).json()) as T;
  const { cohorts } = await read<{ cohorts: { id: string; networkId: string; name: string }[] }>('/cohorts');
  const cohort = cohorts.find((one) => one.name === 'SPASER des GHT de Normandie') ?? cohorts[0];
  if (!cohort) throw new Error('The demonstration has no cohort');
  const { networks } = await read<{ networks: { structures: { id: string }[] }[] }>('/networks');
  const { meetings } = await read<{ meetings: { id: string }[] }>(`/spaces/${cohort.id}/meetings`);
  const { steps } = await read<{ steps: { pollId: string | null }[] }>('/my/steps');
  const [structureId = ''] = networks.flatMap(({ structures }) => structures.map(({ id }) => id));
  const [pollId = ''] = steps.flatMap((step) => step.pollId ?? []);
  return { cohortId: cohort.id, networkId: cohort.networkId, structureId, meetingIds: meetings.map(({ id }) => id), pollId };
}

async function readAll(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible({ timeout: 45_000 });
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`every page of a member, read in the ${theme} theme: nothing for axe to say, nothing wider than the screen`, async ({ browserOf, address }) => {
    test.setTimeout(240_000);
    const page = await browserOf(people.rouenLead);
    await page.emulateMedia({ colorScheme: theme });
    const { cohortId, networkId, structureId, meetingIds, pollId } = await placesOf(page, address);
    const draft = await ownDraftOf(page, address);
    await readAll(page, [
      '/accueil', '/agenda', `/rencontres/${meetingIds[0]}`, `/rencontres/${meetingIds[1]}`, ...(pollId ? [`/sondages/${pollId}`] : []), '/parcours', `/parcours/${cohortId}`,
      `/parcours/${cohortId}/dates`, `/reseaux/${networkId}`, `/structures/${structureId}`, '/documents', `/documents/${draft.id}`, '/profil', '/profil/notifications',
      '/profil/attestations', '/notifications', '/ressources', '/boites-a-outils', '/boites-a-outils/boite-a-outils-des-ght-de-normandie', `/reseaux/${networkId}/mots-equivalents`, `/reseaux/${networkId}/etiquettes`, '/recherche?q=achat', '/ressources/mes-depots', '/ressources/a-entretenir', '/ressources/deposer', '/ressources/nouvelle', '/ressources/outil-d-autodiagnostic-maturite-achats-durables', '/nulle-part',
    ]);
  });
}

test('every page of an animator is fit for axe too', async ({ browserOf, address }) => {
  test.setTimeout(240_000);
  const page = await browserOf(people.animator);
  await reachHome(page);
  const { cohortId, networkId, meetingIds, pollId } = await placesOf(page, address);
  await readAll(page, [
    '/accueil', `/parcours/${cohortId}`, `/parcours/${cohortId}/dates`, ...(pollId ? [`/sondages/${pollId}`] : []), `/reseaux/${networkId}`, `/reseaux/${networkId}/nouveau-parcours`,
    `/reseaux/${networkId}/nouveau-parcours?depuis=${cohortId}`, `/parcours/${cohortId}/retours`,
    `/rencontres/nouvelle?espace=${networkId}`, `/rencontres/${meetingIds[0]}/modifier`, `/rencontres/${meetingIds[0]}/inscriptions`, `/rencontres/${meetingIds[0]}/presences`,
  ]);
});
