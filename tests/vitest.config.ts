import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // These run in a real window, by Playwright.
    exclude: ['tests/e2e/**', 'tests/chromium/**'],
    setupFiles: [fileURLToPath(new URL('page-without-layout.ts', import.meta.url))],
    // Otherwise one core is kept free, which is half of two.
    maxWorkers: '100%',
    // Laws run a thousand times in CI, on two cores that others may be using as well.
    testTimeout: 120_000,
  },
});
