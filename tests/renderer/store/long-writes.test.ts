import { type Table } from 'dexie';
import { expect, it } from 'vitest';
import { addAll, putAll } from '../../../renderer/store/database.ts';

it.each([['put', putAll], ['added', addAll]] as const)('of many rows few are %s at a time, so that the page is not held up, each once and in order', async (_, write) => {
  const steps: (readonly number[])[] = [];
  const take = async (rows: readonly number[]) => void steps.push(rows);
  const rows = [...Array(430).keys()];
  await write({ bulkPut: take, bulkAdd: take } as unknown as Table<number, number>, rows);
  expect(Math.max(...steps.map(({ length }) => length))).toBe(100);
  expect(steps.flat()).toEqual(rows);
});
