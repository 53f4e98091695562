#!/usr/bin/env node
/**
 * Measures how fast each format is written, and long articles in the real window, and prints tables in Markdown; what they mean stands in
 * docs/performance.md. Nothing passes or fails by its time.
 *
 * node build/bench.mjs [--quick | --articles | --formats | --streaming | --import | --library | --agreement | --adjudication | --saving | --window-export]
 * --quick: of the articles the one size that matters most, with fewer turns. --articles: the long articles alone; with --quick as
 * there. --formats: the formats alone. --streaming: how much memory exports
 * take that grow, on the command line and in the window, and nothing else; with --quick smaller ones in the window. --import: how fast articles
 * come in, and whether memory grows with them; with --quick fewer of them.
 * --library: how soon a large library shows its first rows, and how soon words are found; with --quick fewer articles. --agreement: agreement alone.
 * --adjudication: how soon the readings of 300 things stand on the screen, and how soon a key decides one. --saving: how soon a label
 * is drawn and saved, and whether a slow disk makes the drawing wait. --window-export: the half of --streaming that the window does, alone.
 */
import { readOptions, runScript } from './failure.mjs';
import { runAgreementMeasurements, runFormatMeasurements, runMeasurements, runStreamingMeasurements } from './testing/suites.mjs';
import { sum } from './testing/tally.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2), ['--quick', '--articles', '--formats', '--streaming', '--import', '--library', '--agreement', '--adjudication', '--saving', '--window-export']);
  const windows = /** @type {const} */ ([['--articles', 'large-articles'], ['--import', 'import'], ['--library', 'library'], ['--adjudication', 'adjudication'], ['--saving', 'saving'], ['--window-export', 'window-export']]);
  const inWindow = windows.find(([option]) => options.has(option))?.[1];
  const measured = options.has('--streaming') ? [await runStreamingMeasurements(), await runMeasurements(extent(options), 'window-export')]
    : options.has('--agreement') ? [await runAgreementMeasurements()]
      : inWindow ? [await runMeasurements(extent(options), inWindow)] : await formatsAndArticles(options);
  if (sum(measured).failed > 0) process.exitCode = 1;
});

function extent(/** @type {ReadonlySet<string>} */ options) {
  return options.has('--quick') ? 'quick' : 'whole';
}

async function formatsAndArticles(/** @type {ReadonlySet<string>} */ options) {
  const formats = await runFormatMeasurements();
  return options.has('--formats') ? [formats] : [formats, await runAgreementMeasurements(), await runMeasurements(extent(options), 'large-articles')];
}
