import fc from 'fast-check';
import { type AnnotationSet, ordered, setStatuses } from '../../shared/model/annotation-set.ts';
import { type Change, changeBetween } from '../../shared/model/change.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { isStanding } from '../../shared/model/merged-entities.ts';
import { annotationOf, annotationSet, article, entity, relationsOf, reviewEvent } from './dataset.ts';
import { shortText } from './text.ts';

type Edit = (dataset: Dataset) => fc.Arbitrary<Dataset>;

const replaced = <T extends { readonly id: string }>(records: readonly T[], record: T): readonly T[] =>
  records.map((one) => (one.id === record.id ? record : one));
const put = <T extends { readonly id: string }>(records: readonly T[], record: T): readonly T[] =>
  records.some((one) => one.id === record.id) ? records : [...records, record];
const withSet = (dataset: Dataset, set: AnnotationSet): Dataset => normalised({ ...dataset, sets: replaced(dataset.sets, ordered(set)) });
const articleOf = (dataset: Dataset, set: AnnotationSet) => {
  const found = dataset.articles.find((one) => one.id === set.article);
  if (!found) throw new Error(`set ${set.id} lies on article ${set.article}, which is not there`);
  return found;
};

const addArticle: Edit = (dataset) =>
  article.map((one) =>
    dataset.articles.some((old) => old.text === one.text) ? dataset : normalised({ ...dataset, articles: put(dataset.articles, one) }),
  );
const addEntity: Edit = (dataset) => entity.map((one) => normalised({ ...dataset, entities: put(dataset.entities, one) }));
const renameEntity: Edit = (dataset) =>
  dataset.entities.length === 0
    ? fc.constant(dataset)
    : fc.tuple(fc.constantFrom(...dataset.entities), shortText).map(([one, name]) => ({
        ...dataset,
        entities: replaced(dataset.entities, { ...one, name }),
      }));

/** What `merge-entities` does to the register. */
const mergeEntity: Edit = (dataset) => {
  const standing = dataset.entities.filter(isStanding);
  if (standing.length < 2) return fc.constant(dataset);
  return fc.shuffledSubarray(standing, { minLength: 2, maxLength: 2 }).map(([from, into]) => ({
    ...dataset,
    entities: dataset.entities.map((one) => (into && (one === from || one.mergedInto === from?.id) ? { ...one, mergedInto: into.id } : one)),
  }));
};

const addEvent: Edit = (dataset) => reviewEvent(dataset).map((one) => normalised({ ...dataset, events: put(dataset.events ?? [], one) }));

const addSet: Edit = (dataset) => {
  const free = dataset.articles.flatMap((one) =>
    dataset.annotators
      .filter((by) => !dataset.sets.some((set) => set.article === one.id && set.annotator === by.id))
      .map((by) => ({ one, by })),
  );
  if (free.length === 0) return fc.constant(dataset);
  return fc
    .constantFrom(...free)
    .chain(({ one, by }) => annotationSet(dataset.schema, one, by, dataset.entities))
    .map((set) => normalised({ ...dataset, sets: put(dataset.sets, set) }));
};

const onSet = (edit: (dataset: Dataset, set: AnnotationSet) => fc.Arbitrary<Dataset>): Edit => (dataset) =>
  dataset.sets.length === 0 ? addSet(dataset) : fc.constantFrom(...dataset.sets).chain((set) => edit(dataset, set));

const removeSet = onSet((dataset, set) => fc.constant({ ...dataset, sets: dataset.sets.filter((one) => one.id !== set.id) }));
const setStatus = onSet((dataset, set) => fc.constantFrom(...setStatuses).map((status) => withSet(dataset, { ...set, status })));
const addAnnotation = onSet((dataset, set) =>
  annotationOf(dataset.schema, articleOf(dataset, set).text, dataset.entities).map((one) =>
    withSet(dataset, { ...set, annotations: put(set.annotations, one) }),
  ),
);
const alterAnnotation = onSet((dataset, set) =>
  set.annotations.length === 0
    ? fc.constant(dataset)
    : fc.tuple(fc.constantFrom(...set.annotations), shortText, fc.boolean()).map(([one, note, flagged]) =>
        withSet(dataset, { ...set, annotations: replaced(set.annotations, { ...one, note, flagged }) }),
      ),
);
const removeAnnotation = onSet((dataset, set) =>
  set.annotations.length === 0
    ? fc.constant(dataset)
    : fc.constantFrom(...set.annotations).map(({ id }) =>
        withSet(dataset, {
          ...set,
          annotations: set.annotations.filter((one) => one.id !== id),
          relations: set.relations.filter((one) => one.from !== id && one.to.id !== id),
        }),
      ),
);
const relateAnew = onSet((dataset, set) =>
  relationsOf(dataset.schema, set.annotations, dataset.entities).map((relations) => withSet(dataset, { ...set, relations })),
);

const edits: readonly Edit[] = [
  addArticle, addEntity, renameEntity, mergeEntity, addEvent, addSet, removeSet, setStatus, addAnnotation, alterAnnotation, removeAnnotation, relateAnew,
];

/** The same Dataset after one to five sound edits (some of which may find nothing to do). */
export const editedDataset = (dataset: Dataset): fc.Arbitrary<Dataset> =>
  fc
    .array(fc.constantFrom(...edits), { minLength: 1, maxLength: 5 })
    .chain((chosen) =>
      chosen.reduce<fc.Arbitrary<Dataset>>((before, edit) => before.chain((one) => edit(one)), fc.constant(normalised(dataset))),
    );

/** A Change that this Dataset can take and that leaves it sound. May be empty. */
export const changeFor = (dataset: Dataset): fc.Arbitrary<Change> => editedDataset(dataset).map((after) => changeBetween(dataset, after));
