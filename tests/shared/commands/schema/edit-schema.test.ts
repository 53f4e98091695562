import { describe, expect, test } from 'vitest';
import { additionsFrom } from '../../../../shared/commands/schema/additions.ts';
import { editSchema } from '../../../../shared/commands/schema/edit-schema.ts';
import { previewOf, type Touched } from '../../../../shared/commands/schema/preview.ts';
import { type SchemaEdit, type SchemaPart } from '../../../../shared/commands/schema/schema-edit.ts';
import { countUses } from '../../../../shared/commands/schema/uses.ts';
import { coloursOf } from '../../../../shared/commands/schema/contrast.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { applyChange } from '../../../../shared/model/change.ts';
import { type Dataset, normalised } from '../../../../shared/model/dataset.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type Relation } from '../../../../shared/model/relation.ts';
import { type LabelDef, labelDef, relationDef } from '../../../../shared/model/schema.ts';
import { validateSchema } from '../../../../shared/model/validate-schema.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { label, relationType } from '../set-context.ts';

const text = 'وزیر گفت: می‌سازیم و می‌آییم';
const annotation = (token: string, name: string, start: number, end: number, rest: Partial<Annotation> = {}): Annotation => ({
  id: makeId('annotation', token), label: label(name), spans: [span(start, end)], attributes: {}, entity: null, note: '', flagged: false,
  origin: 'manual', ...rest,
});
const relation = (token: string, type: string, from: string, to: string): Relation => ({
  id: makeId('relation', token), type: relationType(type), from: makeId('annotation', from), to: { kind: 'annotation', id: makeId('annotation', to) },
  attributes: {},
});

const dataset: Dataset = normalised({
  schema: seedSchema,
  articles: [{
    id: makeId('article', 'a'), title: '', text, fingerprint: fingerprint(text), language: 'fa', group: null, added: '2026-01-01T00:00:00.000Z', extra: {},
    source: { publisher: null, url: null, published: null, licence: null, file: null },
  }],
  annotators: [{ id: makeId('annotator', 'me'), kind: 'person', name: 'من', version: null }],
  entities: [],
  sets: [{
    id: makeId('set', 's'), article: makeId('article', 'a'), annotator: makeId('annotator', 'me'), role: 'work', status: 'in-progress',
    annotations: [
      annotation('speaker', 'SPEAKER', 0, 4, { attributes: { mention: 'title', source_kind: 'person' } }),
      annotation('mention', 'MENTION', 0, 4, { attributes: { role: 'intro' } }),
      annotation('cue', 'CUE', 5, 8, { attributes: { form: 'verb' } }),
      annotation('quote', 'QUOTE', 10, text.length, { attributes: { mode: 'direct', marking: 'colon' } }),
    ],
    relations: [relation('said', 'SAID_BY', 'quote', 'speaker'), relation('cued', 'CUED_BY', 'quote', 'cue')],
  }],
});

const after = (edit: SchemaEdit, before = dataset): Dataset => {
  const change = editSchema({ dataset: before }, edit);
  if (!change.ok) throw new Error(`refused: ${JSON.stringify(change.problems)}`);
  return applyChange(before, change.value);
};
const refused = (edit: SchemaEdit): readonly string[] => {
  const change = editSchema({ dataset }, edit);
  return change.ok ? [] : change.problems.map(({ code, place }) => `${code} ${place.field}`);
};
const touched = (edit: SchemaEdit): Touched => {
  const preview = previewOf(dataset, edit);
  if (!preview.ok) throw new Error(`refused: ${JSON.stringify(preview.problems)}`);
  return preview.value;
};
const annotations = ({ sets }: Dataset) => sets.flatMap((set) => set.annotations);
const relations = ({ sets }: Dataset) => sets.flatMap((set) => set.relations);
const found = (data: Dataset, token: string) => annotations(data).find(({ id }) => id === makeId('annotation', token));

const labelPart = (id: string): SchemaPart => ({ kind: 'label', label: label(id) });
const none = { altered: 0, lost: 0 };

describe('ids and names', () => {
  test('another id of a label goes everywhere: data, relations and rules', () => {
    const result = after({ kind: 'change-id', part: labelPart('QUOTE'), id: 'UTTERANCE' });
    expect(found(result, 'quote')?.label).toBe('UTTERANCE');
    expect(relationDef(result.schema, relationType('SAID_BY'))?.from).toEqual(['UTTERANCE']);
    expect(result.schema.crossing.map((rule) => rule.label)).toEqual(['UTTERANCE', 'COMMITMENT']);
    expect(relations(result)).toHaveLength(2);
  });

  test('another id of an attribute and of a choice goes into the values', () => {
    const renamed = after({ kind: 'change-id', part: { kind: 'attribute', label: label('QUOTE'), attribute: 'mode' }, id: 'manner' });
    expect(found(renamed, 'quote')?.attributes).toEqual({ manner: 'direct', marking: 'colon' });
    const part = { kind: 'choice', label: label('QUOTE'), attribute: 'mode', choice: 'direct' } as const;
    expect(found(after({ kind: 'change-id', part, id: 'straight' }), 'quote')?.attributes.mode).toBe('straight');
  });

  test('another id of a relation goes into the links', () => {
    const result = after({ kind: 'change-id', part: { kind: 'relation', relation: relationType('SAID_BY') }, id: 'SPOKEN_BY' });
    expect(relations(result).map(({ type }) => type).toSorted()).toEqual(['CUED_BY', 'SPOKEN_BY']);
  });

  test('a name touches no data', () =>
    expect(touched({ kind: 'name', part: labelPart('QUOTE'), name: { fa: 'گفته', en: 'Said' } })).toEqual({ annotations: none, relations: none, values: none }));

  test('an edit that alters nothing is no Change, and no new version', () => {
    const { name } = labelDef(seedSchema, label('QUOTE')) ?? {};
    expect(name && after({ kind: 'name', part: labelPart('QUOTE'), name })).toEqual(dataset);
  });
});

describe('rules', () => {
  const rule = (id: string, schema = seedSchema) => schema.rules?.find((one) => one.id === id);

  test('follow the other id of what they speak of', () => {
    const quotes = after({ kind: 'change-id', part: labelPart('QUOTE'), id: 'UTTERANCE' }).schema;
    expect([rule('E4-quote', quotes), rule('W4', quotes)]).toMatchObject([{ label: 'COMMITMENT', within: 'UTTERANCE' }, { label: 'UTTERANCE' }]);
    const links = after({ kind: 'change-id', part: { kind: 'relation', relation: relationType('PROMISED_BY') }, id: 'BY' }).schema;
    expect(rule('E4-promiser', links)).toMatchObject({ relation: 'BY' });
    const attribute = { kind: 'attribute', label: label('QUOTE'), attribute: 'position' } as const;
    expect(rule('W6', after({ kind: 'change-id', part: attribute, id: 'place' }).schema)).toMatchObject({ when: { attribute: 'place', value: 'heading' } });
    const choice = { ...attribute, kind: 'choice', choice: 'heading' } as const;
    expect(rule('W6', after({ kind: 'change-id', part: choice, id: 'title' }).schema)).toMatchObject({ when: { attribute: 'position', value: 'title' } });
  });

  test.each<[what: string, edit: SchemaEdit, gone: readonly string[]]>([
    ['a label', { kind: 'retire', part: labelPart('CUE'), into: null }, ['E8']],
    ['a relation', { kind: 'retire', part: { kind: 'relation', relation: relationType('PROMISED_BY') }, into: null }, ['E4-promiser']],
    ['an attribute', { kind: 'retire', part: { kind: 'attribute', label: label('QUOTE'), attribute: 'position' }, into: null }, ['W6']],
    ['a choice', { kind: 'retire', part: { kind: 'choice', label: label('QUOTE'), attribute: 'position', choice: 'heading' }, into: null }, ['W6']],
    ['what a label stands for', { kind: 'alter-label', label: label('SPEAKER'), traits: { entity: false } }, ['E7']],
  ])('go with what they speak of: %s', (_, edit, gone) => {
    const left = after(edit).schema.rules?.map(({ id }) => id);
    expect(seedSchema.rules?.map(({ id }) => id).filter((id) => !left?.includes(id))).toEqual(gone);
  });

  test('that are code are weighed in one step that touches no data; what is as usual is not stated', () => {
    const milder: SchemaEdit = { kind: 'set-weight', rule: 'E3', weight: 'warning' };
    expect(touched(milder)).toEqual({ annotations: none, relations: none, values: none });
    const { schema } = after(milder);
    expect(schema).toEqual({ ...seedSchema, version: '1.1', weights: { E3: 'warning' } });
    const both = after({ kind: 'set-weight', rule: 'W3', weight: 'off' }, { ...dataset, schema }).schema;
    expect(both.weights).toEqual({ E3: 'warning', W3: 'off' });
    expect('weights' in after({ kind: 'set-weight', rule: 'E3', weight: 'error' }, { ...dataset, schema }).schema).toBe(false);
    expect(validateSchema({ ...schema, weights: { E3: 'grave' } })).toMatchObject({ ok: false, problems: [{ code: 'schema-field-wrong', place: { field: 'weights.E3' } }] });
  });

  test('are stated anew in one step that touches no data, and refused where they speak of nothing', () => {
    const longer: SchemaEdit = { kind: 'set-rules', rules: [{ id: 'R1', severity: 'error', label: label('QUOTE'), kind: 'words', most: 80 }] };
    expect(touched(longer)).toEqual({ annotations: none, relations: none, values: none });
    expect(after(longer).schema).toMatchObject({ version: '1.1', rules: longer.rules });
    const stray: SchemaEdit = { kind: 'set-rules', rules: [{ id: 'R1', severity: 'error', label: label('CUE'), kind: 'attribute', attribute: 'mood' }] };
    expect(editSchema({ dataset }, stray)).toMatchObject({ ok: false, problems: [{ code: 'schema-rule-wrong', place: { field: 'rules.0' } }] });
  });
});

describe('what the schema that ships has more', () => {
  const older = (() => {
    const quoteOf = (schema: typeof seedSchema) => schema.labels.find(({ id }) => id === 'QUOTE');
    const stance = quoteOf(seedSchema)?.attributes.find(({ id }) => id === 'stance');
    const without: readonly SchemaEdit[] = [
      { kind: 'retire', part: labelPart('CONDITION'), into: null },
      { kind: 'retire', part: { kind: 'attribute', label: label('QUOTE'), attribute: 'medium' }, into: null },
      { kind: 'retire', part: { kind: 'choice', label: label('QUOTE'), attribute: 'stance', choice: stance?.choices.at(-1)?.id ?? '' }, into: null },
      { kind: 'retire', part: { kind: 'relation', relation: relationType('RESTATES') }, into: null },
    ];
    return without.reduce((data, edit) => after(edit, data), dataset);
  })();

  test('is added in one step, and then there is nothing more', () => {
    const additions = additionsFrom(seedSchema, older.schema);
    expect(additions.map(({ kind }) => kind)).toEqual(['add-label', 'add-attribute', 'add-choice', 'add-relation', 'add-relation']);
    const grown = after({ kind: 'add-several', additions }, older);
    expect(additionsFrom(seedSchema, grown.schema)).toEqual([]);
    expect(annotations(grown)).toEqual(annotations(older));
    expect(Number(grown.schema.version.split('.')[1])).toBe(Number(older.schema.version.split('.')[1]) + 1);
  });

  test('is nothing for a schema of another id, and takes nobody’s key', () => {
    expect(additionsFrom(seedSchema, { ...older.schema, id: 'theirs' })).toEqual([]);
    const taken = after({ kind: 'alter-label', label: label('CUE'), traits: { key: seedSchema.labels.find(({ id }) => id === 'CONDITION')?.key ?? null } }, older);
    expect(additionsFrom(seedSchema, taken.schema)[0]).toMatchObject({ kind: 'add-label', label: { id: 'CONDITION', key: null } });
  });
});

describe('merging and removing', () => {
  test('a label that goes takes its annotations and their links along', () => {
    const edit: SchemaEdit = { kind: 'retire', part: labelPart('QUOTE'), into: null };
    expect(touched(edit)).toEqual({ annotations: { altered: 0, lost: 1 }, relations: { altered: 0, lost: 2 }, values: none });
    const { schema } = after(edit);
    expect(relationDef(schema, relationType('SAID_BY'))).toBeUndefined();
    expect(relationDef(schema, relationType('RESTATES'))?.from).toEqual(['COMMITMENT']);
    expect(schema.crossing).toEqual([{ label: 'COMMITMENT', mayNotCross: ['COMMITMENT'] }]);
  });

  test('one label merged into another keeps the attributes that the other has, and drops links that it may not have', () => {
    const edit: SchemaEdit = { kind: 'retire', part: labelPart('SPEAKER'), into: 'ADDRESSEE' };
    expect(touched(edit)).toEqual({ annotations: { altered: 1, lost: 0 }, relations: { altered: 0, lost: 1 }, values: { altered: 0, lost: 1 } });
    expect(found(after(edit), 'speaker')).toMatchObject({ label: 'ADDRESSEE', attributes: { mention: 'title' } });
  });

  test('what comes to lie on an equal one becomes one with it, links and all', () => {
    const links: Dataset = { ...dataset, sets: dataset.sets.map((set) => ({ ...set, relations: [...set.relations, relation('to', 'ADDRESSED_TO', 'quote', 'mention')] })) };
    const result = after({ kind: 'retire', part: labelPart('MENTION'), into: 'SPEAKER' }, links);
    expect(found(result, 'mention')).toBeUndefined();
    expect(relations(result).find(({ type }) => type === relationType('ADDRESSED_TO'))?.to.id).toBe(makeId('annotation', 'speaker'));
  });

  test('a choice is dropped, or becomes another', () => {
    const part = { kind: 'choice', label: label('QUOTE'), attribute: 'mode', choice: 'direct' } as const;
    expect(found(after({ kind: 'retire', part, into: null }), 'quote')?.attributes).toEqual({ marking: 'colon' });
    expect(found(after({ kind: 'retire', part, into: 'mixed' }), 'quote')?.attributes.mode).toBe('mixed');
    expect(touched({ kind: 'retire', part, into: null }).values).toEqual({ altered: 0, lost: 1 });
    expect(touched({ kind: 'retire', part, into: 'mixed' }).values).toEqual({ altered: 1, lost: 0 });
  });

  test('an attribute moves into another where that one has room and knows the value', () => {
    const source = { kind: 'attribute', label: label('SPEAKER'), attribute: 'source_kind' } as const;
    expect(touched({ kind: 'retire', part: source, into: 'mention' }).values).toEqual({ altered: 0, lost: 1 });
    const bare = { ...dataset, sets: dataset.sets.map((set) => ({ ...set, annotations: [annotation('one', 'SPEAKER', 0, 4, { attributes: { source_kind: 'group' } })], relations: [] })) };
    expect(found(after({ kind: 'retire', part: source, into: 'mention' }, bare), 'one')?.attributes).toEqual({ mention: 'group' });
  });

  test('uses are counted', () => {
    const uses = countUses(dataset);
    expect(uses(labelPart('QUOTE'))).toBe(1);
    expect(uses({ kind: 'attribute', label: label('QUOTE'), attribute: 'mode' })).toBe(1);
    expect(uses({ kind: 'choice', label: label('QUOTE'), attribute: 'mode', choice: 'mixed' })).toBe(0);
    expect(uses({ kind: 'relation', relation: relationType('SAID_BY') })).toBe(1);
  });
});

describe('versions', () => {
  test('every edit counts one, of whatever kind', () => {
    const once = after({ kind: 'name', part: labelPart('QUOTE'), name: { fa: 'گفته', en: 'Said' } });
    const twice = after({ kind: 'retire', part: labelPart('QUOTE'), into: null }, once);
    expect([once.schema.version, twice.schema.version]).toEqual(['1.1', '1.2']);
  });

  test('another Schema comes with its own', () => {
    const result = after({ kind: 'replace', schema: { ...seedSchema, id: 'other', version: '1.7', labels: seedSchema.labels.filter(({ id }) => id !== 'CUE'), relations: [], rules: [] } });
    expect(result.schema.version).toBe('1.7');
    expect(found(result, 'cue')).toBeUndefined();
    expect(relations(result)).toEqual([]);
  });
});

describe('refused, at the field', () => {
  const cue = seedSchema.labels[2] as LabelDef;
  const replacedBy = (traits: Partial<LabelDef>): SchemaEdit => ({
    kind: 'replace', schema: { ...seedSchema, version: '1.7', labels: seedSchema.labels.map((one) => (one === cue ? { ...one, ...traits } : one)) },
  });
  const pieces = { ...dataset, sets: dataset.sets.map((set) => ({ ...set, annotations: [annotation('two', 'QUOTE', 0, 4, { spans: [span(0, 4), span(10, 12)] })], relations: [] })) };
  test.each<[string, SchemaEdit, string]>([
    ['an id that is taken', { kind: 'change-id', part: labelPart('QUOTE'), id: 'CUE' }, 'schema-id-taken id'],
    ['an id with a blank', { kind: 'change-id', part: labelPart('QUOTE'), id: 'a b' }, 'schema-id-wrong id'],
    ['a part that is gone', { kind: 'move', part: labelPart('GONE'), to: 0 }, 'schema-part-missing id'],
    ['an empty name', { kind: 'name', part: labelPart('QUOTE'), name: { fa: ' ', en: 'Quote' } }, 'schema-name-empty name.fa'],
    ['a key that is taken', { kind: 'alter-label', label: label('QUOTE'), traits: { key: 2 } }, 'schema-key-taken key'],
    ['a badge that is taken', { kind: 'alter-label', label: label('QUOTE'), traits: { badge: 'گ' } }, 'schema-badge-taken badge'],
    ['a colour that cannot be told from the page', { kind: 'alter-label', label: label('QUOTE'), traits: { colour: coloursOf('#e69f00', '#e69f00') } }, 'schema-colour-faint colour.light.ink'],
    ['a merge into itself', { kind: 'retire', part: labelPart('QUOTE'), into: 'QUOTE' }, 'schema-into-itself into'],
    ['another Schema with an ink that cannot be told from the page', replacedBy({ colour: { ...cue.colour, dark: { ...cue.colour.dark, ink: '#15181d' } } }), 'schema-colour-faint labels.2.colour.dark.ink'],
    ['another Schema with a tint that hides the text', replacedBy({ colour: { ...cue.colour, light: { ...cue.colour.light, tint: '#5B109D' } } }), 'schema-tint-dark labels.2.colour.light.tint'],
    ['another Schema with an empty badge', replacedBy({ badge: ' ' }), 'schema-badge-empty labels.2.badge'],
  ])('%s', (_reason, edit, problem) => expect(refused(edit)).toEqual([problem]));

  test('another Schema in which two labels bear the same letter: each of them is named', () =>
    expect(refused(replacedBy({ badge: 'گ' }))).toEqual(['schema-badge-taken labels.1.badge', 'schema-badge-taken labels.2.badge']));

  test('one piece only, while annotations have several', () => {
    const change = editSchema({ dataset: pieces }, { kind: 'alter-label', label: label('QUOTE'), traits: { discontinuous: false } });
    expect(change.ok ? [] : change.problems.map(({ code, values }) => [code, values.count])).toEqual([['schema-pieces-in-use', 1]]);
  });

  test('the last choice of an attribute', () => {
    const attribute = { id: 'one', name: { fa: 'یک', en: 'one' }, kind: 'choice', choices: [{ id: 'only', name: { fa: 'تنها', en: 'only' } }] } as const;
    const before = after({ kind: 'add-attribute', label: label('QUOTE'), attribute });
    const change = editSchema({ dataset: before }, { kind: 'retire', part: { kind: 'choice', label: label('QUOTE'), attribute: 'one', choice: 'only' }, into: null });
    expect(change.ok ? [] : change.problems.map(({ code }) => code)).toEqual(['schema-last-part']);
  });
});
