/** Milliseconds of work that may stand between a key and its frame. */
const budget = 4;
/** Milliseconds after which work goes on though the window never rests. */
const patience = 500;

/**
 * Goes on with something whenever the window has nothing else to do, a few milliseconds at a time. `step` does a part of it and answers
 * whether that was the last. The function that it gives stops it for good.
 */
export function inIdleTime(step: () => boolean): () => void {
  let stop = (): void => {};
  const go = (): void => {
    const end = performance.now() + budget;
    do if (step()) return;
    while (performance.now() < end);
    wait();
  };
  const wait = (): void => {
    if (typeof requestIdleCallback === 'function') {
      const turn = requestIdleCallback(go, { timeout: patience });
      stop = () => cancelIdleCallback(turn);
    } else {
      const turn = setTimeout(go);
      stop = () => clearTimeout(turn);
    }
  };
  wait();
  return () => stop();
}
