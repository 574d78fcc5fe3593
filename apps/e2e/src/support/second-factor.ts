import type { Page } from '@playwright/test';

/** Animators are asked once for a second factor: later. */
export async function pastSecondFactor(page: Page): Promise<void> {
  const later = page.getByRole('button', { name: 'Plus tard' });
  await later.or(page.getByRole('heading', { level: 1 })).first().waitFor();
  if (await later.isVisible()) await later.click();
}
