#!/usr/bin/env node
/**
 * Measures how fast each format is written, and long articles in the real window, and prints tables in Markdown; what they mean stands in
 * docs/performance.md. Nothing passes or fails by its time.
 *
 * node build/bench.mjs [--quick | --formats]
 * --quick: of the articles the one size that matters most, with fewer turns. --formats: the formats alone.
 */
import { readOptions, runScript } from './failure.mjs';
import { runFormatMeasurements, runMeasurements } from './testing/suites.mjs';
import { sum } from './testing/tally.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2), ['--quick', '--formats']);
  const formats = await runFormatMeasurements();
  const articles = options.has('--formats') ? [] : [await runMeasurements(options.has('--quick') ? 'quick' : 'whole')];
  const { failed } = sum([formats, ...articles]);
  if (failed > 0) process.exitCode = 1;
});
