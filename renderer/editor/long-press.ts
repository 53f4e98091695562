import { still } from './drag.ts';

/** Milliseconds after which a press that did not move is a long one. */
const patience = 500;

/** Calls once when the button stays down in one place. Returns a function that gives up waiting. */
export function onLongPress(press: MouseEvent, held: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const stop = (): void => {
    window.clearTimeout(timer);
    ending.abort();
  };
  const timer = window.setTimeout(() => {
    stop();
    held();
  }, patience);
  window.addEventListener(
    'mousemove',
    ({ clientX, clientY }) => Math.hypot(clientX - press.clientX, clientY - press.clientY) > still && stop(),
    { signal },
  );
  for (const type of ['mouseup', 'blur', 'keydown']) window.addEventListener(type, stop, { signal, capture: true });
  return stop;
}
