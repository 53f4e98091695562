import { expect, test } from 'vitest';
import { exportCounts, selected } from '../../../../renderer/views/export/selection.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type Dataset, emptyDataset } from '../../../../shared/model/dataset.ts';
import { type AnnotatorId, makeId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import schema from '../../../../seeds/schema.json';

const me = makeId('annotator', 'me');
const colleague = makeId('annotator', 'colleague');

const setOf = (annotator: AnnotatorId, annotations: number): AnnotationSet => ({
  id: makeId('set', annotator), article: makeId('article', '1'), annotator, role: 'work', status: 'done',
  annotations: Array.from({ length: annotations }, (): Annotation => ({}) as Annotation), relations: [],
});
const annotatorOf = (id: AnnotatorId) => ({ id, kind: 'person', name: id, version: null }) as const;

const dataset: Dataset = {
  ...emptyDataset(schema as unknown as Schema),
  annotators: [annotatorOf(colleague), annotatorOf(me)],
  sets: [setOf(colleague, 61), setOf(me, 3)],
};

test('all sets: the Dataset as it is', () => {
  expect(selected(dataset, 'all', me)).toBe(dataset);
  expect(exportCounts(dataset)).toEqual({ articles: 0, sets: 2, annotations: 64, relations: 0 });
});

test('only my labels: no set and no name of another', () => {
  const mine = selected(dataset, 'mine', me);
  expect(mine.sets.map(({ annotator }) => annotator)).toEqual([me]);
  expect(mine.annotators.map(({ id }) => id)).toEqual([me]);
  expect(exportCounts(mine)).toMatchObject({ sets: 1, annotations: 3 });
});
