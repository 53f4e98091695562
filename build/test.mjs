#!/usr/bin/env node
/**
 * Runs tests; the last line is `N passed, N failed`, and the exit code says whether all is well.
 *
 * node build/test.mjs [unit | fuzz | e2e | durability | chromium] [ARGUMENTS FOR THE TEST RUNNER]
 * fuzz takes a number first: so many altered files; 110,000 if not given.
 * e2e takes --no-network: the windows then run where there is no network interface but loopback.
 * With nothing named: types, lint, unit tests and laws, end-to-end tests, a short run of kills and damage.
 */
import { ScriptFailure, exitCodes, runScript, say } from './failure.mjs';
import { runChecks, runChromiumTests, runDurabilityTests, runEndToEndTests, runFuzzTests, runUnitTests } from './testing/suites.mjs';
import { closingLine, failureList, sum, tally } from './testing/tally.mjs';

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<import('./testing/tally.mjs').Tally>>>} */
const suites = { unit: runUnitTests, fuzz: runFuzzTests, e2e: runEndToEndTests, durability: runDurabilityTests, chromium: runChromiumTests };

/**
 * A suite that can not even start counts as a failure, and does not keep the others from running.
 * @param {() => Promise<import('./testing/tally.mjs').Tally>} run
 */
async function attempt(run) {
  try {
    return await run();
  } catch (error) {
    say(`naql: could not run: ${error instanceof ScriptFailure ? error.message : error instanceof Error ? error.stack : String(error)}`);
    return tally({ failed: 1 });
  }
}

async function runAll() {
  const results = [];
  for (const run of [runChecks, () => runUnitTests([]), () => runEndToEndTests([]), () => runDurabilityTests([], 'short')]) results.push(await attempt(run));
  return sum(results);
}

await runScript(async () => {
  const [name, ...args] = process.argv.slice(2);
  const suite = suites[name ?? ''];
  if (name !== undefined && !suite) throw new ScriptFailure(`no tests called ${name}; known are ${Object.keys(suites).join(', ')}`, exitCodes.usage);
  const result = suite ? await attempt(() => suite(args)) : await runAll();
  process.stdout.write(`${failureList(result)}\n${closingLine(result)}\n`);
  if (result.failed > 0) process.exitCode = 1;
});
