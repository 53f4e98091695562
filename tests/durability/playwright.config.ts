import { defineConfig } from '@playwright/test';

// A journal of several files after a minute's work.
process.env['NAQL_SEGMENT_BYTES'] ??= '16384';

/** Long rounds of kills and damage in the real window, one window at a time: `npm run test:durability`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.durability.ts',
  outputDir: '../../test-results/durability',
  workers: 1,
  retries: 0,
  timeout: 4 * 60 * 60 * 1000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
