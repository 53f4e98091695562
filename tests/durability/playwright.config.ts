import { defineConfig } from '@playwright/test';

// A journal of several files after a minute's work.
process.env['NAQL_SEGMENT_BYTES'] ??= '16384';

/** Long rounds of kills and damage in the real window: `npm run test:durability`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.durability.ts',
  outputDir: '../../test-results/durability',
  // Each has windows and profiles of its own, and the longest takes as long as all others.
  workers: 2,
  retries: 0,
  timeout: 4 * 60 * 60 * 1000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
