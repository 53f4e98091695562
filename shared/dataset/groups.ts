import { type Article } from '../model/article.ts';
import { type ArticleId } from '../model/id.ts';
import { toldApartFrom } from '../model/told-apart.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { dayOfGregorian } from '../text/jalali.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { canonicalUrl } from './canonical-url.ts';
import { closest } from './closest.ts';
import { type Attention, type TextsOf, type TitledText } from './export-source.ts';
import { comparable, isAlike, type Likeness, likeness, pieces } from './likeness.ts';
import { allBands, mayBeAlike, type NearPair, noDay, pairsBeyondBands, pairsInBand, type Signed } from './near-pairs.ts';
import { numberColumn } from './number-column.ts';
import { passages } from './passages.ts';
import { type PassageIndex, passageIndex } from './shared-passages.ts';
import { sign, signatureLength } from './signature.ts';
import { type UnionFind, unionFind } from './union-find.ts';

/** Raised whenever the same texts would give other groups. */
export const groupingVersion = 3;

/** Articles that say the same, found and to be kept together (formats.md 4.1). Numbers count the Articles in the order of their ids. */
export interface Groups {
  readonly articles: readonly ArticleId[];
  /** Id of the member that was taken in first, which names the group for good. */
  readonly keyOf: (article: number) => ArticleId;
  readonly count: number;
  readonly largest: number;
  /** Pairs of different groups that have the most in common, as their signatures tell; most alike first. */
  readonly nearPairs: readonly NearPair[];
  /** Pairs that were joined for their likeness alone, the least alike first: those that a person may want to part. */
  readonly alike: readonly AlikePair[];
}

export interface AlikePair extends Likeness {
  readonly one: number;
  readonly two: number;
}

/** Takes Articles one after another and keeps of each a quarter of a kilobyte, and an eighth of a byte for each character. */
export interface Grouper {
  /** In the order of ids. */
  readonly add: (article: Article) => void;
  /** Reads the texts of candidates again. `null` when it was told to stop. */
  readonly groups: (textsOf: TextsOf, attention?: Attention) => Promise<Groups | null>;
}

/**
 * Joined are Articles of one address, of one text up to spelling, of one manual group (`Article.group`), and near-duplicates;
 * with `byPublisher` also all of one publisher. Near-duplicates that somebody has told apart (`told-apart.ts`) are not joined, nor are the groups
 * that they have come to stand in; what is the same by its address or word for word is.
 */
export function grouper({ byPublisher = false }: { readonly byPublisher?: boolean } = {}): Grouper {
  const kept = keptTexts();
  const links = nameLinks();
  /** By number, the ids of those that an Article was told apart from: of few Articles. */
  const apart = new Map<number, readonly ArticleId[]>();
  return {
    add(article) {
      const folded = comparable(article.text);
      const index = kept.add(article, folded);
      const others = toldApartFrom(article);
      if (others.length > 0) apart.set(index, others);
      const url = article.source.url === null ? null : canonicalUrl(article.source.url);
      if (url !== null) links.meet(`url ${url}`, index);
      if (folded !== '') links.meet(`text ${folded}`, index);
      if (article.group !== null) links.meet(`group ${article.group}`, index);
      if (byPublisher && article.source.publisher !== null) links.meet(`publisher ${article.source.publisher}`, index);
    },
    async groups(textsOf, attention = {}) {
      const sets = unionFind(kept.texts.count);
      links.joinAll(sets);
      const found = await joinAlike(kept, sets, numbered(apart, kept.ids), textsOf, attention);
      kept.forget();
      return found && groupsOf(kept, sets, found);
    },
  };
}

/** Pairs of numbers that were told apart; an Article that is not there is nobody's. */
function numbered(apart: ReadonlyMap<number, readonly ArticleId[]>, ids: readonly ArticleId[]): readonly (readonly [number, number])[] {
  return [...apart].flatMap(([one, others]) =>
    others.flatMap((id): readonly (readonly [number, number])[] => {
      const two = lowerBound(ids, (other) => other >= id);
      return ids[two] === id ? [[one, two]] : [];
    }));
}

/** Numbers that met under one name. */
interface Links {
  readonly meet: (name: string, index: number) => void;
  readonly joinAll: (sets: UnionFind) => void;
}

function nameLinks(): Links {
  const [names, indexes] = [numberColumn('float64'), numberColumn('int32')];
  return {
    meet(name, index) {
      names.push(shortHash(name));
      indexes.push(index);
    },
    joinAll({ join }) {
      const order = Uint32Array.from({ length: names.length() }, (_, place) => place).sort((a, b) => names.at(a) - names.at(b) || a - b);
      for (let at = 1; at < order.length; at++) {
        const [before, here] = [order[at - 1] as number, order[at] as number];
        if (names.at(before) === names.at(here)) join(indexes.at(before), indexes.at(here));
      }
    },
  };
}

/**
 * 52 bits of SHA-256: a number takes a tenth of the memory of a name. Among a hundred thousand names two share one in one of a million
 * projects, and then two stories stand in one split that need not.
 */
const shortHash = (name: string): number => Number.parseInt(fingerprint(name).slice(0, 13), 16);

interface Kept {
  readonly texts: Signed;
  readonly shared: PassageIndex;
  readonly ids: readonly ArticleId[];
  readonly added: readonly string[];
  readonly add: (article: Article, folded: string) => number;
  /** Lets go of what texts were compared by: by far the most of it. */
  readonly forget: () => void;
}

/** Signatures of so many texts are one array: nothing is copied while they grow. */
const blockLength = 1024;

function keptTexts(): Kept {
  const ids: ArticleId[] = [];
  const added: string[] = [];
  const [days, sizes] = [numberColumn('int32'), numberColumn('int32')];
  const blocks: Uint16Array[] = [];
  const shared = passageIndex();
  const texts: Signed = {
    get count() {
      return ids.length;
    },
    signature: (text, place) => blocks[Math.floor(text / blockLength)]?.[(text % blockLength) * signatureLength + place] as number,
    day: days.at,
    size: sizes.at,
  };
  return {
    texts,
    shared,
    ids,
    added,
    add({ id, added: when, source }, folded) {
      const index = ids.push(id) - 1;
      const place = (index % blockLength) * signatureLength;
      if (place === 0) blocks.push(new Uint16Array(blockLength * signatureLength));
      const block = blocks.at(-1) as Uint16Array;
      shared.add(passages(folded));
      sizes.push(sign(folded, block.subarray(place, place + signatureLength)));
      added.push(when);
      days.push(source.published === null ? noDay : (dayOfGregorian(source.published) ?? noDay));
      return index;
    },
    forget() {
      blocks.length = 0;
      shared.forget();
    },
  };
}

const maximumNearPairs = 1000;
const mostAlikeFirst = (a: NearPair, b: NearPair): number => b.agreement - a.agreement || a.one - b.one || a.two - b.two;

type FoundPairs = Pick<Groups, 'nearPairs' | 'alike'>;

const maximumAlike = 20;
const leastAlikeFirst = (a: AlikePair, b: AlikePair): number => a.jaccard - b.jaccard || a.containment - b.containment || a.one - b.one || a.two - b.two;

/** Joins near-duplicates, and gives some of those, and the pairs that are none but came near. */
async function joinAlike(
  { texts, shared, ids }: Kept, sets: UnionFind, apart: readonly (readonly [number, number])[], textsOf: TextsOf, { progress, signal }: Attention,
): Promise<FoundPairs | null> {
  const near = closest(maximumNearPairs, mostAlikeFirst);
  const alike = closest(maximumAlike, leastAlikeFirst);
  const isParted = (one: number, two: number): boolean => {
    const [a, b] = [sets.find(one), sets.find(two)];
    return apart.some(([c, d]) => (sets.find(c) === a && sets.find(d) === b) || (sets.find(c) === b && sets.find(d) === a));
  };
  const isKnown = (one: number, two: number): boolean => sets.find(one) === sets.find(two);
  let waiting: NearPair[] = [];
  const settle = async (): Promise<void> => {
    const pairs = waiting.filter(({ one, two }) => !isKnown(one, two));
    waiting = [];
    const piecesOf = await readPieces(pairs, ids, textsOf);
    for (const pair of pairs) {
      if (isKnown(pair.one, pair.two)) continue;
      const common = likeness(piecesOf(pair.one), piecesOf(pair.two));
      if (!isAlike(common) || isParted(pair.one, pair.two)) near.offer(pair);
      else {
        sets.join(pair.one, pair.two);
        alike.offer({ one: pair.one, two: pair.two, ...common });
      }
    }
  };
  const ways = [
    ...allBands.map((band) => ({ pairs: () => pairsInBand(texts, band, isKnown), mayBe: (pair: NearPair) => pair.isTimely && mayBeAlike(texts, pair) })),
    { pairs: () => pairsBeyondBands(texts, shared.pairs(texts.day), isKnown), mayBe: () => true },
  ];
  for (const [way, { pairs, mayBe }] of ways.entries()) {
    progress?.({ phase: 'comparing', done: way, total: ways.length });
    for (const pair of pairs()) {
      if (mayBe(pair)) waiting.push(pair);
      else near.offer(pair);
      if (waiting.length < maximumWaiting) continue;
      await settle();
      if (signal?.aborted) return null;
    }
    await settle();
    if (signal?.aborted) return null;
  }
  return { nearPairs: near.best().filter(({ one, two }) => !isKnown(one, two)), alike: alike.best() };
}

/** Pairs whose texts are in memory at one time. */
const maximumWaiting = 16;

/** Pieces of every text of these pairs. */
export async function readPieces(
  pairs: readonly Pick<NearPair, 'one' | 'two'>[], ids: readonly ArticleId[], textsOf: TextsOf,
): Promise<(index: number) => ReadonlySet<string>> {
  const wanted = [...new Set(pairs.flatMap(({ one, two }) => [one, two]))].map((index) => ids[index] as ArticleId);
  const texts = wanted.length === 0 ? new Map<ArticleId, TitledText>() : await textsOf(wanted);
  const found = new Map(wanted.map((id) => [id, pieces(comparable(toldOf(texts, id).text))] as const));
  return (index: number): ReadonlySet<string> => found.get(ids[index] as ArticleId) as ReadonlySet<string>;
}

/** @throws for an Article that the source gave and does not have any more. */
export function toldOf(texts: ReadonlyMap<ArticleId, TitledText>, id: ArticleId): TitledText {
  const told = texts.get(id);
  if (!told) throw new Error(`the source gave article ${id} and has no text of it`);
  return told;
}

function groupsOf({ ids, added }: Kept, { find }: UnionFind, found: FoundPairs): Groups {
  /** By the smallest number of a group: the member that was taken in first, and how many there are. */
  const [firsts, sizes] = [new Uint32Array(ids.length), new Uint32Array(ids.length)];
  let [count, largest] = [0, 0];
  for (let index = 0; index < ids.length; index++) {
    const root = find(index);
    if (root === index) count++;
    const size = (sizes[root] as number) + 1;
    sizes[root] = size;
    largest = Math.max(largest, size);
    // Ids rise with the index, so of those taken in at one time the first id stays.
    if (size === 1 || (added[index] as string) < (added[firsts[root] as number] as string)) firsts[root] = index;
  }
  const keyOf = (article: number): ArticleId => ids[firsts[find(article)] as number] as ArticleId;
  return { articles: ids, keyOf, count, largest, ...found };
}
