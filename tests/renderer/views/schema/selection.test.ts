import { describe, expect, test } from 'vitest';
import { type Selection, selectionIn, type Wanted, wantedThrough } from '../../../../renderer/views/schema/selection.ts';
import { previewAnnotations, sentence } from '../../../../renderer/views/schema/preview-sentence.ts';
import { type SchemaEdit, type SchemaPart } from '../../../../shared/commands/schema/schema-edit.ts';
import { freshLabel } from '../../../../shared/commands/schema/fresh-label.ts';
import { checkAnnotation } from '../../../../shared/model/check-annotation.ts';
import { type LabelId, type RelationType } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

const label = (id: string) => ({ kind: 'label', label: id as LabelId }) as const satisfies SchemaPart;
const relation = (id: string) => ({ kind: 'relation', relation: id as RelationType }) as const satisfies SchemaPart;

describe('what is open', () => {
  test.each<[string, Wanted, Selection]>([
    ['the first label at first', [], label('QUOTE')],
    ['what was chosen', [label('CUE')], label('CUE')],
    ['the first label again when the chosen one is gone', [label('GONE')], label('QUOTE')],
    ['what the chosen one has become', [label('GONE'), label('CUE')], label('CUE')],
    ['the rules', [{ kind: 'crossing' }], { kind: 'crossing' }],
  ])('%s', (_reason, wanted, open) => expect(selectionIn(seedSchema, wanted)).toEqual(open));
});

/** The altered Schema may come before the answer that it was altered, and an undo takes it away again. */
describe('what is open while an edit is made', () => {
  const fresh = freshLabel(seedSchema, 'NEW' as LabelId, { fa: 'تازه', en: 'New' });
  const without = (id: string): Schema => ({ ...seedSchema, labels: seedSchema.labels.filter((one) => one.id !== id) });
  const renamed: Schema = { ...seedSchema, labels: seedSchema.labels.map((one) => (one.id === 'CUE' ? { ...one, id: 'SIGN' as LabelId } : one)) };
  const added: Schema = { ...seedSchema, labels: [...seedSchema.labels, fresh] };
  const saidByGone: Schema = { ...seedSchema, relations: seedSchema.relations.filter(({ type }) => type !== 'SAID_BY') };

  test.each<[string, Selection, SchemaEdit, Schema, Selection]>([
    ['a part under its new id', label('CUE'), { kind: 'change-id', part: label('CUE'), id: 'SIGN' }, renamed, label('SIGN')],
    ['a relation, then what it was merged into', relation('SAID_BY'), { kind: 'retire', part: relation('SAID_BY'), into: 'RELAYED_BY' }, saidByGone, relation('RELAYED_BY')],
    ['a label, then what it was merged into', label('CUE'), { kind: 'retire', part: label('CUE'), into: 'SPEAKER' }, without('CUE'), label('SPEAKER')],
    ['the open one, where another gets a new id', label('SPEAKER'), { kind: 'change-id', part: label('CUE'), id: 'SIGN' }, renamed, label('SPEAKER')],
    ['the open one, then what is new', label('CUE'), { kind: 'add-label', label: fresh }, added, label('NEW')],
    ['a label that goes nowhere, then the first', label('CUE'), { kind: 'retire', part: label('CUE'), into: null }, without('CUE'), label('QUOTE')],
  ])('%s', (_reason, open, edit, after, then) => {
    const wanted = wantedThrough(edit, [open], open);
    expect([seedSchema, after, seedSchema].map((schema) => selectionIn(schema, wanted))).toEqual([open, then, open]);
  });
});

describe('the preview', () => {
  const checked = (schema: Schema) =>
    previewAnnotations(schema).flatMap((one) => checkAnnotation({ schema, text: sentence, entities: new Set() }, one));

  test('shows every label once, on sound spans of the sample', () => {
    expect(previewAnnotations(seedSchema).map((one) => one.label).toSorted()).toEqual(seedSchema.labels.map(({ id }) => id).toSorted());
    expect(checked(seedSchema)).toEqual([]);
  });

  test('has room for labels that it does not know', () => {
    const strangers = Array.from({ length: 12 }, (_, index) => freshLabel(seedSchema, `L${index}` as LabelId, { fa: 'ب', en: 'b' }));
    const schema = { ...seedSchema, labels: strangers };
    expect(previewAnnotations(schema)).toHaveLength(12);
    expect(checked(schema)).toEqual([]);
  });
});
