import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/fuzz/**/*.fuzz.ts'],
    // Hundreds of thousands of cases where somebody asks for them.
    testTimeout: 6 * 3_600_000,
    maxWorkers: 2,
  },
});
