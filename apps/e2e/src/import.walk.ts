import { strToU8, unzipSync, zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { smallPdf } from './support/small-pdf';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const captions = (words: string): Uint8Array => strToU8(`WEBVTT\n\n00:01.000 --> 00:04.000\n${words}\n`);

test('an animator imports a ZIP of new resources with their files, through a cut, then again, then with one file replaced', async ({ browserOf, surprises }, info) => {
  surprises.expect(/net::ERR_/);
  test.setTimeout(240_000);
  const animator = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await reachHome(animator);
  const mark = `${info.project.name}-${info.retry}`;
  const [alone, film] = [`etude-importee-${mark}`, `film-importe-${mark}`];
  const pdf = (words: string): Uint8Array => strToU8(smallPdf([words, mark]));
  const zip = (document: Uint8Array, words: string) => ({
    name: 'bibliotheque.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync({
      'ressources.csv': strToU8(`identifiant;nature;titre;licence;lien\n${alone};guide;Étude importée ${mark};cc-by;\n${film};replay;Film importé ${mark};cc-by;https://exemple.fr/film\nsans-droits-${mark};guide;Droits à vérifier ${mark};to-check;`),
      fichiers: { [alone]: { 'Étude d’été.pdf': document }, [film]: { 'sous-titres': { 'film à Évreux.vtt': captions(words) } }, 'nulle-part': { 'perdu.pdf': pdf('perdu') } },
    })),
  });
  const take = async (archive: ReturnType<typeof zip>): Promise<void> => {
    await animator.goto('/ressources/importer');
    await animator.getByLabel('Tableau CSV').setInputFiles(archive);
    await animator.getByRole('button', { name: 'Essayer' }).press('Enter');
  };
  const row = (title: string) => animator.getByRole('row', { name: new RegExp(title) });

  await take(zip(pdf('La version premiere'), 'Bonjour'));
  await expect(row('Étude importée')).toContainText('publiée dès que son fichier est lu');
  await expect(row('Étude importée')).toContainText('Étude d’été.pdf · à envoyer');
  await expect(row('Droits à vérifier')).toContainText('gardée en brouillon');
  await expect(row('Droits à vérifier')).toContainText('Les droits restent à vérifier');
  await expect(animator.getByText('2 fichiers seront envoyés.')).toBeVisible();
  await expect(animator.getByText('1 fichier n’a pas de ligne dans le tableau')).toBeVisible();
  await expectAccessible(animator);
  expect(await animator.evaluate(wider)).toBe(false);

  // A line that is cut: leaving asks first, and what was missing leaves when it is back.
  await animator.route('**/api/library/uploads**', (route) => route.abort());
  await animator.getByRole('button', { name: 'Importer', exact: true }).press('Enter');
  await expect(animator.getByText('La connexion est coupée')).toBeVisible();
  await animator.getByRole('link', { name: 'Ressources' }).first().press('Enter');
  await animator.getByRole('dialog').getByRole('button', { name: 'Rester ici' }).press('Enter');
  await animator.unroute('**/api/library/uploads**');
  await animator.evaluate(() => dispatchEvent(new Event('online')));
  await expect(animator.getByRole('heading', { name: 'C’est importé' })).toBeVisible({ timeout: 30_000 });
  await expect(row('Étude importée')).toContainText('Étude d’été.pdf · envoyé');
  await expectAccessible(animator);

  const page = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await expect(async () => {
    await page.goto(`/ressources/${alone}`);
    await expect(page.getByText('est en cours de lecture')).toHaveCount(0);
    await expect(page.getByText('Brouillon', { exact: true })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Lire', exact: true })).toBeVisible();
  }).toPass({ timeout: 60_000 });

  await take(zip(pdf('La version premiere'), 'Bonjour'));
  await expect(animator.getByText('Tout est déjà là : il n’y a rien à importer.')).toBeVisible();

  const next = zip(pdf('La version seconde'), 'Bonsoir');
  await take(next);
  await expect(row('Étude importée')).toContainText('Étude d’été.pdf · remplace le fichier actuel');
  await animator.getByRole('button', { name: 'Importer', exact: true }).press('Enter');
  await expect(animator.getByRole('heading', { name: 'C’est importé' })).toBeVisible({ timeout: 30_000 });
  await expect(async () => {
    await page.goto(`/ressources/${alone}`);
    await expect(page.getByText('Version 2')).toBeVisible();
  }).toPass({ timeout: 60_000 });
  await expect(async () => {
    const archive = unzipSync(new Uint8Array(await (await animator.context().request.get(new URL('/api/ressources.zip', animator.url()).href)).body()));
    expect([archive[`fichiers/${alone}/Étude d’été.pdf`], archive[`fichiers/${film}/sous-titres/film à Évreux.vtt`]].map((bytes) => sha256(bytes ?? new Uint8Array()))).toEqual([sha256(pdf('La version seconde')), sha256(captions('Bonsoir'))]);
  }).toPass({ timeout: 60_000 });
});

test('a file that the server refuses is named with its reason and sent again on demand', async ({ browserOf }, info) => {
  const animator = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await reachHome(animator);
  const slug = `refusee-${info.project.name}-${info.retry}`;
  const archive = zipSync({ 'ressources.csv': strToU8(`identifiant;nature;titre;licence;résumé\n${slug};guide;Fiche et son fichier;cc-by;Quelques lignes.`), fichiers: { [slug]: { 'fiche.pdf': strToU8(smallPdf(['Une fiche'])) } } });
  await animator.route('**/api/library/uploads', (route) => route.fulfill({ status: 413, json: { kind: 'too-large', code: 'library.quota-exceeded', details: { leftMegabytes: 3 }, fields: {} } }));
  await animator.goto('/ressources/importer');
  await animator.getByLabel('Tableau CSV').setInputFiles({ name: 'bibliotheque.zip', mimeType: 'application/zip', buffer: Buffer.from(archive) });
  await animator.getByRole('button', { name: 'Essayer' }).press('Enter');
  await animator.getByRole('button', { name: 'Importer', exact: true }).press('Enter');
  await expect(animator.getByText('1 fichier n’a pas pu être envoyé')).toBeVisible();
  await expect(animator.getByText('Il vous reste 3 Mo pour vos fichiers.')).toBeVisible();
  await expectAccessible(animator);
  await animator.unroute('**/api/library/uploads');
  await animator.getByRole('button', { name: 'Renvoyer les fichiers manquants' }).press('Enter');
  await expect(animator.getByText('1 fichier n’a pas pu être envoyé')).toHaveCount(0);
  await expect(animator.getByText('1 sur 1')).toBeVisible();
});

test('an animator reads a feed, sees what is new, describes it once and publishes it', async ({ browserOf }, info) => {
  const animator = await browserOf(info.project.name === 'phone' ? people.coAnimator : people.animator);
  await reachHome(animator);
  await animator.goto('/ressources/importer');
  await animator.getByRole('link', { name: 'D’un flux RSS' }).press('Enter');
  await expect(animator).toHaveURL(/de=flux$/);
  await animator.getByRole('button', { name: 'Lire le flux' }).press('Enter');
  await expect(animator.getByText('Écrivez l’adresse complète du flux, avec https://')).toBeVisible();
  await animator.getByLabel('Adresse du flux').fill('https://flux.exemple.invalid/actualites');
  await animator.getByRole('button', { name: 'Lire le flux' }).press('Enter');
  await expect(animator.getByText('Cette adresse ne répond pas.')).toBeVisible({ timeout: 20_000 });

  // The site of somebody else is played here: the server reads no address of this machine.
  const key = (digit: string): string => digit.repeat(64);
  const entry = (digit: string, title: string, isKnown = false) => ({ key: key(digit), title, summary: 'Une ligne ou deux.', link: `https://exemple.fr/${digit}`, day: '2026-03-02', isKnown, slug: isKnown ? 'beton-de-chanvre-pour-l-isolation-des-murs' : null });
  await animator.route('**/api/library/feeds/reading', (route) => route.fulfill({ json: { title: 'Actualités', isCut: false, entries: [entry('1', 'Un guide du réemploi'), entry('2', 'Une réunion passée'), entry('3', 'Le béton de chanvre', true)] } }));
  const asked = animator.waitForRequest('**/api/library/feeds/imports');
  await animator.route('**/api/library/feeds/imports', (route) => route.fulfill({ json: { entries: [{ key: key('1'), outcome: 'made', resourceId: null, slug: 'beton-de-chanvre-pour-l-isolation-des-murs', reason: null }] } }));
  await animator.getByRole('button', { name: 'Lire le flux' }).press('Enter');
  await expect(animator.getByRole('heading', { name: 'Ce que dit « Actualités »' })).toBeVisible();
  await expect(animator.getByText('2 entrées choisies')).toBeVisible();
  await animator.getByRole('checkbox', { name: 'Une réunion passée' }).press('Space');
  await expect(animator.getByText('1 entrée choisie')).toBeVisible();
  await expect(animator.getByRole('checkbox', { name: 'Le béton de chanvre' })).toHaveCount(0);
  await animator.getByLabel('Licence').selectOption('Droits à vérifier');
  await expect(animator.getByRole('button', { name: 'Publier', exact: true })).toHaveCount(0);
  await animator.getByLabel('Licence').selectOption('Notice seule, document chez son éditeur');
  await expectAccessible(animator);
  expect(await animator.evaluate(wider)).toBe(false);
  await animator.getByRole('button', { name: 'Publier', exact: true }).press('Enter');
  expect((await asked).postDataJSON()).toMatchObject({ address: 'https://flux.exemple.invalid/actualites', keys: [key('1')], then: 'publish', fields: { licence: 'notice', access: 'network' } });
  await expect(animator.getByText('1 ressource nouvelle')).toBeVisible();
  await expect(animator.getByRole('link', { name: 'Un guide du réemploi' })).toBeVisible();
  await expectAccessible(animator);
});
