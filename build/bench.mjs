#!/usr/bin/env node
/**
 * Measures how fast each format is written, and long articles in the real window, and prints tables in Markdown; what they mean stands in
 * docs/performance.md. Nothing passes or fails by its time.
 *
 * node build/bench.mjs [--quick | --formats | --streaming]
 * --quick: of the articles the one size that matters most, with fewer turns. --formats: the formats alone. --streaming: how much memory exports
 * take that grow, and nothing else.
 */
import { readOptions, runScript } from './failure.mjs';
import { runFormatMeasurements, runMeasurements, runStreamingMeasurements } from './testing/suites.mjs';
import { sum } from './testing/tally.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2), ['--quick', '--formats', '--streaming']);
  const measured = options.has('--streaming') ? [await runStreamingMeasurements()] : await formatsAndArticles(options);
  if (sum(measured).failed > 0) process.exitCode = 1;
});

async function formatsAndArticles(/** @type {ReadonlySet<string>} */ options) {
  const formats = await runFormatMeasurements();
  return options.has('--formats') ? [formats] : [formats, await runMeasurements(options.has('--quick') ? 'quick' : 'whole')];
}
