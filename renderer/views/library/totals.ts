import { type SetStatus, setStatuses } from '../../../shared/model/annotation-set.ts';
import { type StatusTotals } from '../../store/project-store.ts';

export const totalOf = (totals: StatusTotals): number => setStatuses.reduce((sum, status) => sum + totals[status], 0);

/** Part of all articles in one state, 0 to 1; 0 in an empty project. */
export function share(totals: StatusTotals, status: SetStatus): number {
  const all = totalOf(totals);
  return all === 0 ? 0 : totals[status] / all;
}

/** A stretch of time as people say it: minutes under an hour and a half, whole hours from then on. */
export function timeLeft(milliseconds: number): { readonly unit: 'minutes' | 'hours'; readonly n: number } {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  return minutes < 90 ? { unit: 'minutes', n: minutes } : { unit: 'hours', n: Math.round(minutes / 60) };
}
