import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const everyTest = ['tests/**/*.test.{ts,tsx}'];
/** These run in a real window, by Playwright. */
const inWindows = ['tests/e2e/**', 'tests/chromium/**'];
const screens = 'tests/renderer/**/*.test.{ts,tsx}';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    projects: [
      // What stands for itself is loaded once for each core, not once for each file: that took more than half of the time.
      { extends: true, test: { name: 'core', include: everyTest, exclude: [...inWindows, screens], isolate: false } },
      // Screens and the browser's database are the page's: each file has its own.
      { extends: true, test: { name: 'page', include: [screens] } },
    ],
    setupFiles: [fileURLToPath(new URL('page-without-layout.ts', import.meta.url))],
    // Otherwise one core is kept free, which is half of two.
    maxWorkers: '100%',
    // Laws run a thousand times in CI, on two cores that others may be using as well.
    testTimeout: 120_000,
  },
});
