import { type Annotation } from '../../../../shared/model/annotation.ts';
import { unknownSource } from '../../../../shared/model/article.ts';
import { type Dataset, normalised } from '../../../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type LabelId, type RelationId, type RelationType, type SetId } from '../../../../shared/model/id.ts';
import { type Relation } from '../../../../shared/model/relation.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

/** An astral character before the first mark, so that the units differ; one mark in each line. */
export const text = '🔴 وزیر نیرو گفت: برق گران است.\nوی افزود: آب ارزان است.';

const annotation = (id: string, label: string, words: string): Annotation => ({
  id: id as AnnotationId,
  label: label as LabelId,
  spans: [span(text.indexOf(words), text.indexOf(words) + words.length)],
  attributes: {},
  entity: null,
  note: '',
  flagged: false,
  origin: 'manual',
});

const relation = (id: string, type: string, from: string, to: string): Relation => ({
  id: id as RelationId,
  type: type as RelationType,
  from: from as AnnotationId,
  to: { kind: 'annotation', id: to as AnnotationId },
  attributes: {},
});

/** A small sound Dataset that every format can hold; its files are what the wounds are given to. */
export const soundSample: Dataset = normalised({
  schema: seedSchema,
  articles: [{
    id: 'art-a' as ArticleId, title: 'برق', text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource, added: '2026-01-01T00:00:00.000Z', extra: {},
  }],
  annotators: [{ id: 'per-a' as AnnotatorId, kind: 'person', name: 'سارا', version: null }],
  entities: [],
  sets: [{
    id: 'set-a' as SetId,
    article: 'art-a' as ArticleId,
    annotator: 'per-a' as AnnotatorId,
    role: 'work',
    status: 'done',
    annotations: [annotation('s1', 'SPEAKER', 'وزیر نیرو'), annotation('c1', 'CUE', 'گفت'), annotation('q1', 'QUOTE', 'برق گران است'), annotation('q2', 'QUOTE', 'آب ارزان است')],
    relations: [relation('r1', 'SAID_BY', 'q1', 's1'), relation('r2', 'CUED_BY', 'q1', 'c1'), relation('r3', 'RESTATES', 'q2', 'q1')],
  }],
});
