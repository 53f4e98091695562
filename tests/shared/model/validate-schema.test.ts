import { describe, expect, test } from 'vitest';
import seed from '../../../seeds/schema.json';
import { validateSchema } from '../../../shared/model/validate-schema.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anySchema } from '../../arbitraries/schema.ts';

const problemsOf = (value: unknown): readonly (readonly [string, string | undefined])[] => {
  const result = validateSchema(value);
  return result.ok ? [] : result.problems.map(({ code, place }) => [code, place.field] as const);
};
const [quote, speaker] = seed.labels;
const [saidBy] = seed.relations;

test('the schema that ships is sound and comes back as it is', () => expect(validateSchema(seed)).toEqual({ ok: true, value: seed }));

test('every schema of the generators is sound, also after JSON', () => {
  forAll(anySchema, (schema) => expect(validateSchema(JSON.parse(JSON.stringify(schema)))).toEqual({ ok: true, value: schema }));
});

describe('refused', () => {
  test.each<readonly [string, unknown, string, string]>([
    ['a version from the future, whatever else it holds', { version: '2.0', tags: [] }, 'schema-version-unknown', 'version'],
    ['a version that is no number', { ...seed, version: 'new' }, 'schema-field-wrong', 'version'],
    ['no labels', { ...seed, labels: [] }, 'schema-field-wrong', 'labels'],
    [
      'a colour by name',
      { ...seed, labels: [{ ...quote, colour: { ...quote?.colour, light: { ink: 'red', tint: '#C9E3FB' } } }] },
      'schema-field-wrong',
      'labels.0.colour.light.ink',
    ],
    [
      'a key that is no digit',
      { ...seed, labels: [{ ...quote, key: 10 }], relations: [], crossing: [] }, 'schema-field-wrong', 'labels.0.key',
    ],
    ['a name in one language', { ...seed, name: { fa: 'طرح' } }, 'schema-field-wrong', 'name.en'],
    [
      'a kind of attribute that nobody knows',
      { ...seed, labels: [{ ...quote, attributes: [{ id: 'a', name: seed.name, kind: 'number', choices: [] }] }] },
      'schema-field-wrong',
      'labels.0.attributes.0.kind',
    ],
    ['a label twice', { ...seed, labels: [quote, { ...quote, key: 2 }], relations: [], crossing: [] }, 'schema-name-twice', 'labels'],
    ['a key twice', { ...seed, labels: [quote, { ...speaker, key: 1 }], relations: [], crossing: [] }, 'schema-name-twice', 'labels'],
    [
      'a relation to a label that is not there',
      { ...seed, relations: [{ ...saidBy, to: ['SPEAKERS'] }] }, 'schema-label-unknown', 'relations.0.to.0',
    ],
    [
      'a rule about a label that is not there',
      { ...seed, crossing: [{ label: 'QUOTES', mayNotCross: [] }] }, 'schema-label-unknown', 'crossing.0.0',
    ],
    [
      'a choice of nothing',
      {
        ...seed,
        labels: [{ ...quote, attributes: [{ id: 'a', name: seed.name, kind: 'choice', choices: [] }] }],
        relations: [],
        crossing: [],
      },
      'schema-choices-wrong',
      'labels.0.attributes.0.choices',
    ],
    ['nothing', null, 'schema-field-wrong', ''],
    ['a list', [], 'schema-field-wrong', ''],
  ])('%s', (_, value, code, field) => expect(problemsOf(value)).toContainEqual([code, field]));
});
