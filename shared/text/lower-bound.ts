/**
 * Index of the first item for which `reached` holds, where it holds from some index on; the length if for none. Half of what is left
 * falls away with each question. `first`: from where on to look.
 */
export function lowerBound<T>(items: readonly T[], reached: (item: T, index: number) => boolean, first = 0): number {
  let [from, to] = [first, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (reached(items[middle] as T, middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
