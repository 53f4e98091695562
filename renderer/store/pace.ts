import { type Entry } from '../../shared/exchange/log.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type AnnotatorId } from '../../shared/model/id.ts';
import { isOwn } from './database.ts';

/** So many times are kept: the pace of today, not that of the first day. */
const mostTimes = 40;
/** Milliseconds: a longer gap was a pause, a shorter one is no work on an Article. */
const [longestGap, shortestGap] = [60 * 60_000, 5_000];
/** Fewer gaps are no pace. */
const leastGaps = 3;

/** The times with those that these Entries add: own sets called done by a step on their Article alone. */
export function finishedAfter(
  finished: readonly string[], entries: readonly Entry[], before: readonly AnnotationSet[], annotator: AnnotatorId,
): readonly string[] {
  const times = entries.filter((entry) => isFinish(entry, before, annotator)).map(({ wall }) => wall);
  return times.length === 0 ? finished : [...finished, ...times].slice(-mostTimes);
}

function isFinish({ scope, action, change }: Entry, before: readonly AnnotationSet[], annotator: AnnotatorId): boolean {
  if (scope === null || action.kind !== 'do') return false;
  const heads = [...change.updated.map(([, after]) => after), ...change.added];
  return heads.some((record) =>
    record.kind === 'set' && record.value.status === 'done' && isOwn(record.value, annotator) && before.find(({ id }) => id === record.value.id)?.status !== 'done');
}

/** Milliseconds that an Article takes: the median of the gaps between those that were finished one after another; `null` while it is not known. */
export function paceOf(finished: readonly string[]): number | null {
  const times = finished.map((time) => Date.parse(time));
  const gaps = times
    .flatMap((time, index) => (index === 0 ? [] : [time - (times[index - 1] as number)]))
    .filter((gap) => gap >= shortestGap && gap <= longestGap)
    .sort((a, b) => a - b);
  return gaps.length < leastGaps ? null : (gaps[gaps.length >> 1] as number);
}
