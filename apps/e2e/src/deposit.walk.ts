import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessible';
import { people } from './support/people';
import { expect, test } from './support/walk';

const wider = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;

test('a few files are chosen by hand, named, sent; the page keeps what a reload leaves unsent', async ({ browserOf, surprises }, info) => {
  surprises.expect(/net::ERR_/);
  const phone = info.project.name === 'phone';
  const page = await browserOf(phone ? people.havreMember : people.rouenEngineer);
  await page.goto('/ressources');
  await page.getByRole('link', { name: 'Déposer une ressource' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Le déposer sans fichier' })).toBeVisible();
  // Real files: chosen again after a reload they are the same, their date included.
  mkdirSync(info.outputPath('depot'), { recursive: true });
  const files = ['note_de_cadrage.txt', 'liste-des-lots.csv', 'logiciel.exe'].map((name) => join(info.outputPath('depot'), name));
  for (const file of files) writeFileSync(file, `lot;objet\n1;${file}\n`);
  await page.locator('input[type=file]').setInputFiles(files);
  await expect(page.getByText('Note de cadrage')).toBeVisible();
  await expect(page.getByText('Ne peut pas être déposé')).toBeVisible();
  await page.getByRole('button', { name: 'Changer le titre de Note de cadrage' }).press('Enter');
  await page.getByRole('textbox', { name: 'Titre' }).fill('Cadrage du marché de blanchisserie');
  await page.getByRole('button', { name: 'D’accord' }).press('Enter');
  await page.getByRole('button', { name: 'Retirer Logiciel' }).press('Enter');
  await page.getByLabel('Licence').selectOption('Licence Ouverte 2.0');
  await expectAccessible(page);
  expect(await page.evaluate(wider)).toBe(false);

  // The line is gone for one of them: after a reload it is asked for again, the other is there.
  await page.route('**/api/library/uploads**', (route) => (decodeURIComponent(route.request().headers()['upload-metadata'] ?? '').includes(Buffer.from('liste-des-lots.csv').toString('base64')) ? route.abort('connectionreset') : route.continue()));
  await page.getByRole('button', { name: 'Déposer les 2 fichiers' }).press('Enter');
  await expect(page.getByText('La connexion est coupée')).toBeVisible();
  await expectAccessible(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.unrouteAll();
  await expect(page.getByText('Il manque 1 fichier à ce dépôt')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cadrage du marché de blanchisserie', exact: true })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(files.slice(1, 2));
  await expect(page.getByRole('heading', { name: 'Votre dépôt' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Liste des lots', exact: true })).toBeVisible();
  expect(await page.evaluate(wider)).toBe(false);
  await expectAccessible(page);
});
