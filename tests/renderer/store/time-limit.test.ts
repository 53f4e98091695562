import { describe, expect, it } from 'vitest';
import { unlessSilent } from '../../../renderer/store/time-limit.ts';

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('unlessSilent', () => {
  it('gives what the work gives', async () => {
    await expect(unlessSilent(50, 'work', () => Promise.resolve(7))).resolves.toBe(7);
    await expect(unlessSilent(50, 'work', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('gives up on work that is silent', async () => {
    await expect(unlessSilent(20, 'reading', () => new Promise(() => undefined))).rejects.toThrow('reading: no answer in 20 ms');
  });

  it('waits for long work that shows that it is alive', async () => {
    const work = async (alive: () => void): Promise<string> => {
      for (let step = 0; step < 5; step += 1) {
        await after(30);
        alive();
      }
      return 'done';
    };
    await expect(unlessSilent(100, 'work', work)).resolves.toBe('done');
  });
});
