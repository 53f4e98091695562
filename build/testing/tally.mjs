/**
 * How many tests ended how, which failed with what words, and which passed only when they were tried again.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[], unsteady: readonly string[] }} Tally
 */

/** @returns {Tally} */
export const tally = (/** @type {Partial<Tally>} */ { passed = 0, failed = 0, skipped = 0, failures = [], unsteady = [] }) => ({
  passed, failed, skipped, failures, unsteady,
});

/** @returns {Tally} */
export const sum = (/** @type {readonly Tally[]} */ tallies) =>
  tallies.reduce(
    (whole, part) => ({
      passed: whole.passed + part.passed,
      failed: whole.failed + part.failed,
      skipped: whole.skipped + part.skipped,
      failures: [...whole.failures, ...part.failures],
      unsteady: [...whole.unsteady, ...part.unsteady],
    }),
    tally({}),
  );

/** The last line of every test run; people and machines read it. */
export const closingLine = (/** @type {Tally} */ { passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const section = (/** @type {string} */ title, /** @type {readonly string[]} */ lines) => (lines.length === 0 ? '' : `\n── ${title}\n${lines.join('\n')}\n`);

/** What did not simply pass, once more, for whoever sees the end of a long run alone; nothing where all did. */
export const failureList = (/** @type {Tally} */ { failures, unsteady }) =>
  section('what failed', failures) + section('what passed only when tried again', unsteady);

const messageLines = 14;
const lineLength = 300;

/** One failure: its name, and the beginning of what was said, indented and without colours. */
function failure(/** @type {string} */ name, /** @type {string} */ message) {
  const lines = message.replace(/\u001B\[[0-9;]*m/gu, '').split('\n');
  return [`✗ ${name}`, ...lines.slice(0, messageLines).map((line) => `    ${line.slice(0, lineLength)}`)].join('\n');
}

/**
 * A run that executed nothing, or that failed without a failing test, has failed all the same.
 * @param {Tally} counted
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export const withOutcome = (counted, exitCode) =>
  counted.failed === 0 && (counted.passed === 0 || exitCode !== 0) ? { ...counted, failed: 1 } : counted;

/**
 * @param {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: readonly { status: string, name: string,
 *   message: string, assertionResults: readonly { status: string, fullName: string, failureMessages: readonly string[] | null }[] }[] }} report
 *   Vitest's JSON report
 */
export function tallyOfVitest({ numPassedTests, numPendingTests, numTodoTests, testResults }) {
  const failures = testResults.flatMap(({ status, name, message, assertionResults }) => {
    const failed = assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ fullName, failureMessages }) => failure(fullName, (failureMessages ?? []).join('\n')));
    // A file that could not even be loaded has no failing test in it, and has failed.
    return status === 'failed' && failed.length === 0 ? [failure(name, message)] : failed;
  });
  return tally({ passed: numPassedTests, failed: failures.length, skipped: numPendingTests + numTodoTests, failures });
}

/**
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {{ title: string, file: string, line: number, tests: readonly { status: string, results: readonly { errors: readonly PlaywrightError[] }[] }[] }} PlaywrightSpec
 * @typedef {{ suites?: readonly PlaywrightSuite[], specs: readonly PlaywrightSpec[] }} PlaywrightSuite
 */

/** @returns {readonly PlaywrightSpec[]} */
const specsOf = (/** @type {PlaywrightSuite} */ { suites = [], specs }) => [...specs, ...suites.flatMap(specsOf)];

const messageOf = (/** @type {readonly PlaywrightError[]} */ errors) => errors.map(({ message }) => message ?? '').join('\n');

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly PlaywrightError[],
 *   suites: readonly PlaywrightSuite[] }} report Playwright's JSON report
 */
export function tallyOfPlaywright({ stats, errors, suites }) {
  const ended = (/** @type {string} */ how) =>
    suites.flatMap(specsOf).flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === how)
        .map(({ results }) => failure(`${file}:${line} › ${title}`, messageOf(results.flatMap((result) => result.errors)))),
    );
  const outside = errors.map((error) => failure('outside of the tests', messageOf([error])));
  return tally({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: [...ended('unexpected'), ...outside],
    unsteady: ended('flaky'),
  });
}
