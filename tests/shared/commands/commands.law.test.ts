import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPiece } from '../../../shared/commands/add-piece.ts';
import { annotateAll } from '../../../shared/commands/annotate-all.ts';
import { annotateLinked } from '../../../shared/commands/annotate-linked.ts';
import { annotate } from '../../../shared/commands/annotate.ts';
import { completeFrame } from '../../../shared/commands/complete-frame.ts';
import { copyAttributes } from '../../../shared/commands/copy-attributes.ts';
import { type SetContext } from '../../../shared/commands/command.ts';
import { nameNobody } from '../../../shared/commands/name-nobody.ts';
import { relate } from '../../../shared/commands/relate.ts';
import { remove } from '../../../shared/commands/remove.ts';
import { removePiece } from '../../../shared/commands/remove-piece.ts';
import { setAttribute } from '../../../shared/commands/set-attribute.ts';
import { setEntity } from '../../../shared/commands/set-entity.ts';
import { setFlag } from '../../../shared/commands/set-flag.ts';
import { setLabel } from '../../../shared/commands/set-label.ts';
import { setNote } from '../../../shared/commands/set-note.ts';
import { setSpans } from '../../../shared/commands/set-spans.ts';
import { setStatus } from '../../../shared/commands/set-status.ts';
import { unrelate } from '../../../shared/commands/unrelate.ts';
import { setStatuses } from '../../../shared/model/annotation-set.ts';
import { applyChange, type Change, reverse } from '../../../shared/model/change.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { entityKinds } from '../../../shared/model/entity.ts';
import { type AnnotationId, makeId, type RelationId } from '../../../shared/model/id.ts';
import { type RelationTarget } from '../../../shared/model/relation.ts';
import { type Result } from '../../../shared/result.ts';
import { span } from '../../../shared/text/offsets.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { shortText } from '../../arbitraries/text.ts';
import { label, relationType } from './set-context.ts';

type Run = (context: SetContext) => Result<Change>;

/** Names that are there, and one that is not. */
const oneOf = <T extends string>(names: readonly T[], stranger: T): fc.Arbitrary<T> => fc.constantFrom(...names, stranger);

/** Any call of any command: mostly one that makes sense, often one that does not. */
function calls({ schema, article, set, entities }: SetContext): fc.Arbitrary<Run> {
  const annotation = oneOf(set.annotations.map((one) => one.id), 'ann-stranger' as AnnotationId);
  const entity = oneOf(entities.map((one) => one.id), makeId('entity', 'stranger'));
  const labels = oneOf(schema.labels.map((one) => one.id), label('STRANGER'));
  const offset = fc.integer({ min: -1, max: article.text.length + 1 });
  const anySpan = fc.tuple(offset, offset).map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));
  const spans = fc.array(anySpan, { maxLength: 3 });
  const piece = fc.integer({ min: -1, max: 3 });
  const note = fc.oneof(shortText, fc.constantFrom('', '\udc00'));
  const relation = oneOf(set.relations.map((one) => one.id), 'rel-stranger' as RelationId);
  const attributes = schema.labels.flatMap((one) => one.attributes);
  const attribute = oneOf(attributes.map((one) => one.id), 'stranger');
  const value = oneOf(attributes.flatMap((one) => one.choices.map((choice) => choice.id)), 'P6M');
  const target: fc.Arbitrary<RelationTarget> = fc.oneof(
    annotation.map((id) => ({ kind: 'annotation', id }) as const),
    entity.map((id) => ({ kind: 'entity', id }) as const),
  );
  const type = oneOf(schema.relations.map((one) => one.type), relationType('STRANGER'));
  const link = fc.oneof(fc.record({ type, from: annotation }), fc.record({ type, to: target }));
  const known = fc.dictionary(attribute, value, { maxKeys: 1 });
  const part = fc.oneof(fc.record({ relation: type, target }), fc.record({ relation: type, label: labels, span: anySpan, attributes: known }));
  const newEntity = fc.record({ name: fc.oneof(shortText, fc.constantFrom('', ' ', '\ud800')), kind: fc.constantFrom(...entityKinds) });
  return fc.oneof(
    fc.tuple(labels, spans).map(([id, all]): Run => (context) => annotate(context, { label: id, spans: all })),
    fc
      .tuple(labels, fc.option(annotation), spans)
      .map(([id, like, places]): Run => (context) => annotateAll(context, { label: id, like, places })),
    fc
      .tuple(labels, spans, fc.array(link, { maxLength: 2 }))
      .map(([id, all, links]): Run => (context) => annotateLinked(context, { label: id, spans: all, links })),
    fc.tuple(annotation, fc.array(part, { maxLength: 3 })).map(([id, parts]): Run => (context) => completeFrame(context, { of: id, parts })),
    fc.tuple(annotation, annotation).map(([id, from]): Run => (context) => copyAttributes(context, { annotation: id, from })),
    fc.tuple(annotation, spans).map(([id, all]): Run => (context) => setSpans(context, { annotation: id, spans: all })),
    fc.tuple(annotation, anySpan).map(([id, one]): Run => (context) => addPiece(context, { annotation: id, span: one })),
    fc.tuple(annotation, piece).map(([id, index]): Run => (context) => removePiece(context, { annotation: id, piece: index })),
    fc.tuple(annotation, labels).map(([id, name]): Run => (context) => setLabel(context, { annotation: id, label: name })),
    fc
      .tuple(annotation, attribute, fc.option(value))
      .map(([id, name, one]): Run => (context) => setAttribute(context, { annotation: id, attribute: name, value: one })),
    fc.tuple(annotation, note).map(([id, words]): Run => (context) => setNote(context, { annotation: id, note: words })),
    fc.tuple(annotation, fc.boolean()).map(([id, flagged]): Run => (context) => setFlag(context, { annotation: id, flagged })),
    fc
      .tuple(annotation, fc.oneof(entity, newEntity, fc.constant(null)))
      .map(([id, one]): Run => (context) => setEntity(context, { annotation: id, entity: one })),
    fc.tuple(type, annotation, target).map(([name, from, to]): Run => (context) => relate(context, { type: name, from, to })),
    fc
      .tuple(annotation, type, attribute, value)
      .map(([id, name, key, one]): Run => (context) => nameNobody(context, { annotation: id, relation: name, attribute: key, value: one })),
    relation.map((id): Run => (context) => unrelate(context, { relation: id })),
    annotation.map((id): Run => (context) => remove(context, { annotation: id })),
    fc.constantFrom(...setStatuses).map((status): Run => (context) => setStatus(context, { status })),
  );
}

interface Case {
  readonly before: Dataset;
  readonly context: SetContext;
  readonly run: Run;
}

let count = 0;
const cases: fc.Arbitrary<Case> = dataset.chain((before) =>
  fc.constantFrom(...before.sets).chain((set) => {
    const article = before.articles.find((one) => one.id === set.article);
    if (!article) throw new Error(`set ${set.id} lies on no article`);
    const context: SetContext = {
      schema: before.schema, article, set, entities: before.entities, newId: (kind) => makeId(kind, `new-${++count}`),
    };
    return calls(context).map((run) => ({ before, context, run }));
  }),
);

describe('the laws of commands', () => {
  test('a command gives Problems, or a Change that can be applied, keeps the Dataset sound and can be taken back', () => {
    forAll(cases, ({ before, context, run }) => {
      const result = run(context);
      if (!result.ok) {
        expect(result.problems.length).toBeGreaterThan(0);
        return;
      }
      const now = applyChange(before, result.value);
      expect(errorsOf(checkDataset(now))).toEqual([]);
      expect(applyChange(now, reverse(result.value))).toEqual(before);
    });
  });

  test('a command alters nothing but its own set, and adds nothing but an Entity beside it', () => {
    forAll(cases, ({ before, context, run }) => {
      const result = run(context);
      if (!result.ok) return;
      const now = applyChange(before, result.value);
      const others = (one: Dataset) => one.sets.filter(({ id }) => id !== context.set.id);
      expect(others(now)).toEqual(others(before));
      expect(now.articles).toEqual(before.articles);
      expect(now.entities).toEqual(expect.arrayContaining([...before.entities]));
    });
  });
});
