/** The best so many of all that were offered, whatever the order in which they came. */
export interface Closest<T> {
  readonly offer: (one: T) => void;
  readonly best: () => readonly T[];
}

/** `compare` must put every two apart, the better one first. */
export function closest<T>(count: number, compare: (a: T, b: T) => number): Closest<T> {
  let kept: T[] = [];
  const prune = (): void => {
    kept = kept.sort(compare).slice(0, count);
  };
  return {
    offer(one) {
      kept.push(one);
      if (kept.length >= 2 * count + 64) prune();
    },
    best() {
      prune();
      return kept;
    },
  };
}
