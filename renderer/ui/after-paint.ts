/** Milliseconds after which a frame is no longer waited for: a window that is covered or minimised paints none. */
const latest = 50;

/** When the next frame is painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = afterPaint(() => {
      clearTimeout(limit);
      resolve();
    });
    const limit = setTimeout(() => {
      stop();
      resolve();
    }, latest);
  });

/** Runs something once, as soon as the next frame is painted. The function that it gives takes it back. */
export function afterPaint(run: () => void): () => void {
  let turn = 0;
  const frame = requestAnimationFrame(() => {
    turn = window.setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(turn);
  };
}
