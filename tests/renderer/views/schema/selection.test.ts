import { describe, expect, test } from 'vitest';
import { type Selection, selectionAfter, selectionIn } from '../../../../renderer/views/schema/selection.ts';
import { previewAnnotations, sentence } from '../../../../renderer/views/schema/preview-sentence.ts';
import { type SchemaPart } from '../../../../shared/commands/schema/schema-edit.ts';
import { freshLabel } from '../../../../shared/commands/schema/fresh-label.ts';
import { checkAnnotation } from '../../../../shared/model/check-annotation.ts';
import { type LabelId, type RelationType } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

const label = (id: string) => ({ kind: 'label', label: id as LabelId }) as const satisfies SchemaPart;
const relation = (id: string) => ({ kind: 'relation', relation: id as RelationType }) as const satisfies SchemaPart;

describe('what is open', () => {
  test.each<[string, Selection | null, Selection]>([
    ['the first label at first', null, label('QUOTE')],
    ['what was chosen', label('CUE'), label('CUE')],
    ['the first label again when the chosen one is gone', label('GONE'), label('QUOTE')],
    ['the rules', { kind: 'crossing' }, { kind: 'crossing' }],
  ])('%s', (_reason, wanted, open) => expect(selectionIn(seedSchema, wanted)).toEqual(open));
});

describe('what is open after an edit', () => {
  test('the same part under its new id', () =>
    expect(selectionAfter(label('CUE'), { kind: 'change-id', part: label('CUE'), id: 'SIGN' })).toEqual(label('SIGN')));
  test('what it was merged into', () =>
    expect(selectionAfter(relation('SAID_BY'), { kind: 'retire', part: relation('SAID_BY'), into: 'RELAYED_BY' })).toEqual(relation('RELAYED_BY')));
  test('still the open one when another was altered', () =>
    expect(selectionAfter(label('CUE'), { kind: 'change-id', part: label('QUOTE'), id: 'X' })).toEqual(label('CUE')));
  test('what is new', () => {
    const fresh = freshLabel(seedSchema, 'NEW' as LabelId, { fa: 'تازه', en: 'New' });
    expect(selectionAfter(label('CUE'), { kind: 'add-label', label: fresh })).toEqual(label('NEW'));
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
