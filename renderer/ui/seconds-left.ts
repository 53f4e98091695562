/** Milliseconds after which there is something to reckon with. */
const least = 1000;

/** Seconds that long work will still take at its pace so far; `null` while that cannot be told. `elapsed`: milliseconds since it began. */
export function secondsLeft({ done, total }: { readonly done: number; readonly total: number }, elapsed: number): number | null {
  if (elapsed < least || done <= 0 || total < done) return null;
  return Math.ceil((elapsed * (total - done)) / done / 1000);
}
