import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible';
import { editorOf, expectSaved, openDraft, ownDraftOf } from '../support/draft';
import { people } from '../support/people';
import { signInAs } from '../support/sign-in';
import { expect, test } from '../support/walk';

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Atelier' });
const barOf = (page: Page): Locator => page.locator('co-workshop-bar');
const headingOf = (page: Page, { id }: Section): Locator => editorOf(page).locator(`#${id}`);
interface Section {
  readonly id: string;
  readonly title: string;
}

const addGroup = async (page: Page, name: string, section: Section): Promise<void> => {
  const panel = panelOf(page);
  await panel.getByLabel('Nom du groupe').fill(name);
  await panel.getByLabel('Sa section').selectOption(section.id);
  await panel.getByRole('button', { name: 'Ajouter le groupe' }).click();
  await expect(panel.getByRole('textbox', { name: `Nom de ${name}` })).toBeVisible();
};

/** Types at the end of the block that follows a heading, as a person who clicks there. */
async function typeUnder(page: Page, section: Section, text: string): Promise<void> {
  await headingOf(page, section).click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.waitForTimeout(300);
  await page.keyboard.type(text);
}

test('a facilitator and two groups: sections, following, reading aloud, «terminé», timer; a reload changes nothing', async ({ browserOf, address }) => {
  test.setTimeout(420_000);
  const nathalie = await browserOf(people.rouenLead);
  const mehdi = await browserOf(people.rouenLawyer);
  const thomas = await browserOf(people.rouenEngineer);
  const { id } = await ownDraftOf(nathalie, address);
  for (const page of [nathalie, mehdi, thomas]) await openDraft(page, id);
  const [first, second] = await sectionsOf(nathalie);

  await test.step('the facilitator starts, with a group for each of two sections', async () => {
    await nathalie.getByRole('button', { name: 'Atelier' }).click();
    await panelOf(nathalie).getByRole('button', { name: 'Commencer l’atelier' }).click();
    await expect(barOf(mehdi)).toContainText('Vous suivez la page de Nathalie');
    await addGroup(nathalie, 'Juristes', first);
    await addGroup(nathalie, 'Ingénieurs', second);
    await expectAccessible(nathalie);
  });

  await test.step('each sits down at a group, and finds their own section', async () => {
    for (const [page, group] of [[mehdi, 'Juristes'], [thomas, 'Ingénieurs']] as const) {
      await page.getByRole('button', { name: 'Atelier' }).first().click();
      await panelOf(page).getByRole('button', { name: `Rejoindre ${group}` }).click();
      await expect(barOf(page).getByRole('button', { name: 'Votre section' })).toBeVisible();
    }
    await expect(headingOf(mehdi, first)).toContainText('Votre section · Juristes');
    await expect(mehdi.getByRole('navigation', { name: 'Plan du document' })).toContainText('Votre section · Juristes');
    await expect(headingOf(thomas, first)).toContainText('Juristes');
    await expectAccessible(mehdi);
  });

  await test.step('the others’ pages follow the facilitator’s, until they scroll by hand, and again when asked', async () => {
    await headingOf(nathalie, second).evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await expect(headingOf(thomas, second)).toBeInViewport();
    await thomas.mouse.move(700, 500);
    await expect(async () => {
      await thomas.mouse.wheel(0, -3_000);
      await expect(headingOf(thomas, second)).not.toBeInViewport({ timeout: 1_000 });
    }).toPass();
    await expect(barOf(thomas).getByRole('button', { name: 'Suivre à nouveau' })).toBeVisible();
    await nathalie.evaluate(() => window.scrollTo({ top: 0 }));
    await expect(headingOf(mehdi, second)).not.toBeInViewport();
    await headingOf(nathalie, second).evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    await expect(headingOf(mehdi, second)).toBeInViewport();
    await expect(headingOf(thomas, second)).not.toBeInViewport();
    await barOf(thomas).getByRole('button', { name: 'Suivre à nouveau' }).click();
    await expect(headingOf(thomas, second)).toBeInViewport();
  });

  await test.step('a section read aloud is not changed by others, and loses nothing', async () => {
    await panelOf(nathalie).getByRole('combobox', { name: 'Une section', exact: true }).selectOption(first.id);
    await panelOf(nathalie).getByRole('button', { name: 'Amener tout le monde ici' }).click();
    await expect(headingOf(thomas, first)).toBeInViewport();
    await panelOf(nathalie).getByRole('button', { name: 'Lire à voix haute' }).click();
    await expect(barOf(mehdi)).toContainText(`Lecture à voix haute : ${first.title}`);
    await typeUnder(mehdi, first, 'Interdit.');
    await expect(mehdi.getByText(/votre modification n’a pas été prise/)).toBeVisible();
    await expect(editorOf(mehdi)).not.toContainText('Interdit.');
    await typeUnder(nathalie, first, ' Corrigé en lisant.');
    await expect(editorOf(mehdi)).toContainText('Corrigé en lisant.');
    await expectAccessible(thomas);
    await barOf(nathalie).getByRole('button', { name: 'Déverrouiller' }).click();
    await expect(barOf(mehdi)).not.toContainText('Lecture à voix haute');
    await typeUnder(mehdi, first, ' Permis.');
    await expect(editorOf(thomas)).toContainText('Permis.');
    await expectSaved(mehdi);
  });

  await test.step('the timer is seen by all, held and resumed', async () => {
    await panelOf(nathalie).getByRole('button', { name: '5 min', exact: true }).click();
    for (const page of [nathalie, mehdi, thomas]) await expect(page.locator('.head').getByRole('timer')).toContainText(/4:\d\d|5:00/);
    await expect(barOf(mehdi).getByRole('status')).toContainText('Minuteur lancé : 5 min.');
    await panelOf(nathalie).getByRole('button', { name: 'Pause' }).click();
    await expect(mehdi.locator('.head').getByRole('timer')).toContainText('en pause');
    await panelOf(nathalie).getByRole('button', { name: 'Reprendre' }).click();
    await expect(mehdi.locator('.head').getByRole('timer')).not.toContainText('en pause');
  });

  await test.step('two groups have finished; one takes it back', async () => {
    await barOf(mehdi).getByRole('button', { name: 'Nous avons terminé' }).click();
    await expect(barOf(nathalie)).toContainText('1 groupe sur 2 a terminé');
    await barOf(thomas).getByRole('button', { name: 'Nous avons terminé' }).click();
    await expect(barOf(nathalie)).toContainText('2 groupes sur 2 ont terminé');
    await barOf(thomas).getByRole('button', { name: 'Revenir sur « terminé »' }).click();
    await expect(barOf(nathalie)).toContainText('1 groupe sur 2 a terminé');
  });

  await test.step('a reload finds the workshop as it was', async () => {
    for (const page of [nathalie, mehdi]) await page.reload();
    await expect(barOf(nathalie)).toContainText('Vous animez l’atelier', { timeout: 60_000 });
    await expect(barOf(nathalie)).toContainText('1 groupe sur 2 a terminé');
    await expect(nathalie.locator('.head').getByRole('timer')).toContainText(/[34]:\d\d/);
    await expect(headingOf(mehdi, first)).toContainText('Votre section · Juristes · Terminé', { timeout: 60_000 });
  });

  await test.step('the facilitator ends it, and every page is as before', async () => {
    await panelOf(nathalie).getByRole('button', { name: 'Terminer l’atelier' }).click();
    await nathalie.getByRole('dialog').getByRole('button', { name: 'Terminer l’atelier' }).click();
    for (const page of [nathalie, mehdi, thomas]) {
      await expect(page.locator('.head').getByRole('timer')).toHaveCount(0);
      await expect(editorOf(page).locator('.co-section-badge')).toHaveCount(0);
    }
    await expect(panelOf(nathalie).getByRole('button', { name: 'Commencer l’atelier' })).toBeVisible();
  });
});

test('the server is killed in the middle of a workshop: it goes on where it was', async ({ browser, ownServer, surprises }) => {
  test.setTimeout(240_000);
  surprises.expectOutages();
  const server = await ownServer();
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signInAs(page, people.havreLead, server.url);
  const { id } = await ownDraftOf(page, server.url);
  await openDraft(page, id);
  await page.getByRole('button', { name: 'Atelier' }).click();
  await panelOf(page).getByRole('button', { name: 'Commencer l’atelier' }).click();
  await panelOf(page).getByRole('button', { name: '15 min', exact: true }).click();
  await expect(page.locator('.head').getByRole('timer')).toBeVisible();
  await server.kill({ database: true });
  await server.run();
  await page.reload();
  await expect(barOf(page)).toContainText('Vous animez l’atelier', { timeout: 45_000 });
  await expect(page.locator('.head').getByRole('timer')).toContainText(/1[34]:\d\d/);
  await context.close();
});

/** Presses Tab until the focus is on what has this name; fails when it cannot be reached. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 160; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element?.matches('a, button, input, select')) return '';
      const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent : null;
      return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`The keyboard never reached ${name}`);
}

test('a workshop is led and taken part in by keyboard alone', async ({ browserOf, address }) => {
  test.setTimeout(240_000);
  const isabelle = await browserOf(people.havreLead);
  const paul = await browserOf(people.havreMember);
  const { id } = await ownDraftOf(isabelle, address);
  for (const page of [isabelle, paul]) await openDraft(page, id);
  const press = async (page: Page, name: RegExp): Promise<void> => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };

  await test.step('the facilitator opens the panel, begins, adds a group and starts the timer', async () => {
    await press(isabelle, /^Atelier$/);
    await expect(panelOf(isabelle).getByRole('heading', { name: 'Atelier', exact: true })).toBeFocused();
    await press(isabelle, /^Commencer l’atelier$/);
    await expect(barOf(isabelle)).toContainText('Vous animez l’atelier');
    await press(isabelle, /^5 min$/);
    await expect(paul.locator('.head').getByRole('timer')).toContainText(/4:\d\d|5:00/);
    await tabTo(isabelle, /Nom du groupe/);
    await isabelle.keyboard.type('Acheteurs');
    await isabelle.keyboard.press('Enter');
    await expect(panelOf(isabelle).getByRole('textbox', { name: 'Nom de Acheteurs' })).toBeVisible();
  });

  await test.step('a participant joins the group, says «terminé» and takes it back', async () => {
    await press(paul, /^Atelier$/);
    await expect(panelOf(paul).getByRole('heading', { name: 'Atelier', exact: true })).toBeFocused();
    await press(paul, /^Rejoindre Acheteurs$/);
    await press(paul, /^Nous avons terminé$/);
    await expect(barOf(isabelle)).toContainText('1 groupe sur 1 a terminé');
    await press(paul, /^Revenir sur « terminé »$/);
    await expect(barOf(isabelle)).not.toContainText('1 groupe sur 1 a terminé');
  });

  await test.step('a section is read aloud, then free again', async () => {
    await press(isabelle, /^Lire à voix haute$/);
    await expect(barOf(paul)).toContainText('Lecture à voix haute');
    await press(isabelle, /^Déverrouiller$/);
    await expect(barOf(paul)).not.toContainText('Lecture à voix haute');
  });

  await test.step('the facilitator ends it', async () => {
    await press(isabelle, /^Terminer l’atelier$/);
    await expect(isabelle.getByRole('dialog')).toBeVisible();
    await press(isabelle, /^Terminer l’atelier$/);
    await expect(paul.locator('.head').getByRole('timer')).toHaveCount(0);
    await expect(panelOf(isabelle).getByRole('button', { name: 'Commencer l’atelier' })).toBeVisible();
  });
});

/** Two sections far enough from each other, as the outline names them. */
async function sectionsOf(page: Page): Promise<[Section, Section]> {
  const links = await page.getByRole('navigation', { name: 'Plan du document' }).getByRole('link').evaluateAll((all) => all.map((link) => ({ id: (link.getAttribute('href') ?? '').split('#')[1] ?? '', title: link.textContent?.trim() ?? '' })));
  const [first, second] = [links[1], links.at(-2)];
  if (!first || !second || first.id === second.id) throw new Error('The draft has too few sections');
  return [first, second];
}
