import { type NewId, type SetContext } from '../../../shared/commands/command.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { applyChange, type Change } from '../../../shared/model/change.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type Id, type LabelId, makeId, type RelationType } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type Problem, type Result } from '../../../shared/result.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { span } from '../../../shared/text/offsets.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

/** Ids in the order they are asked for: `ann-n1`, `rel-n2` … */
export function counting(): NewId {
  let count = 0;
  return <Kind extends Parameters<NewId>[0]>(kind: Kind): Id<Kind> => makeId(kind, `n${++count}`);
}

export const label = (id: string): LabelId => id as LabelId;
export const relationType = (type: string): RelationType => type as RelationType;
export const annotationId = (token: string) => makeId('annotation', token);

type Pair = readonly [start: number, end: number];

export const annotation = (token: string, name: string, spans: readonly Pair[], more: Partial<Annotation> = {}): Annotation => ({
  id: annotationId(token), label: label(name), spans: spans.map(([start, end]) => span(start, end)), attributes: {}, entity: null, note: '',
  flagged: false, origin: 'manual', ...more,
});

export const relation = (token: string, type: string, from: string, to: string): Relation => ({
  id: makeId('relation', token), type: relationType(type), from: annotationId(from), to: { kind: 'annotation', id: annotationId(to) },
  attributes: {},
});

export const minister: Entity = { id: makeId('entity', 'e'), name: 'وزیر نیرو', kind: 'person', aliases: [], offices: [], note: '' };

/** The set of one annotator on one text, as a command sees it. */
export function contextOf(text: string, annotations: readonly Annotation[] = [], relations: readonly Relation[] = []): SetContext {
  const article: Article = {
    id: makeId('article', 'a'), title: 'خبر', text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource,
    added: '2026-01-01T00:00:00.000Z', extra: {},
  };
  const set: AnnotationSet = {
    id: makeId('set', 's'), article: article.id, annotator: makeId('annotator', 'p'), role: 'work', status: 'in-progress', annotations,
    relations,
  };
  return { schema: seedSchema, article, set, entities: [minister], newId: counting() };
}

export const datasetOf = ({ schema, article, set, entities }: SetContext): Dataset =>
  normalised({
    schema, articles: [article], annotators: [{ id: set.annotator, kind: 'person', name: 'مینا', version: null }], entities, sets: [set],
  });

/** The set after a command that must succeed. */
export function after(context: SetContext, result: Result<Change>): AnnotationSet {
  if (!result.ok) throw new Error(`refused: ${result.problems.map(({ code }) => code).join(', ')}`);
  const set = applyChange(datasetOf(context), result.value).sets[0];
  if (!set) throw new Error('the set is gone');
  return set;
}

/** Why a command was refused; empty when it was not. */
export const refusal = (result: Result<unknown>): readonly string[] => (result.ok ? [] : result.problems.map(({ code }: Problem) => code));
