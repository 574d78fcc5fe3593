import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { smallPdf } from './support/small-pdf';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
const words = ['Sommaire', 'La paille de riz isole les combles', 'Les enduits de terre crue', 'La laine de mouton des elevages voisins', 'Annexes'];

test('a document is deposited, read by a process apart, published; a visitor reads it page by page, by keyboard, where the words they look for stand', async ({ browserOf, address }, info) => {
  test.setTimeout(240_000);
  const name = info.project.name === 'phone' ? 'carnet des isolants' : 'recueil des isolants';
  const animator = await browserOf(people.animator);
  await reachHome(animator);
  await animator.goto('/ressources/deposer');
  await animator.locator('input[type=file]').setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(smallPdf([...words, name])) });
  await animator.getByLabel('Licence').selectOption('Licence Ouverte 2.0');
  await animator.getByLabel('Qui peut la lire').selectOption({ label: 'Ouverte à tout le monde · RAN CoPER' });
  await animator.getByRole('button', { name: 'Déposer le fichier' }).press('Enter');
  await animator.getByRole('button', { name: 'Publier la ressource prête' }).press('Enter', { timeout: 90_000 });
  await expect(animator.getByText('1 publiée')).toBeVisible();
  const path = (await animator.getByRole('link', { name: /isolants/i }).first().getAttribute('href')) ?? '';

  const page = await browserOf();
  await page.goto(path);
  await page.getByRole('link', { name: 'Lire', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Texte de la page 1' })).toBeVisible();
  const picture = page.getByRole('img', { name: 'Image de la page 1, dont le texte suit' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth > 100))).toBe(true);
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);

  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByRole('region', { name: 'Texte de la page 2' })).toContainText('La paille de riz isole les combles');
  await page.getByRole('textbox', { name: 'Aller à la page' }).first().fill('99');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Texte de la page 6' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Page suivante' }).first()).toBeDisabled();

  await page.goto(`${path}/lecture?page=4&q=laine+élevage`);
  await expect(page.locator('mark')).toHaveText(['laine', 'elevages']);
  await expect(page.getByText('2 mots trouvés sur cette page')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ouvrir le PDF à cette page' })).toHaveAttribute('href', /lire=1#page=4$/);
  await page.getByRole('button', { name: 'Texte seul' }).press('Enter');
  await expect(page).toHaveURL(/vue=texte/);
  await expect(page.getByRole('img', { name: /^Image de la page/ })).toHaveCount(0);
  await expectAccessible(page);

  const taken = await page.request.get(`${address}/api${path}/fichier`, { headers: { range: 'bytes=0-7' } });
  expect([taken.status(), await taken.text()]).toEqual([206, '%PDF-1.4']);
});
