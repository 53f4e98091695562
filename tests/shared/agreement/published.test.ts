import { describe, expect, it } from 'vitest';
import { alphaCounts, krippendorffAlpha, masi, nominal } from '../../../shared/agreement/krippendorff-alpha.ts';
import { draws } from '../../../shared/agreement/random.ts';
import { quantile } from '../../../shared/agreement/bootstrap.ts';
import { cohenKappa } from '../../../shared/agreement/contingency-table.ts';
import { assignment } from '../../../shared/agreement/assignment.ts';

/** `.` is a value that is missing. */
const items = (...rows: readonly string[]) =>
  Array.from({ length: rows[0]?.length ?? 0 }, (_, place) => ({ values: rows.map((row) => row[place] ?? '.').filter((value) => value !== '.'), count: 1 }));

describe('numbers that papers print', () => {
  it('α with missing data: Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability, section C, .743', () => {
    const four = items('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    expect(krippendorffAlpha(alphaCounts(four, nominal), nominal)).toBeCloseTo(0.743, 3);
  });

  it('α of two: the same, section A, .095', () => {
    expect(krippendorffAlpha(alphaCounts(items('0100000000', '1110010100'), nominal), nominal)).toBeCloseTo(0.095, 3);
  });

  it('κ: Cohen 1960, table 1, .492', () => {
    const table = new Map([['1\t1', 88], ['1\t2', 14], ['1\t3', 18], ['2\t1', 10], ['2\t2', 40], ['2\t3', 10], ['3\t1', 2], ['3\t2', 6], ['3\t3', 12]]);
    expect(cohenKappa(table)).toBeCloseTo(0.492, 3);
  });
});

describe('what the formulas rest on', () => {
  it('MASI: the same 0, a subset of two thirds, an overlap of a third, nothing in common 1', () => {
    expect([masi('a b', 'a b'), masi('', ''), masi('a', 'b'), masi('', 'a')]).toEqual([0, 0, 1, 1]);
    expect(masi('a', 'a b')).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12);
    expect(masi('a b', 'b c')).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12);
  });

  it('the sequence of Mulberry32 for the seed 42', () => {
    const draw = draws(42);
    expect([draw(), draw(), draw()]).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
  });

  it('quantiles of type 7', () => {
    expect([quantile([1, 2, 3, 4], 0.25), quantile([1, 2, 3, 4], 1), quantile([5], 0.9), quantile([], 0.5)]).toEqual([1.75, 4, 5, null]);
  });

  it('an assignment is the cheapest, also with more columns than rows', () => {
    expect(assignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]])).toEqual([1, 0, 2]);
    expect(assignment([[9, 9, 1], [1, 9, 0]])).toEqual([2, 0]);
    expect(() => assignment([[1], [2]])).toThrow('2 rows');
  });
});
