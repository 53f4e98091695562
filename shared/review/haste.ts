import { type Submission } from '../model/submissions.ts';
import { type AnnotatorId, type ArticleId, type SetId } from '../model/id.ts';

/** Why one person's work on one Article is looked at more closely than others'. */
export type Haste = 'fast' | 'new';

export interface HasteGround {
  /** How the sets of the project were handed in last (`lastSubmissions`). */
  readonly submissions: readonly Submission[];
  /** Of their texts; an Article that is not there is left out. */
  readonly lengths: ReadonlyMap<ArticleId, number>;
}

/** Whoever has handed in fewer Articles than this is new. */
export const newcomerArticles = 10;
/** Twice as fast as half of all work is fast. */
const fastPart = 0.5;
/** Of fewer Articles whose time is known nobody can say what is fast. */
const leastPaces = 5;

/**
 * What makes a set risky as a whole: it was marked in less than half the time, for its length, that half of the project's other work took, or whoever marked it has
 * handed in little yet. Of work whose time nobody noted it is not said that it was fast.
 */
export function hasteOf(set: SetId, { submissions, lengths }: HasteGround): readonly Haste[] {
  const own = submissions.find((one) => one.set === set);
  if (!own) return [];
  const pace = ({ article, active }: Submission): number | null => {
    const length = article === null ? undefined : lengths.get(article);
    return active === undefined || !length ? null : active / length;
  };
  const others = submissions.filter((one) => one !== own).flatMap((one) => pace(one) ?? []).sort((a, b) => a - b);
  const [mine, usual] = [pace(own), others[others.length >> 1]];
  const isFast = mine !== null && usual !== undefined && others.length >= leastPaces && mine < fastPart * usual;
  return [...(isFast ? (['fast'] as const) : []), ...(handedInBy(own.by, submissions) < newcomerArticles ? (['new'] as const) : [])];
}

const handedInBy = (person: AnnotatorId, submissions: readonly Submission[]): number => submissions.filter(({ by }) => by === person).length;

/** The part that is looked at of work with so many reasons for care: twice as much for each. */
export const carefulPart = (part: number, haste: readonly Haste[]): number => Math.min(1, part * 2 ** haste.length);
