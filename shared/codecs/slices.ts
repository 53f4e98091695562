import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Article } from '../model/article.ts';
import { type Dataset, normalised } from '../model/dataset.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotatorId, type ArticleId, type EntityId } from '../model/id.ts';
import { withMergeTargets } from '../model/merged-entities.ts';
import { entitiesOf } from '../model/references.ts';
import { type Schema } from '../model/schema.ts';

/** What a Dataset has beside its Articles: small, and whole in memory. */
export interface DatasetHead {
  readonly schema: Schema;
  readonly annotators: readonly Annotator[];
  readonly entities: readonly Entity[];
}

/**
 * Cuts a Dataset into slices, each a Dataset of its own: one Article, its sets, and whom they name. They can be read, made fit and written
 * one after another.
 */
export interface Slicer {
  /** @throws when a set names somebody who is not in the head: the Dataset was not sound. */
  readonly slice: (article: Article, sets: readonly AnnotationSet[]) => Dataset;
  /** Those that no slice had, and whom they were merged into; `null` when there are none. */
  readonly rest: () => Dataset | null;
  /** Does one of the sets name somebody who came after the head was read? */
  readonly lacks: (sets: readonly AnnotationSet[]) => boolean;
  /** Who is there by now. */
  readonly learn: (people: Pick<DatasetHead, 'annotators' | 'entities'>) => void;
}

export function slicer({ schema, annotators, entities }: DatasetHead): Slicer {
  const entityById = new Map(entities.map((one) => [one.id, one]));
  const annotatorById = new Map(annotators.map((one) => [one.id, one]));
  const metEntities = new Set<EntityId>();
  const metAnnotators = new Set<AnnotatorId>();
  return {
    slice(article, sets) {
      // Looked up one by one: a project may have as many entities as articles.
      const named = new Set<EntityId>();
      for (const set of sets) for (const id of entitiesOf(set)) for (const one of [id, entityById.get(id)?.mergedInto ?? id]) named.add(one);
      const by = new Set(sets.map((set) => set.annotator));
      for (const id of named) metEntities.add(id);
      for (const id of by) metAnnotators.add(id);
      return normalised({ schema, articles: [article], annotators: picked(annotatorById, by), entities: picked(entityById, named), sets });
    },
    rest() {
      const loose = annotators.filter(({ id }) => !metAnnotators.has(id));
      const named = withMergeTargets(entities, new Set(entities.flatMap(({ id }) => (metEntities.has(id) ? [] : [id]))));
      if (loose.length + named.size === 0) return null;
      return normalised({ schema, articles: [], sets: [], annotators: loose, entities: picked(entityById, named) });
    },
    lacks: (sets) => sets.some((set) => !annotatorById.has(set.annotator) || [...entitiesOf(set)].some((id) => !entityById.has(id))),
    learn(people) {
      for (const one of people.annotators) annotatorById.set(one.id, one);
      for (const one of people.entities) entityById.set(one.id, one);
    },
  };
}

function picked<Key extends string, Record>(records: ReadonlyMap<Key, Record>, ids: ReadonlySet<Key>): readonly Record[] {
  return [...ids].map((id) => {
    const found = records.get(id);
    if (!found) throw new Error(`record ${id} is referred to and not there`);
    return found;
  });
}

/** All slices of a Dataset in memory, in their order; the one without an Article, if there is one, comes last. */
export function* slices(unordered: Dataset): Generator<Dataset, void, undefined> {
  const dataset = normalised(unordered);
  const setsOf = new Map<ArticleId, AnnotationSet[]>();
  for (const set of dataset.sets) {
    const sets = setsOf.get(set.article);
    if (sets) sets.push(set);
    else setsOf.set(set.article, [set]);
  }
  const { slice, rest } = slicer(dataset);
  for (const article of dataset.articles) yield slice(article, setsOf.get(article.id) ?? []);
  const others = rest();
  if (others) yield others;
}

/** Slices put together again. Whoever stands in several of them is there once. */
export const joinedSlices = (schema: Schema, parts: readonly Dataset[]): Dataset =>
  normalised({
    schema,
    articles: parts.flatMap(({ articles }) => articles),
    annotators: onceEach(parts.flatMap(({ annotators }) => annotators)),
    entities: onceEach(parts.flatMap(({ entities }) => entities)),
    sets: parts.flatMap(({ sets }) => sets),
  });

const onceEach = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] => [...new Map(records.map((one) => [one.id, one])).values()];
