import { problem, type Problem } from '../../result.ts';
import { isGiven } from './known.ts';
import { type Incoming, type TakeInGround } from './take-in-ground.ts';

const minute = 60_000;
/** Minutes by which two clocks may differ before it is told. Nothing is ever decided by them. */
const tolerated = 10;

/**
 * Clocks that go differently, by the times at which things were made: what comes from later than now is ahead, and what was made before something of this device that it
 * knows of is behind. `bundle-clock-ahead`, `bundle-clock-behind`.
 */
export function clockProblem({ device, now, dataset }: Pick<TakeInGround, 'device' | 'now' | 'dataset'>, { bundle: { manifest } }: Pick<Incoming, 'bundle'>): readonly Problem[] {
  const { made, heads, person } = manifest;
  const told = (code: string, milliseconds: number): readonly Problem[] =>
    milliseconds >= tolerated * minute ? [problem(code, {}, { person: person.name, minutes: Math.round(milliseconds / minute) }, 'warning')] : [];
  const ahead = told('bundle-clock-ahead', Date.parse(made) - Date.parse(now));
  if (ahead.length > 0) return ahead;
  const known = new Set(heads.filter((head) => head.device === device).map(({ channel, sequence, hash }) => `${channel} ${sequence} ${hash}`));
  const heard = (dataset.events ?? []).filter(isGiven).filter((event) => event.device === device && event.entries.some(({ channel, sequence, hash }) => known.has(`${channel} ${sequence} ${hash}`)));
  const latest = heard.reduce((time, { at }) => Math.max(time, Date.parse(at)), -Infinity);
  return told('bundle-clock-behind', latest - Date.parse(made));
}
