import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { painted } from '../../../renderer/ui/after-paint.ts';

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => void (frames[frame - 1] = () => undefined));
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Whether it is settled, asked again and again. */
function watched(promise: Promise<void>): () => Promise<boolean> {
  let isSettled = false;
  void promise.then(() => void (isSettled = true));
  return async () => {
    await Promise.resolve();
    return isSettled;
  };
}

it('a frame is waited for until it is on the screen, not only begun', async () => {
  const isPainted = watched(painted());
  frames.forEach((run) => run());
  expect(await isPainted()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await isPainted()).toBe(true);
});

it('a window that paints nothing, since it is covered, is not waited for: work is stored all the same', async () => {
  const isPainted = watched(painted());
  vi.advanceTimersByTime(49);
  expect(await isPainted()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await isPainted()).toBe(true);
  // A frame that comes after all asks for nothing more.
  frames.forEach((run) => run());
  expect(vi.getTimerCount()).toBe(0);
});
