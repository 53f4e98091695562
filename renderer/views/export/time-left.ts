import { type ExportProgress } from '../../../shared/dataset/export-source.ts';
import { secondsLeft } from '../../ui/seconds-left.ts';

export interface PacedProgress extends ExportProgress {
  /** Seconds that the phase will still take at its pace so far; `null` while that cannot be told. */
  readonly secondsLeft: number | null;
}

/** Adds to each step of progress how long the rest of its phase will take. `now`: a clock in milliseconds that never goes back. */
export function pacer(now: () => number): (progress: ExportProgress) => PacedProgress {
  let began = { phase: '', at: now() };
  return (progress) => {
    if (began.phase !== progress.phase) began = { phase: progress.phase, at: began.phase === '' ? began.at : now() };
    return { ...progress, secondsLeft: secondsLeft(progress, now() - began.at) };
  };
}
