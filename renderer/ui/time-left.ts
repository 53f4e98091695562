import { secondsLeft } from './seconds-left.ts';

/** How far long work is: `done` of `total`, of what its phase counts. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** Seconds that the phase will still take at its pace so far; `null` while that cannot be told. */
export type Paced<Kind extends Progress> = Kind & { readonly secondsLeft: number | null };

/** Adds to each step of progress how long the rest of its phase will take. `now`: a clock in milliseconds that never goes back. */
export function pacer<Kind extends Progress>(now: () => number): (progress: Kind) => Paced<Kind> {
  let began = { phase: '', at: now() };
  return (progress) => {
    if (began.phase !== progress.phase) began = { phase: progress.phase, at: began.phase === '' ? began.at : now() };
    return { ...progress, secondsLeft: secondsLeft(progress, now() - began.at) };
  };
}
