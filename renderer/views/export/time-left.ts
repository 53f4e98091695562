import { type ExportProgress } from '../../../shared/dataset/export-source.ts';

/** Milliseconds after which there is something to reckon with. */
const least = 1000;

/** Seconds that a phase will still take at its pace so far; `null` while that cannot be told. `elapsed`: milliseconds since it began. */
export function secondsLeft({ done, total }: ExportProgress, elapsed: number): number | null {
  if (elapsed < least || done <= 0 || total < done) return null;
  return Math.ceil((elapsed * (total - done)) / done / 1000);
}
