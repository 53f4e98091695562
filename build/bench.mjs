#!/usr/bin/env node
/**
 * Measures long articles in the real window and prints a table in Markdown for each size; what they mean stands in docs/performance.md.
 * Nothing passes or fails by its time.
 *
 * node build/bench.mjs [--quick]
 * --quick: the one size that matters most, with fewer turns.
 */
import { readOptions, runScript } from './failure.mjs';
import { runMeasurements } from './testing/suites.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2), ['--quick']);
  const { failed } = await runMeasurements(options.has('--quick') ? 'quick' : 'whole');
  if (failed > 0) process.exitCode = 1;
});
