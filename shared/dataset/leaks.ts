import { type ArticleId } from '../model/id.ts';
import { type TextsOf } from './export-source.ts';
import { type Groups, readPieces, toldOf } from './groups.ts';
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

/** Two Articles that stand in one group because they say much the same, for a person to look whether they are one story. */
export type JoinedPair = Omit<Leak, 'splits'>;

/** The least alike of them, with titles. */
export async function joinedPairs({ articles: ids, alike }: Groups, textsOf: TextsOf): Promise<readonly JoinedPair[]> {
  const pairs = alike.map(({ one, two, jaccard, containment }) => ({
    articles: [ids[one] as ArticleId, ids[two] as ArticleId] as const, jaccard: Math.floor(jaccard * 100), containment: Math.floor(containment * 100),
  }));
  return titled(pairs, textsOf);
}

async function titled<Pair extends Pick<Leak, 'articles'>>(pairs: readonly Pair[], textsOf: TextsOf): Promise<readonly (Pair & Pick<Leak, 'titles'>)[]> {
  const told = pairs.length === 0 ? new Map() : await textsOf([...new Set(pairs.flatMap(({ articles }) => articles))]);
  return pairs.map((pair) => ({ ...pair, titles: [toldOf(told, pair.articles[0]).title, toldOf(told, pair.articles[1]).title] }));
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
  groups: Groups, splitOf: ReadonlyMap<ArticleId, SplitName>, textsOf: TextsOf,
): Promise<readonly Leak[]> {
  const split = (index: number): SplitName => splitOf.get(groups.articles[index] as ArticleId) ?? 'none';
  const across = ({ one, two }: Candidate): boolean => split(one) !== split(two) && split(one) !== 'none' && split(two) !== 'none';
  const near = groups.nearPairs.filter(across);
  const candidates = [...dividedPairs(groups, split).slice(0, compared), ...near.slice(0, compared)];
  const leaks: Omit<Leak, 'titles'>[] = [];
  for (const candidate of candidates) {
    const { one, two } = candidate;
    const piecesOf = await readPieces([candidate], groups.articles, textsOf);
    const { jaccard, containment } = likeness(piecesOf(one), piecesOf(two));
    leaks.push({
      articles: [groups.articles[one] as ArticleId, groups.articles[two] as ArticleId],
      splits: [split(one), split(two)],
      jaccard: Math.floor(jaccard * 100),
      containment: Math.floor(containment * 100),
    });
  }
  return titled(leaks.sort(closestFirst).slice(0, listed), textsOf);
}

const closestFirst = (a: Pick<Leak, 'jaccard' | 'containment' | 'articles'>, b: typeof a): number =>
  b.jaccard - a.jaccard || b.containment - a.containment || compare(a.articles[0], b.articles[0]) || compare(a.articles[1], b.articles[1]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of every group that lies in several splits, the first member of each split with that of the next. */
function dividedPairs({ articles, keyOf }: Groups, split: (index: number) => SplitName): readonly Candidate[] {
  // By far the most groups lie in one split: they are not to cost more than a name.
  const splits = new Map<ArticleId, SplitName>();
  const firsts = new Map<ArticleId, Map<SplitName, number>>();
  for (const index of articles.keys()) {
    const [key, own] = [keyOf(index), split(index)];
    if (own === 'none') continue;
    if (!splits.has(key)) splits.set(key, own);
    else if (splits.get(key) !== own) firsts.set(key, new Map());
  }
  for (const index of articles.keys()) {
    const inGroup = firsts.get(keyOf(index));
    if (inGroup && split(index) !== 'none' && !inGroup.has(split(index))) inGroup.set(split(index), index);
  }
  return [...firsts.values()].flatMap((inGroup) => {
    const [first, ...others] = inGroup.values();
    return first === undefined ? [] : others.map((two) => ({ one: first, two }));
  });
}
