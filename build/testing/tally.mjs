/**
 * How many tests ended how.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @returns {Tally} */
export const tally = ({ passed = 0, failed = 0, skipped = 0 }) => ({ passed, failed, skipped });

/** @returns {Tally} */
export const sum = (/** @type {readonly Tally[]} */ tallies) =>
  tallies.reduce(
    (whole, part) => ({ passed: whole.passed + part.passed, failed: whole.failed + part.failed, skipped: whole.skipped + part.skipped }),
    tally({}),
  );

/** The last line of every test run; people and machines read it. */
export const closingLine = (/** @type {Tally} */ { passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * A run that executed nothing, or that failed without a failing test, has failed all the same.
 * @param {Tally} counted
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export const withOutcome = (counted, exitCode) =>
  counted.failed === 0 && (counted.passed === 0 || exitCode !== 0) ? { ...counted, failed: 1 } : counted;

/**
 * @param {{ numPassedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[] }} report Vitest's JSON report
 */
export function tallyOfVitest({ numPassedTests, numPendingTests, numTodoTests, testResults }) {
  const failures = testResults.map(({ status, assertionResults }) => {
    const failedTests = assertionResults.filter((result) => result.status === 'failed').length;
    // A file that could not even be loaded has no failing test in it, and has failed.
    return status === 'failed' ? Math.max(1, failedTests) : failedTests;
  });
  return tally({ passed: numPassedTests, failed: failures.reduce((total, count) => total + count, 0), skipped: numPendingTests + numTodoTests });
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 *   Playwright's JSON report
 */
export const tallyOfPlaywright = ({ stats, errors }) =>
  tally({ passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped });
