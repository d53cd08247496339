import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../src/tooling/chromium.mjs';

// Workers inherit the answer, so that the browser is looked for once.
process.env['CHROMIUM_PATH'] ??= findChromium() ?? '';

/** What takes many minutes: by `npm run hostile:page` only. */
const THOROUGH = ['**/screens*.spec.ts', '**/long-notebook.spec.ts'];
const isThorough = process.env['FENQUN_HOSTILE'] === '1';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './serve-site.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    // Recording costs about as much as a test; whoever looks for a fault records it by hand.
    trace: process.env['CI'] ? 'off' : 'retain-on-failure',
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: CHROMIUM_ARGS },
  },
  projects: [
    {
      name: 'journey',
      testIgnore: ['**/large*.spec.ts', ...(isThorough ? [] : THOROUGH)],
    },
    { name: 'large', testMatch: '**/large*.spec.ts', timeout: 600_000 },
  ],
});
