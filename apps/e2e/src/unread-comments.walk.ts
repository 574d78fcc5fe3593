import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { openDraft, ownDraftOf } from './support/draft';
import { people } from './support/people';
import { expect, test } from './support/walk';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Commentaires' });

test('what others said is unread until it was shown, and stays read', async ({ browserOf, address }, info) => {
  const words = `À relire ensemble (${info.project.name}).`;
  const thomas = await browserOf(people.rouenEngineer);
  const { id } = await ownDraftOf(thomas, address);
  await openDraft(thomas, id);
  await thomas.getByRole('button', { name: /^Commentaires/ }).click();
  await panelOf(thomas).getByRole('button', { name: 'Commenter un passage' }).click();
  await panelOf(thomas).getByRole('textbox', { name: 'Votre commentaire' }).fill(words);
  await panelOf(thomas).getByRole('button', { name: 'Commenter', exact: true }).click();
  const said = panelOf(thomas).getByRole('article').filter({ hasText: words });
  await expect(said).toBeVisible();
  await expect(said.getByText('Non lu')).toHaveCount(0);

  const nathalie = await browserOf(people.rouenLead);
  await openDraft(nathalie, id);
  await nathalie.getByRole('button', { name: /^Commentaires : \d+ non lus?$/ }).click();
  const panel = panelOf(nathalie);
  await panel.getByRole('button', { name: /^Non lus/ }).click();
  const card = panel.getByRole('article').filter({ hasText: words });
  await expect(card.getByText('Non lu')).toBeVisible();
  await expectAccessible(nathalie);
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByText('Non lu')).toHaveCount(0);
  await expect(card).toBeVisible();

  await openDraft(nathalie, id);
  await nathalie.getByRole('button', { name: /^Commentaires/ }).click();
  await expect(panelOf(nathalie).getByRole('article').filter({ hasText: words })).toBeVisible();
  await panelOf(nathalie).getByRole('button', { name: /^Non lus/ }).click();
  await expect(panelOf(nathalie).getByRole('article').filter({ hasText: words })).toHaveCount(0);
});
