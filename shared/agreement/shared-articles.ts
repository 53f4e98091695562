import { workOf } from '../compare/marked.ts';
import { type AnnotationSet, type SetRole, type SetStatus } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { isSecondTime } from '../model/second-time.ts';
import { continuum, type Voice } from './continuum.ts';
import { type Independence, proposedIn, reworkedSets } from './independence.ts';
import { type SharedArticle } from './measure.ts';

/** Whose work is compared. */
export interface WorkChoice {
  readonly roles: readonly SetRole[];
  /** `null` for all. */
  readonly statuses: readonly SetStatus[] | null;
  readonly kinds: readonly Annotator['kind'][];
  /** As `AgreementChoice.reworked`. */
  readonly reworked: boolean;
}

/** A Dataset with the name that tells it from the others. */
export interface Contribution {
  readonly name: string;
  readonly dataset: Pick<Dataset, 'articles' | 'annotators' | 'entities' | 'sets' | 'events'>;
}

/** Someone who is compared: one Annotator in one role, and in one contribution where several have work of the same Annotator. */
export interface Person {
  /** What Continua and pairs call them. */
  readonly key: string;
  readonly annotator: AnnotatorId;
  readonly name: string;
  readonly role: SetRole;
  /** The contribution, where it tells two of the same id apart. */
  readonly from: string | null;
}

export interface Gathered {
  /** Those that two people or more marked, in the order of their texts' fingerprints. */
  readonly articles: readonly SharedArticle[];
  /** With the Article of each, in the same order: the first contribution's. */
  readonly sources: readonly Article[];
  /** In the order of their keys; those who share no Article with anybody, too. */
  readonly people: readonly Person[];
  readonly independence: Independence;
}

interface Chosen {
  readonly from: Contribution;
  readonly set: AnnotationSet;
  readonly annotator: Annotator;
}

/** One text, and who marked it. */
interface Text {
  readonly article: Article;
  readonly voices: Map<string, Voice>;
  readonly sets: AnnotationSet[];
  isReworked: boolean;
}

/** Puts side by side what was done on the same text, wherever it comes from. The same Annotator in two contributions is two people. */
export function gather(contributions: readonly Contribution[], choice: WorkChoice): Gathered {
  const chosen = contributions.flatMap((from) => chosenIn(from, choice));
  const { keyOf, people } = namesFor(chosen);
  const texts = new Map<string, Text>();
  for (const from of contributions) {
    const textOf = textKeys(from.dataset.articles);
    const articleOf = new Map(from.dataset.articles.map((article) => [article.id, article]));
    const reworked = reworkedSets(from.dataset.events ?? []);
    for (const one of chosen.filter((each) => each.from === from)) {
      const article = articleOf.get(one.set.article);
      if (!article) throw new Error(`set ${one.set.id} lies on article ${one.set.article}, which is not there`);
      const text = textOf.get(article.id) ?? '';
      const known = texts.get(text) ?? { article, voices: new Map<string, Voice>(), sets: [], isReworked: false };
      texts.set(text, known);
      const annotator = keyOf(one);
      // A person with two sets of one role on an Article is heard once, with the first in the order of ids.
      if (known.voices.has(annotator)) continue;
      known.voices.set(annotator, { annotator, ...workOf(one.set, from.dataset.entities) });
      known.sets.push(one.set);
      known.isReworked ||= reworked.has(one.set.id);
    }
  }
  const all = [...texts].filter(([, { voices }]) => voices.size > 1).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
  const shared = all.filter(({ isReworked }) => choice.reworked || !isReworked);
  return {
    articles: shared.map(({ article: { text, fingerprint }, voices }) =>
      ({ text, continuum: continuum(fingerprint, text.length, [...voices.values()]) })),
    sources: shared.map(({ article }) => article),
    people,
    independence: {
      reworked: all.filter(({ isReworked }) => isReworked).length, isReworkCounted: choice.reworked, ...proposedIn(shared.flatMap(({ sets }) => sets), null),
    },
  };
}

function chosenIn(from: Contribution, { roles, statuses, kinds }: WorkChoice): readonly Chosen[] {
  const annotators = new Map(from.dataset.annotators.map((one) => [one.id, one]));
  return [...from.dataset.sets].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((set) => {
    const annotator = annotators.get(set.annotator);
    const isWanted = annotator && !isSecondTime(annotator.id) && kinds.includes(annotator.kind) && roles.includes(set.role) && (statuses === null || statuses.includes(set.status));
    return isWanted ? [{ from, set, annotator }] : [];
  });
}

/** A text by its fingerprint; a contribution that has it twice has it under two names. */
function textKeys(articles: readonly Article[]): ReadonlyMap<ArticleId, string> {
  const times = new Map<string, number>();
  return new Map([...articles].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, fingerprint }) => {
    const time = times.get(fingerprint) ?? 0;
    times.set(fingerprint, time + 1);
    return [id, time === 0 ? fingerprint : `${fingerprint} ${time}`];
  }));
}

function namesFor(chosen: readonly Chosen[]): { readonly keyOf: (one: Chosen) => string; readonly people: readonly Person[] } {
  const [places, roles] = [new Map<AnnotatorId, Set<Contribution>>(), new Map<AnnotatorId, Set<SetRole>>()];
  for (const { from, annotator, set } of chosen) {
    places.set(annotator.id, (places.get(annotator.id) ?? new Set()).add(from));
    roles.set(annotator.id, (roles.get(annotator.id) ?? new Set()).add(set.role));
  }
  const isIn = (one: Chosen): string | null => ((places.get(one.annotator.id)?.size ?? 0) > 1 ? one.from.name : null);
  const keyOf = (one: Chosen): string => {
    const from = isIn(one);
    const several = (roles.get(one.annotator.id)?.size ?? 0) > 1;
    return `${one.annotator.id}${from === null ? '' : `@${from}`}${several ? ` (${one.set.role})` : ''}`;
  };
  const people = new Map(chosen.map((one): [string, Person] => [
    keyOf(one), { key: keyOf(one), annotator: one.annotator.id, name: one.annotator.name, role: one.set.role, from: isIn(one) },
  ]));
  return { keyOf, people: [...people.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) };
}
