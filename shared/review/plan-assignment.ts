import { draws, seedFor, wholeBelow } from '../agreement/random.ts';
import { type AnnotatorId, type ArticleId } from '../model/id.ts';

/** How Articles are given out. */
export interface AssignmentChoices {
  readonly articles: readonly ArticleId[];
  readonly people: readonly AnnotatorId[];
  /** Per cent of the Articles that everybody gets, from 0 to 100; each of the others goes to one person. */
  readonly overlap: number;
  /** Per cent of what each person gets that comes a second time from what they have handed in before. */
  readonly repeats: number;
  /** By person: what they have handed in before. */
  readonly earlier: ReadonlyMap<AnnotatorId, readonly ArticleId[]>;
  readonly seed: number;
}

export interface PersonsShare {
  readonly person: AnnotatorId;
  readonly articles: readonly ArticleId[];
  /** To be planted among them as if they were new. */
  readonly repeats: readonly ArticleId[];
}

/** Who gets what: the same for the same seed, in whatever order Articles and people are named. Shares differ by one Article at most. */
export function planAssignment({ articles, people, overlap, repeats, earlier, seed }: AssignmentChoices): readonly PersonsShare[] {
  const everybody = [...new Set(people)].sort();
  if (everybody.length === 0) return [];
  const shuffled = shuffle([...new Set(articles)].sort(), seed);
  const common = Math.min(shuffled.length, partOf(shuffled.length, overlap));
  const shares = new Map(everybody.map((person) => [person, shuffled.slice(0, common)]));
  const turns = shuffle(everybody, seedFor(seed, 'turns'));
  for (const [index, article] of shuffled.slice(common).entries()) shares.get(turns[index % turns.length] as AnnotatorId)?.push(article);
  return everybody.map((person) => {
    const own = shares.get(person) ?? [];
    const past = shuffle([...new Set(earlier.get(person) ?? [])].filter((one) => !own.includes(one)).sort(), seedFor(seed, person));
    return { person, articles: own.sort(), repeats: own.length === 0 ? [] : past.slice(0, partOf(own.length, repeats)).sort() };
  });
}

/** Of few, a part that was asked for is one at least. */
const partOf = (count: number, percent: number): number => (percent === 0 ? 0 : Math.max(1, Math.round((count * percent) / 100)));

/** Fisher and Yates. */
function shuffle<T>(list: readonly T[], seed: number): T[] {
  const shuffled = [...list];
  const draw = draws(seed);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = wholeBelow(draw, last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
