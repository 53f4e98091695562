import { expect, it } from 'vitest';
import { seenNames } from '../../../shared/codecs/seen-names.ts';

it('knows which names came, and takes no other for one of them, while the table grows', () => {
  const seen = seenNames();
  const names = Array.from({ length: 50_000 }, (_, place) => `خبر/${place.toString(36)}.txt`);
  expect(names.filter((name) => seen.add(name))).toEqual([]);
  expect(names.every((name) => seen.add(name))).toBe(true);
  expect(['', 'خبر', 'خبر/0.tx', '0.txt'].map((name) => seen.add(name))).toEqual([false, false, false, false]);
  expect(seen.add('')).toBe(true);
});
