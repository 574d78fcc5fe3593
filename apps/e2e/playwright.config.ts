import { defineConfig } from '@playwright/test';
import { findChromium } from './src/support/chromium';

const { executablePath, args, env } = await findChromium();

/** The walks, on a desktop screen and on the narrowest phone that is promised. A walk named `*.desktop.walk.ts` is the same on both. */
export default defineConfig({
  testDir: './src',
  testMatch: '**/*.walk.ts',
  outputDir: '../../test-results',
  tsconfig: '../../tsconfig.base.json',
  globalSetup: './src/support/start-server.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
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
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, testIgnore: '**/*.desktop.walk.ts' },
  ],
});
