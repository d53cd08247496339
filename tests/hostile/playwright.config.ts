import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../src/tooling/chromium.mjs';

process.env['CHROMIUM_PATH'] ??= findChromium() ?? '';

/** What does harm to the built site in a real browser; long, so by `npm run hostile` only. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: '../journey/serve-site.ts',
  workers: 1,
  timeout: 3_600_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    actionTimeout: 30_000,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: CHROMIUM_ARGS },
  },
});
