import { type ArticleId } from '../model/id.ts';
import { type Groups, readPieces, type TextsOf } from './groups.ts';
import { likeness } from './likeness.ts';
import { type SplitName } from './split-options.ts';

/** Two Articles in different splits that say much the same, for a person to look at. */
export interface Leak {
  readonly articles: readonly [ArticleId, ArticleId];
  readonly titles: readonly [string, string];
  readonly splits: readonly [SplitName, SplitName];
  /** Of their folded character 5-grams, in whole per cent. */
  readonly jaccard: number;
  /** Per cent of the shorter one that stands in the longer one. */
  readonly containment: number;
}

const listed = 20;
/** Compared exactly; the others' signatures agree in fewer places. */
const compared = 60;

interface Candidate {
  readonly one: number;
  readonly two: number;
}

/**
 * The closest pairs across splits: those that came near each other when groups were made, and those of one group that an earlier
 * release has divided. Closest first. What stands in `none` is neither trained on nor tested on.
 */
export async function findLeaks(
  groups: Groups, splitOf: ReadonlyMap<ArticleId, SplitName>, titles: readonly string[], textsOf: TextsOf,
): Promise<readonly Leak[]> {
  const split = (index: number): SplitName => splitOf.get(groups.articles[index] as ArticleId) ?? 'none';
  const across = ({ one, two }: Candidate): boolean => split(one) !== split(two) && split(one) !== 'none' && split(two) !== 'none';
  const near = groups.nearPairs.filter(across);
  const candidates = [...dividedPairs(groups, split).slice(0, compared), ...near.slice(0, compared)];
  const leaks: Leak[] = [];
  for (const candidate of candidates) {
    const { one, two } = candidate;
    const piecesOf = await readPieces([candidate], groups.articles, textsOf);
    const { jaccard, containment } = likeness(piecesOf(one), piecesOf(two));
    leaks.push({
      articles: [groups.articles[one] as ArticleId, groups.articles[two] as ArticleId],
      titles: [titles[one] as string, titles[two] as string],
      splits: [split(one), split(two)],
      jaccard: Math.floor(jaccard * 100),
      containment: Math.floor(containment * 100),
    });
  }
  return leaks.sort(closestFirst).slice(0, listed);
}

const closestFirst = (a: Leak, b: Leak): number =>
  b.jaccard - a.jaccard || b.containment - a.containment || compare(a.articles[0], b.articles[0]) || compare(a.articles[1], b.articles[1]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of every group that lies in several splits, the first member of each split with that of the next. */
function dividedPairs({ articles, keyOf }: Groups, split: (index: number) => SplitName): readonly Candidate[] {
  const firsts = new Map<string, Map<SplitName, number>>();
  for (const index of articles.keys()) {
    const inGroup = firsts.get(keyOf(index)) ?? new Map<SplitName, number>();
    firsts.set(keyOf(index), inGroup);
    if (split(index) !== 'none' && !inGroup.has(split(index))) inGroup.set(split(index), index);
  }
  return [...firsts.values()].flatMap((inGroup) => {
    const [first, ...others] = inGroup.values();
    return first === undefined ? [] : others.map((two) => ({ one: first, two }));
  });
}
