import fc from 'fast-check';
import { type ReviewContext } from '../../shared/commands/review-context.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Annotation } from '../../shared/model/annotation.ts';
import { type Change, applyChange } from '../../shared/model/change.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId, makeId, type RelationId } from '../../shared/model/id.ts';
import { annotationSet, article, entity } from './dataset.ts';
import { schema as anySchema } from './schema.ts';

const person = (name: string): Annotator => ({ id: makeId('annotator', name), kind: 'person', name, version: null });

/** Who settles; nobody's work is theirs. */
export const adjudicator = person('judge');

/** Some Annotations of another set as if this person had made them: without them two random sets have nothing in common. */
const borrowed = (set: AnnotationSet, from: AnnotationSet, chosen: readonly boolean[]): AnnotationSet => {
  const annotations = from.annotations.filter((_, place) => chosen[place % chosen.length]);
  const renamed = new Map(annotations.map(({ id }) => [id, `${id}~b` as AnnotationId]));
  const relations = from.relations.filter(({ from: start, to }) => renamed.has(start) && (to.kind === 'entity' || renamed.has(to.id)));
  return {
    ...set,
    annotations: annotations.map((one): Annotation => ({ ...one, id: renamed.get(one.id) as AnnotationId })),
    relations: relations.map((one) => ({
      ...one,
      id: `${one.id}~b` as RelationId,
      from: renamed.get(one.from) as AnnotationId,
      to: one.to.kind === 'entity' ? one.to : { kind: 'annotation', id: renamed.get(one.to.id) as AnnotationId },
    })),
  };
};

/** One Article that two or three people finished, partly alike, and somebody who settles it. */
export const reviewed: fc.Arbitrary<Dataset> = fc
  .record({ schema: anySchema, one: article, people: fc.integer({ min: 2, max: 3 }), entities: fc.uniqueArray(entity, { maxLength: 2, selector: ({ id }) => id }) })
  .map((ground) => ({ ...ground, entities: ground.entities.filter(({ mergedInto }) => mergedInto === undefined) }))
  .chain(({ schema, one, people, entities }) => {
    const annotators = Array.from({ length: people }, (_, place) => person(`p${place}`));
    const sets = fc.tuple(...annotators.map((by) => annotationSet(schema, one, by, entities)));
    const sharing = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }), { minLength: people, maxLength: people });
    return fc.tuple(sets, sharing, fc.boolean()).map(([made, chosen, shares]) => {
      const [first] = made as readonly AnnotationSet[];
      const works = (made as readonly AnnotationSet[]).map((set, place): AnnotationSet => {
        const { override: _, ...itself } = place > 0 && shares && first ? borrowed(set, first, chosen[place] ?? [true]) : set;
        return { ...itself, id: makeId('set', `s${place}`), role: 'work', status: 'done' };
      });
      return normalised({ schema, articles: [one], annotators: [...annotators, adjudicator], entities, sets: works });
    });
  });

let made = 0;

/** What a command of reviewing sees of the only Article. */
export function reviewContext(dataset: Dataset, by: AnnotatorId = adjudicator.id): ReviewContext {
  const [one] = dataset.articles;
  if (!one) throw new Error('a dataset without an article');
  return {
    schema: dataset.schema, article: one, sets: dataset.sets, events: dataset.events ?? [], annotators: dataset.annotators, entities: dataset.entities,
    by, now: '2026-11-28T20:00:00.000Z', newId: (kind) => makeId(kind, `made${(made += 1)}`),
  };
}

export const after = (dataset: Dataset, change: Change): Dataset => applyChange(dataset, change);
