/**
 * How many clicks in one place a press is the last of. The system counts presses by time and place alone; one after a drag is the first again:
 * who drags twice from one word means words both times, not its sentence.
 */
export interface ClickCount {
  /** @returns from 1 on. */
  of(press: Pick<MouseEvent, 'detail'>): number;
  /** What began with this press became a drag. */
  dragged(press: Pick<MouseEvent, 'detail'>): void;
}

export function clickCount(): ClickCount {
  let spent = 0;
  return {
    of({ detail }) {
      if (detail <= spent || detail <= 1) spent = 0;
      return Math.max(1, detail - spent);
    },
    dragged({ detail }) {
      spent = detail;
    },
  };
}
