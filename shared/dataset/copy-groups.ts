import { type Article } from '../model/article.ts';
import { type ArticleId } from '../model/id.ts';
import { canonicalUrl } from './canonical-url.ts';
import { type Attention } from './export-source.ts';
import { grouper } from './groups.ts';
import { comparable, likeness, pieces } from './likeness.ts';

/** One Article of a group, and how much it has in common with the first one. */
export interface Copy {
  readonly id: ArticleId;
  readonly title: string;
  /** Copies of a story often have one title: who published it, and when, tells them apart. */
  readonly publisher: string | null;
  readonly published: string | null;
  readonly isNew: boolean;
  /** Per cent of both texts that they share, or of the shorter one where that is much more (`isWithin`); 100 for the first one. */
  readonly likeness: number;
  /** One of the two says more than the other: the story in a longer page, or without its last paragraphs. */
  readonly isWithin: boolean;
  /** It bears the first one's address. */
  readonly isSameUrl: boolean;
}

/** Of 1: by so much more of the shorter text than of both they share what one has beside the other. */
const beside = 0.05;

/** Articles that say the same, at least one of them new; those that were there stand first, and nobody has said yet that they are one story. */
export type CopyGroup = readonly [Copy, Copy, ...Copy[]];

/**
 * Finds copies among Articles: one address, one text up to spelling, near-duplicates, one inside another (`grouper`). `isNew` says which of
 * them came in just now. `null` when it was told to stop.
 */
export async function copyGroups(
  articles: readonly Article[], isNew: (id: ArticleId) => boolean, attention: Attention = {},
): Promise<readonly CopyGroup[] | null> {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(sorted.map((article) => [article.id, article]));
  const found = grouper();
  for (const article of sorted) found.add(article);
  const groups = await found.groups(async (ids) => new Map(ids.map((id) => [id, byId.get(id) as Article])), attention);
  if (!groups) return null;
  const members = new Map<ArticleId, Article[]>();
  for (const [index, article] of sorted.entries()) members.set(groups.keyOf(index), [...(members.get(groups.keyOf(index)) ?? []), article]);
  return [...members.values()]
    .filter((all) => all.some(({ id }) => isNew(id)) && !areLinked(all))
    .map((all) => groupOf(all, isNew))
    .filter((group) => group !== null);
}

const areLinked = ([first, ...others]: readonly Article[]): boolean =>
  first !== undefined && first.group !== null && others.every(({ group }) => group === first.group);

function groupOf(all: readonly Article[], isNew: (id: ArticleId) => boolean): CopyGroup | null {
  const [first, second, ...others] = [...all].sort(
    (a, b) => Number(isNew(a.id)) - Number(isNew(b.id)) || (a.added < b.added ? -1 : a.added > b.added ? 1 : a.id < b.id ? -1 : 1),
  );
  if (!first || !second) return null;
  const own = pieces(comparable(first.text));
  const urlOf = ({ source: { url } }: Article): string | null => (url === null ? null : canonicalUrl(url));
  const copyOf = (article: Article): Copy => {
    const { jaccard, containment } = article === first ? { jaccard: 1, containment: 1 } : likeness(own, pieces(comparable(article.text)));
    const isWithin = containment - jaccard >= beside;
    return {
      // Not rounded: 100 means that nothing is other.
      id: article.id, title: article.title, publisher: article.source.publisher, published: article.source.published,
      isNew: isNew(article.id), likeness: Math.floor((isWithin ? containment : jaccard) * 100), isWithin,
      isSameUrl: article !== first && urlOf(article) !== null && urlOf(article) === urlOf(first),
    };
  };
  return [copyOf(first), copyOf(second), ...others.map(copyOf)];
}

export type CopyChoice = 'link' | 'keep' | 'one';

/** Those that go when only one is to stay: the one that was there before, or the first that came. */
export const surplus = ([, ...others]: CopyGroup): readonly ArticleId[] => others.filter(({ isNew }) => isNew).map(({ id }) => id);
