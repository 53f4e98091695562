import { type AnnotationSet, ordered } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { checkAnnotation } from '../model/check-annotation.ts';
import { checkRelations } from '../model/check-relations.ts';
import { type EntityId } from '../model/id.ts';
import { type Schema } from '../model/schema.ts';
import { at, type Place, problem } from '../result.ts';
import { type Findings } from './findings.ts';

export interface Surroundings {
  readonly schema: Schema;
  readonly article: Article;
  readonly entities: ReadonlySet<EntityId>;
  readonly place: Place;
}

/** The set without the Annotations and Relations that the integrity rules forbid; each of them is a Problem. In order. */
export function soundSet(set: AnnotationSet, { schema, article, entities, place }: Surroundings, found: Findings): AnnotationSet {
  const annotations = firstOfEachId(set.annotations, place, found).filter((annotation) => {
    const problems = checkAnnotation({ schema, text: article.text, entities }, annotation);
    found.add(...at(place, problems));
    return problems.length === 0;
  });
  const candidates = firstOfEachId(set.relations, place, found);
  const byId = new Map(annotations.map((one) => [one.id, one]));
  const problems = checkRelations({ schema, annotations: byId, entities }, candidates);
  // One by one: a list as long as a file has no room among the arguments of a call.
  for (const one of at(place, problems)) found.add(one);
  const unsound = new Set(problems.map((one) => one.place.record));
  return ordered({ ...set, annotations, relations: candidates.filter(({ id }) => !unsound.has(id)) });
}

function firstOfEachId<T extends { readonly id: string }>(records: readonly T[], place: Place, found: Findings): readonly T[] {
  const seen = new Set<string>();
  return records.filter(({ id }) => {
    const isFirst = !seen.has(id);
    if (!isFirst) found.add(problem('id-twice', { ...place, record: id }, { id }));
    seen.add(id);
    return isFirst;
  });
}
