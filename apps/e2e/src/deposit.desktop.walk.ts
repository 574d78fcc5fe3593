import { createHash } from 'node:crypto';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { smallPdf } from './support/small-pdf';
import { expect, test } from './support/walk';

const count = 200;
const cuts = 10;

const writers: Record<string, (index: number) => string> = {
  txt: (index) => `Note ${index}. `.repeat(300 + (index % 7) * 900), md: (index) => `# Note ${index}\n\n${'Un paragraphe. '.repeat(200)}`, csv: (index) => `lot;objet\n${`${index};fourniture\n`.repeat(150)}`,
  vtt: (index) => `WEBVTT\n\n00:00.000 --> 00:02.000\nPhrase ${index}\n`, srt: (index) => `1\n00:00:00,000 --> 00:00:02,000\nPhrase ${index}\n`, pdf: (index) => smallPdf([`Piece ${index}`]),
};
const kinds = Object.keys(writers);
const kindOf = (index: number): string => kinds[index % kinds.length] ?? 'txt';
const fileOf = (index: number): { name: string; text: string } => ({ name: `pièce ${String(index + 1).padStart(3, '0')} du dépôt.${kindOf(index)}`, text: writers[kindOf(index)]?.(index) ?? '' });

test('two hundred files dropped at once arrive whole over a line cut ten times; what was sent is what the server has', async ({ browserOf, surprises }) => {
  test.setTimeout(300_000);
  surprises.expect(/net::ERR_/);
  const page = await browserOf(people.caenEngineer);
  await page.goto('/ressources/deposer');
  await expect(page.getByRole('button', { name: 'Choisir des fichiers' })).toBeVisible();
  await expectAccessible(page);

  // Every so many requests the line is cut: that request is lost, on its way or with its answer.
  let asked = 0;
  let cut = 0;
  await page.route('**/api/library/uploads**', async (route) => {
    asked += 1;
    if (cut >= cuts || asked % 35 !== 0) return route.continue();
    cut += 1;
    // An answer lost on its way back is the worse case: the server did what was asked.
    if (cut % 2 === 0) await route.fetch();
    return route.abort('connectionreset');
  });

  const files = Array.from({ length: count }, (_, index) => fileOf(index));
  const dropped = await page.evaluateHandle((all) => {
    const carried = new DataTransfer();
    for (const { name, text } of all) carried.items.add(new File([text], name, { lastModified: 1 }));
    return carried;
  }, files);
  await page.locator('co-drop-zone').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(page.getByRole('heading', { name: '200 fichiers' })).toBeVisible();

  await page.getByRole('button', { name: 'Déposer les 200 fichiers' }).press('Enter');
  await expect(page.getByRole('link', { name: /^Licence : choisissez/ })).toBeVisible();
  await page.getByLabel('Licence').selectOption('Droits à vérifier');
  await page.getByRole('button', { name: 'Déposer les 200 fichiers' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Votre dépôt' })).toBeVisible({ timeout: 240_000 });
  expect(cut).toBe(cuts);
  await expectAccessible(page);

  const sums = files.map(({ text }) => createHash('sha256').update(text).digest('hex'));
  const known = await page.evaluate(async (sha256) => {
    const answer = await fetch('/api/library/files/known', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ sha256 }) });
    return ((await answer.json()) as { known: { sha256: string }[] }).known.map((one) => one.sha256);
  }, sums);
  expect(new Set(known)).toEqual(new Set(sums));

  // The address keeps the deposit: nothing is missing, nothing is there twice.
  await page.reload();
  await expect(page.getByRole('heading', { name: '200 fichiers' })).toBeVisible();
  await expect(page.getByText('Il manque', { exact: false })).toHaveCount(0);
  await page.goto('/ressources/mes-depots');
  await expect(page.getByRole('link', { name: /200 fichiers/ })).toBeVisible();
});
