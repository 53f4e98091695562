import { defineConfig } from '@playwright/test';
import { findChromium } from '../../build/runtime/libraries.mjs';

const executablePath = findChromium();
if (executablePath === null) throw new Error('no Chromium on PATH; type: node build/setup.mjs --chromium');

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results/chromium',
  workers: 2,
  // Test by test: the longest file is among the last ones, and the other worker would stand idle beside its end.
  fullyParallel: true,
  // A second try where others use the machine as well; what needed it is named at the end of the run, since it may be a fault of ours.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: { browserName: 'chromium', launchOptions: { executablePath }, viewport: { width: 1440, height: 900 }, screenshot: 'only-on-failure' },
});
