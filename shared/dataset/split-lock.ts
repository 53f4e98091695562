import { surroundings } from '../codecs/surroundings.ts';
import { at, type Place, problem, type Problem } from '../result.ts';
import { parseJson } from '../codecs/json.ts';
import { isId } from '../model/id.ts';
import { shapeProblems } from '../codecs/shape-problems.ts';
import { z } from '../model/shape.ts';
import { type LockedSplit, splitNames } from './split-options.ts';

export const lockFile = surroundings.lock;

const id = z.string().refine(isId, { params: { expected: 'id' } });
const lineShape = z.object({ doc_id: id, split: z.enum(splitNames), group: id });

/** One line for each Article, sorted by its id. */
export const lockText = (lock: readonly LockedSplit[]): string =>
  [...lock]
    .sort((a, b) => (a.article < b.article ? -1 : 1))
    .map(({ article, split, group }) => `${JSON.stringify({ doc_id: article, split, group })}\n`)
    .join('');

export interface ReadLock {
  readonly lock: readonly LockedSplit[];
  /** A lock with a Problem must not be used: an Article could wander from test to train. */
  readonly problems: readonly Problem[];
}

/** Total: any text gives what it holds, and a Problem for every line that is none. */
export function readLock(text: string, file: string): ReadLock {
  const problems: Problem[] = [];
  const lock = new Map<string, LockedSplit>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const place: Place = { file, line: index + 1 };
    const value = parseJson(line);
    const parsed = value === undefined ? undefined : lineShape.safeParse(value);
    if (!parsed) problems.push(problem('line-not-json', place, { found: line.slice(0, 40) }));
    else if (!parsed.success) problems.push(...at(place, shapeProblems(parsed.error, value)));
    else if (lock.has(parsed.data.doc_id)) problems.push(problem('id-twice', place, { id: parsed.data.doc_id }));
    else lock.set(parsed.data.doc_id, { article: parsed.data.doc_id, split: parsed.data.split, group: parsed.data.group });
  }
  return { lock: [...lock.values()], problems };
}

/** What was released before stays, also for Articles that are not there any more; what is new is added. Sorted by id, as `now` is. */
export function extendedLock(released: readonly LockedSplit[], now: readonly LockedSplit[]): readonly LockedSplit[] {
  if (released.length === 0) return now;
  const lines = new Map(now.map((line) => [line.article, line]));
  for (const line of released) lines.set(line.article, line);
  return [...lines.values()].sort((a, b) => (a.article < b.article ? -1 : 1));
}

/** Articles of a released test set that would not be in this one. Within a major version there may be none. */
export const missingTests = (released: readonly LockedSplit[], isThere: (article: string) => boolean): readonly string[] =>
  released.filter(({ split, article }) => split === 'test' && !isThere(article)).map(({ article }) => article);
