import { defineConfig } from '@playwright/test';
import { findChromium } from './src/support/chromium';

const { executablePath, args, env } = await findChromium();

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/**
 * The walks, on a desktop screen and on the narrowest phone that is promised. A walk named `*.desktop.walk.ts` is the same on both; those in
 * `writing/` write in the drafts of the demonstration, one after the other, so that none finds another's caret in its paragraph.
 */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.walk.ts',
  outputDir: '../../test-results',
  tsconfig: '../../tsconfig.base.json',
  globalSetup: './src/support/start-server.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  // A walk that needed the second try is named at the end of `npm test`: it is to be mended, and does not stop anybody meanwhile.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions: { executablePath, args, env },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 45_000,
  },
  projects: [
    { name: 'writing', use: desktop, testMatch: '**/writing/*.walk.ts', workers: 1 },
    { name: 'desktop', use: desktop, testIgnore: '**/writing/*' },
    { name: 'phone', use: phone, testIgnore: ['**/writing/*', '**/*.desktop.walk.ts'] },
  ],
});
