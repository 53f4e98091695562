import { expect, it } from 'vitest';
import { diskSpace } from '../../../renderer/app/disk-space.ts';

const megabyte = 1024 * 1024;

it.each<[what: string, free: number | null, left: number | null]>([
  ['little is told', 120 * megabyte, 120 * megabyte],
  ['none at all too', 0, 0],
  ['enough is no news', 500 * megabyte, null],
  ['what the system does not say is no news', null, null],
])('%s', async (_, free, expected) => {
  const space = diskSpace({ freeSpace: async () => free });
  await space.look();
  expect(space.left.getState()).toBe(expected);
});
