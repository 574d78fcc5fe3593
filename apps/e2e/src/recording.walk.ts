import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { reachHome } from './support/sign-in';
import { smallPdf } from './support/small-pdf';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;
/** Eight minutes of silence: frames of MPEG-1 layer III at 32 kbit/s, 104 bytes and 26 ms each; `mark` makes a file of its own, which no other run sent before. */
const silence = (mark: string): Buffer => Buffer.concat([Buffer.alloc(18_400 * 104, Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0x00]), Buffer.alloc(100)])), Buffer.from(mark)]);
const spoken = (word: string): Buffer => Buffer.from(`WEBVTT\n\n00:00:02.000 --> 00:00:08.000\nBonjour à toutes et à tous.\n\n00:06:05.000 --> 00:06:16.000\nParlons maintenant du ${word} des lavabos.\n\n00:07:40.000 --> 00:07:52.000\nMerci et à bientôt.\n`);

test('a recording is given its subtitles: a visitor searches what is said, opens at that moment, and reads it without any script', async ({ browser, browserOf, address }, info) => {
  test.setTimeout(240_000);
  const [word, name] = info.project.name === 'phone' ? ['réagencement', 'causerie du soir'] : ['déshabillage', 'causerie du matin'];
  const animator = await browserOf(people.animator);
  await reachHome(animator);
  await animator.goto('/ressources/deposer');
  await animator.locator('input[type=file]').setInputFiles({ name: `${name}.mp3`, mimeType: 'audio/mpeg', buffer: silence(`${name} ${info.retry}`) });
  await animator.getByLabel('Licence').selectOption('Licence Ouverte 2.0');
  await animator.getByLabel('Qui peut la lire').selectOption({ label: 'Ouverte à tout le monde · RAN CoPER' });
  await animator.getByRole('button', { name: 'Déposer le fichier' }).press('Enter');
  await animator.getByRole('button', { name: 'Publier la ressource prête' }).press('Enter', { timeout: 90_000 });
  await expect(animator.getByText('1 publiée')).toBeVisible();
  const path = (await animator.getByRole('link', { name: /causerie/i }).first().getAttribute('href')) ?? '';
  await animator.goto(`${path}/modifier`);
  await animator.locator('input[type=file][accept*=".vtt"]').setInputFiles({ name: 'paroles.vtt', mimeType: 'text/vtt', buffer: spoken(word) });
  await animator.getByRole('button', { name: 'Envoyer le document' }).press('Enter');
  await expect(animator.getByText('Les sous-titres sont arrivés')).toBeVisible();

  const page = await browserOf();
  await expect.poll(async () => JSON.stringify(await (await page.request.get(`${address}/api/search?q=${encodeURIComponent(word)}`)).json()), { timeout: 60_000 }).toContain(path);
  await page.goto(`/recherche?q=${encodeURIComponent(word)}`);
  await page.getByRole('link', { name: /causerie/i }).press('Enter');
  await expect(page).toHaveURL(/\/lecture\?page=2&q=/);
  await expect(page.locator('mark')).toHaveText([word]);
  await expect.poll(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime)).toBeGreaterThan(364);
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);

  await page.getByRole('link', { name: 'Lire à partir de 7:40' }).press('Enter');
  await expect(page).toHaveURL(/t=460/);
  await expect.poll(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime)).toBeGreaterThan(459);
  await page.getByRole('searchbox', { name: 'Chercher dans ce qui est dit' }).fill('bonjour');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 mot trouvé')).toBeVisible();
  await expect(page.locator('mark')).toHaveText(['Bonjour']);

  const bare = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const read = await bare.newPage();
  await read.goto('/recherche');
  await read.getByRole('searchbox', { name: 'Ce que vous cherchez' }).fill(word);
  await read.getByRole('button', { name: 'Rechercher' }).press('Enter');
  await expect(read.getByRole('heading', { name: '1 réponse' })).toBeVisible();
  await read.goto(`${path}/lecture`);
  await expect(read.getByRole('heading', { name: 'Ce qui est dit' })).toBeVisible();
  await expect(read.getByText(`6:05 Parlons maintenant du ${word} des lavabos.`)).toBeVisible();
  await bare.close();
});

test('a document is read without any script, and printed whole or from one page to another', async ({ browser, browserOf, address }, info) => {
  test.setTimeout(240_000);
  const name = info.project.name === 'phone' ? 'cahier des toitures' : 'registre des toitures';
  const lines = ['Les toitures de chaume', 'Les toitures de lauze', 'Les toitures de bardeaux'];
  const animator = await browserOf(people.animator);
  await reachHome(animator);
  await animator.goto('/ressources/deposer');
  await animator.locator('input[type=file]').setInputFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(smallPdf([...lines, name])) });
  await animator.getByLabel('Licence').selectOption('Licence Ouverte 2.0');
  await animator.getByLabel('Qui peut la lire').selectOption({ label: 'Ouverte à tout le monde · RAN CoPER' });
  await animator.getByRole('button', { name: 'Déposer le fichier' }).press('Enter');
  await animator.getByRole('button', { name: 'Publier la ressource prête' }).press('Enter', { timeout: 90_000 });
  await expect(animator.getByText('1 publiée')).toBeVisible();
  const path = (await animator.getByRole('link', { name: /toitures/i }).first().getAttribute('href')) ?? '';

  const bare = await browser.newContext({ javaScriptEnabled: false, baseURL: address });
  const read = await bare.newPage();
  await read.goto(`${path}/lecture?page=2`);
  await expect(read.getByRole('heading', { name: 'Page 2 sur 4' })).toBeVisible();
  await expect(read.getByText('Les toitures de lauze')).toBeVisible();
  await read.getByRole('link', { name: 'Page suivante' }).press('Enter');
  await expect(read.getByText('Les toitures de bardeaux')).toBeVisible();
  await bare.close();

  const page = await browserOf();
  await page.addInitScript(() => { window.print = () => { document.documentElement.dataset['printed'] = 'yes'; }; });
  await page.goto(`${path}/lecture`);
  await expect(page.getByRole('heading', { name: 'Texte de la page 1' })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.emulateMedia({ media: 'print' });
  for (const line of lines) await expect(page.getByText(line).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByRole('img')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await expectAccessible(page);
  await page.getByRole('spinbutton', { name: 'De la page' }).fill('2');
  await page.getByRole('spinbutton', { name: 'à la page' }).fill('2');
  await page.getByRole('button', { name: 'Imprimer' }).last().press('Enter');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Les toitures de chaume').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText('Les toitures de lauze').filter({ visible: true })).toHaveCount(1);
});
