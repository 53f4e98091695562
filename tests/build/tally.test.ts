import { describe, expect, test } from 'vitest';
import { closingLine, failureList, sum, tally, tallyOfPlaywright, tallyOfVitest, withOutcome } from '../../build/testing/tally.mjs';

describe('closing line', () => {
  test.each([
    ['nothing skipped', { passed: 3 }, '3 passed, 0 failed'],
    ['some skipped', { passed: 3, failed: 1, skipped: 2 }, '3 passed, 1 failed, 2 skipped'],
  ])('%s', (_reason, counts, line) => expect(closingLine(tally(counts))).toBe(line));

  test('several suites add up', () => {
    expect(sum([tally({ passed: 2, skipped: 1 }), tally({ passed: 3, failed: 1 })])).toEqual({ passed: 5, failed: 1, skipped: 1, failures: [], unsteady: [] });
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

  test('Vitest: a file that could not be loaded is a failure beside the failing tests, and each is named', () => {
    const file = (name: string, status: string, message: string, ...statuses: readonly string[]) => ({
      name, status, message,
      assertionResults: statuses.map((each, at) => ({ status: each, fullName: `${name} ${at}`, failureMessages: each === 'failed' ? ['\u001B[31mone\u001B[39m\ntwo'] : [] })),
    });
    const testResults = [file('a', 'passed', '', 'passed', 'passed'), file('b', 'failed', '', 'failed', 'failed', 'passed'), file('c', 'failed', 'no such file')];
    expect(tallyOfVitest({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 1, testResults })).toEqual({
      passed: 3, failed: 3, skipped: 2,
      unsteady: [],
      failures: ['✗ b 0\n    one\n    two', '✗ b 1\n    one\n    two', '✗ c\n    no such file'],
    });
  });

  test('Playwright: errors outside of tests are failures, and each is named', () => {
    const spec = (title: string, status: string) => ({ title, file: 'a.test.ts', line: 3, tests: [{ status, results: [{ errors: [{ message: 'no' }] }] }] });
    const suites = [{ specs: [spec('fine', 'expected'), spec('late', 'flaky')], suites: [{ specs: [spec('bad', 'unexpected')] }] }];
    expect(tallyOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'out' }], suites })).toEqual({
      passed: 5, failed: 2, skipped: 2,
      unsteady: ['✗ a.test.ts:3 › late\n    no'],
      failures: ['✗ a.test.ts:3 › bad\n    no', '✗ outside of the tests\n    out'],
    });
  });
});

test('what failed is said once more, and nothing where nothing did', () => {
  expect(failureList(tally({ passed: 1 }))).toBe('');
  expect(failureList(tally({ failed: 1, failures: ['✗ a'], unsteady: ['✗ b'] }))).toBe('\n── what failed\n✗ a\n\n── what passed only when tried again\n✗ b\n');
});
