/**
 * Index of the first item for which `reached` holds, where it holds from some index on; the length if for none. Half of what is left
 * falls away with each question.
 */
export function lowerBound<T>(items: readonly T[], reached: (item: T, index: number) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (reached(items[middle] as T, middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
