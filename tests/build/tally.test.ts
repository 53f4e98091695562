import { describe, expect, test } from 'vitest';
import { closingLine, sum, tally, tallyOfPlaywright, tallyOfVitest, withOutcome } from '../../build/testing/tally.mjs';

describe('closing line', () => {
  test.each([
    ['nothing skipped', { passed: 3 }, '3 passed, 0 failed'],
    ['some skipped', { passed: 3, failed: 1, skipped: 2 }, '3 passed, 1 failed, 2 skipped'],
  ])('%s', (_reason, counts, line) => expect(closingLine(tally(counts))).toBe(line));

  test('several suites add up', () => {
    expect(sum([tally({ passed: 2, skipped: 1 }), tally({ passed: 3, failed: 1 })])).toEqual({ passed: 5, failed: 1, skipped: 1 });
  });
});

describe('what a run is worth', () => {
  test.each([
    ['all passed', { passed: 2 }, 0, 0],
    ['no test executed', {}, 0, 1],
    ['only skipped ones', { skipped: 4 }, 0, 1],
    ['no test failed, and the runner did', { passed: 2 }, 1, 1],
    ['the runner was killed', { passed: 2 }, null, 1],
    ['failures are counted as they are', { passed: 2, failed: 3 }, 1, 3],
  ])('%s', (_reason, counts, exitCode, failed) => expect(withOutcome(tally(counts), exitCode).failed).toBe(failed));

  test('Vitest: a file that could not be loaded is a failure beside the failing tests', () => {
    const file = (status: string, ...results: readonly string[]) => ({ status, assertionResults: results.map((result) => ({ status: result })) });
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'failed', 'failed', 'passed'), file('failed')];
    expect(tallyOfVitest({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1, testResults })).toEqual({ passed: 3, failed: 3, skipped: 2 });
  });

  test('Playwright: errors outside of tests are failures', () => {
    expect(tallyOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 }, errors: [{}] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
});
