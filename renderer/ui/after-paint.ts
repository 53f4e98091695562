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
