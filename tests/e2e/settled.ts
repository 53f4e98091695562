import { type Page } from '@playwright/test';

/**
 * Waits until the window shows what it is going to show: its fonts are there, nothing moves, and frames pass in which nothing in it is
 * altered. The editor draws a few milliseconds a frame, so a frame without any drawing says that none is left; how long a frame takes
 * does not matter. What must have been asked for before that is for the test to wait for.
 */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const isMoving = () => document.getAnimations().some(({ playState }) => playState === 'running');
    let isAltered = false;
    const observer = new MutationObserver(() => {
      isAltered = true;
    });
    observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let quiet = 0; quiet < 3; ) {
      isAltered = false;
      await document.fonts.ready;
      await frame();
      quiet = isAltered || isMoving() || document.fonts.status !== 'loaded' ? 0 : quiet + 1;
    }
    observer.disconnect();
    // What was drawn in the last frame is on the screen with the one after it.
    await frame();
  });
