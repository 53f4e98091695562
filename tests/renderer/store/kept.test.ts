import { describe, expect, it } from 'vitest';
import { keeper, kept, keptFields } from '../../../renderer/store/kept.ts';

describe('kept', () => {
  const before = { list: [{ id: 'a', spans: [{ start: 1, end: 2 }] }], none: null };

  it('is what was there before where the new value says the same, however deep', () => {
    expect(kept<unknown>(before, structuredClone(before))).toBe(before);
    expect(kept<unknown>([before], [structuredClone(before)])).toEqual([before]);
  });

  it.each([
    ['another value deep inside', { list: [{ id: 'a', spans: [{ start: 1, end: 3 }] }], none: null }],
    ['a field more', { ...before, more: 1 }],
    ['a field less', { list: before.list }],
    ['another name for the same value', { list: before.list, nothing: null }],
    ['a longer list', { ...before, list: [...before.list, ...before.list] }],
    ['a list instead of an object', { ...before, none: [] }],
    ['nothing', undefined],
  ])('is the new value where it says something else: %s', (_, now) => {
    expect(kept<unknown>(before, now)).toBe(now);
  });

  it('takes two things for different that are not plain values', () => {
    const now = new Map([['a', 1]]);
    expect(kept<unknown>(new Map([['a', 1]]), now)).toBe(now);
  });
});

describe('keptFields', () => {
  const before = { list: [{ id: 'a' }], other: [1] };

  it('keeps every field that says the same, though another is new', () => {
    const after = keptFields(before, { list: [{ id: 'a' }], other: [2] });
    expect(after).toEqual({ list: [{ id: 'a' }], other: [2] });
    expect(after.list).toBe(before.list);
  });

  it('is what was there before where all say the same', () => expect(keptFields(before, structuredClone(before))).toBe(before));

  it('is the new value where it has other fields', () => {
    const now = { list: before.list };
    expect(keptFields<object>(before, now)).toBe(now);
  });
});

describe('a keeper', () => {
  it('answers with the value before for as long as it says the same', () => {
    const keep = keeper<readonly number[]>();
    const first = keep([1]);
    expect(keep([1])).toBe(first);
    expect(keep([2])).toEqual([2]);
    expect(keep([1])).not.toBe(first);
  });
});
