import { defineConfig } from '@playwright/test';

/** Measuring, not testing: one window at a time, no limit but patience. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../../test-results/bench',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 120_000 },
});
