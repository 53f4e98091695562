import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results/e2e',
  // Each worker opens windows of its own, with profiles of their own.
  workers: 2,
  // Test by test: otherwise one worker stands idle beside the end of a long file.
  fullyParallel: true,
  // A second try where others use the machine as well; what needed it is named at the end of the run, since it may be a fault of ours.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
});
