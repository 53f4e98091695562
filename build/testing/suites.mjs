import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { agreementBenchBundle, appBundles, commandLineBundle, formatBenchBundle } from '../bundling/bundles.mjs';
import { buildBundles } from '../bundling/bundle.mjs';
import { say } from '../failure.mjs';
import { cacheDirectory, inProject, projectDirectory, readJson } from '../project.mjs';
import { chosenRuntime, runtimeTitle } from '../runtime/runtime.mjs';
import { checks, runCheck } from './checks.mjs';
import { withoutNetwork } from './no-network.mjs';
import { sum, tally, tallyOfPlaywright, tallyOfVitest, withOutcome } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const heading = (/** @type {string} */ title) => process.stdout.write(`\n── ${title}\n`);

/** Types and lint: each compiler or linter run counts as one test. */
export async function runChecks() {
  heading('types and lint');
  const results = await Promise.all(
    checks.map(async (check) => {
      const result = await runCheck(check);
      process.stdout.write(`${result.passed ? '✓' : '✗'} ${result.name} (${result.seconds.toFixed(1)} s)\n`);
      if (!result.passed) process.stdout.write(`${result.output}\n`);
      return result.passed ? tally({ passed: 1 }) : tally({ failed: 1, failures: [`✗ ${result.name}`] });
    }),
  );
  return sum(results);
}

/**
 * Runs a test runner that shows its progress and leaves a report.
 * @template Report
 * @param {{ name: string, command: readonly string[], environment?: Record<string, string>, report: string, count: (report: Report) => Tally }} run
 * @returns {Promise<Tally>}
 */
async function runRunner({ name, command, environment = {}, report, count }) {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const [program = '', ...args] = command;
  const exitCode = await new Promise((resolve, reject) => {
    const runner = spawn(program, args, { cwd: projectDirectory, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    runner.once('error', reject);
    runner.once('close', resolve);
  });
  const counted = existsSync(report) ? count(readJson(report)) : tally({});
  const judged = withOutcome(counted, exitCode);
  if (judged !== counted) say(`naql: ${name} ended with code ${exitCode} after ${counted.passed} tests: counted as a failure`);
  return judged;
}

/** Unit tests and laws in Vitest. */
export function runUnitTests(/** @type {readonly string[]} */ args) {
  heading('unit tests and laws (Vitest)');
  const report = path.join(cacheDirectory, 'vitest.json');
  return runRunner({
    name: 'Vitest',
    command: [
      process.execPath, inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts',
      '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args,
    ],
    report,
    count: tallyOfVitest,
  });
}

/** Altered files, read by everything that reads: a number of cases first, then what goes to Vitest. */
export function runFuzzTests(/** @type {readonly string[]} */ args) {
  heading('altered files, read by everything that reads');
  const report = path.join(cacheDirectory, 'fuzz.json');
  const [first = '', ...others] = args;
  const isNumber = /^\d+$/.test(first);
  return runRunner({
    name: 'Vitest',
    command: [
      process.execPath, inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'tests/fuzz/vitest.config.ts',
      '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`, ...(isNumber ? others : args),
    ],
    environment: isNumber ? { NAQL_FUZZ: first } : {},
    report,
    count: tallyOfVitest,
  });
}

/** Our files, read by programs that we did not write; `list` says where they are. */
export function runInteropTests(/** @type {readonly string[]} */ args, /** @type {string} */ list) {
  heading('files of every format, read by other programs');
  const report = path.join(cacheDirectory, 'interop.json');
  return runRunner({
    name: 'Vitest',
    command: [
      process.execPath, inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'tests/interop/vitest.config.ts',
      '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`, ...args,
    ],
    environment: { NAQL_INTEROP_TOOLS: list },
    report,
    count: tallyOfVitest,
  });
}

/**
 * @param {string} folder that holds the Playwright configuration
 * @param {readonly string[]} args
 * @param {readonly string[]} wrapper a command that runs the command behind it
 * @param {Record<string, string>} environment
 */
function runPlaywright(folder, args, wrapper = [], environment = {}) {
  const report = path.join(cacheDirectory, `playwright-${path.basename(folder)}.json`);
  return runRunner({
    name: 'Playwright',
    command: [
      ...wrapper, process.execPath, inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test',
      '-c', `${folder}/playwright.config.ts`, '--reporter=list,json', ...args,
    ],
    environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    report,
    count: tallyOfPlaywright,
  });
}

const hasNoScreen = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** A screen in memory, where the machine has none. */
const screenInMemory = () => (hasNoScreen() ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []);

/**
 * For windows that run beside each other: each with a screen of its own, so that none takes the focus of another.
 * @returns {Readonly<Record<string, string>>}
 */
const screenEach = () => (hasNoScreen() ? { NAQL_OWN_SCREEN: '1' } : {});

/** The whole app in its real window; with `--no-network` among the arguments where there is no interface but loopback. */
export async function runEndToEndTests(/** @type {readonly string[]} */ args) {
  const runtime = chosenRuntime();
  const rest = args.filter((argument) => argument !== '--no-network');
  const alone = rest.length < args.length ? withoutNetwork() : null;
  heading(`end-to-end tests in ${runtimeTitle(runtime)}${alone ? ', without any network' : ''}`);
  if (alone && 'reason' in alone) {
    say(`naql: skipped: ${alone.reason}`);
    return tally({ skipped: 1 });
  }
  await buildBundles(appBundles);
  return runPlaywright('tests/e2e', rest, alone?.wrapper, { ...(alone && { NAQL_NO_NETWORK: '1' }), ...screenEach() });
}

/** Kills and damage in the real window; `short` is a few rounds of each. */
export async function runDurabilityTests(/** @type {readonly string[]} */ args, /** @type {'whole' | 'short'} */ extent = 'whole') {
  heading(`nothing lost: kills and damage in ${runtimeTitle(chosenRuntime())}`);
  await buildBundles(appBundles);
  return runPlaywright('tests/durability', args, [], { NAQL_DURABILITY: extent, ...screenEach() });
}

/** The page alone, in the system's Chromium. */
export async function runChromiumTests(/** @type {readonly string[]} */ args) {
  heading('the page in the system\'s Chromium');
  await buildBundles(appBundles.filter(({ name }) => name === 'renderer'));
  return runPlaywright('tests/chromium', args);
}

/** How fast each format is written, against bare JSON. */
export const runFormatMeasurements = () => runProgram('formats, from slices to files', formatBenchBundle);

/** How long agreement of three people takes, and how much memory. */
export const runAgreementMeasurements = () => runProgram('agreement of three people', agreementBenchBundle);

async function runProgram(/** @type {string} */ title, /** @type {typeof formatBenchBundle} */ bundle) {
  heading(title);
  await buildBundles([bundle]);
  const exitCode = await new Promise((resolve, reject) => {
    const bench = spawn(process.execPath, [inProject(...bundle.product.split('/'))], { cwd: projectDirectory, stdio: 'inherit' });
    bench.once('error', reject);
    bench.once('close', resolve);
  });
  return exitCode === 0 ? tally({ passed: 1 }) : tally({ failed: 1 });
}

/** How much memory an export takes. */
export async function runStreamingMeasurements() {
  heading('exports of growing size');
  await buildBundles([commandLineBundle]);
  const report = path.join(cacheDirectory, 'streaming.json');
  return runRunner({
    name: 'Vitest',
    command: [
      process.execPath, inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', 'tests/bench/vitest.config.ts',
      '--reporter=default', '--reporter=json', `--outputFile.json=${report}`,
    ],
    report,
    count: tallyOfVitest,
  });
}

/** Measurements in the real window: they fail only where something can not be measured. */
export async function runMeasurements(/** @type {'whole' | 'quick'} */ extent, /** @type {'large-articles' | 'import' | 'library' | 'adjudication' | 'saving' | 'window-export'} */ what) {
  const title = {
    import: 'articles coming in', library: 'a large library', adjudication: 'settling what three people marked', saving: 'from a key to saved', 'large-articles': 'long articles', 'window-export': 'exports of growing size',
  }[what];
  heading(`${title} in ${runtimeTitle(chosenRuntime())}`);
  await buildBundles(appBundles);
  return runPlaywright('tests/bench', [`${what}.bench.ts`], screenInMemory(), { NAQL_BENCH: extent });
}
