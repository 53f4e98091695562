import { describe, expect, test } from 'vitest';
import { lineOfField } from '../../../../shared/codecs/schema-file/line-of-field.ts';
import { readSchemaText, schemaText } from '../../../../shared/codecs/schema-file/schema-file.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { schema as anySchema, seedSchema } from '../../../arbitraries/schema.ts';

const read = (text: string): Schema => {
  const schema = readSchemaText(text);
  if (!schema.ok) throw new Error(JSON.stringify(schema.problems));
  return schema.value;
};

describe('schema.json', () => {
  test('there and back, and the same text again', () => {
    forAll(anySchema, (schema) => {
      const text = schemaText(schema);
      expect(schemaText(read(text))).toBe(text);
      expect(read(text).labels).toEqual(schema.labels);
    });
  });

  test('a change of one value is a change of one line', () => {
    const [before, after] = [seedSchema, { ...seedSchema, version: '1.1' }].map((one) => schemaText(one).split('\n'));
    expect(after?.filter((line, index) => line !== before?.[index])).toEqual([' "version": "1.1"']);
  });

  test('lists without an order of their own are sorted', () => {
    const turned = { ...seedSchema, relations: seedSchema.relations.map((one) => ({ ...one, to: one.to.toReversed() })), crossing: seedSchema.crossing.toReversed() };
    expect(schemaText(turned)).toBe(schemaText(seedSchema));
  });
});

describe('what is wrong with a file, and in which line', () => {
  const lines = schemaText(seedSchema).split('\n');
  const altered = (from: RegExp, to: string): string => lines.join('\n').replace(from, to);
  const problems = (text: string) => {
    const result = readSchemaText(text);
    return result.ok ? [] : result.problems.map(({ code, place }) => [code, place.line === undefined ? null : text.split('\n')[place.line - 1]?.trim().replace(/,$/, '')]);
  };

  test.each<[string, string, readonly (readonly [string, string | null])[]]>([
    ['no JSON', '{', [['file-not-json', null]]],
    ['another major version', altered(/"version": "1\.0"/, '"version": "2.0"'), [['schema-version-unknown', '"version": "2.0"']]],
    ['a pattern that there is not', altered(/"pattern": "dots"/, '"pattern": "waves"'), [['schema-field-wrong', '"pattern": "waves"']]],
    ['a key out of range', altered(/"key": 3/, '"key": 12'), [['schema-field-wrong', '"key": 12']]],
    ['a key that is there twice', altered(/"key": 3/, '"key": 1'), [['schema-name-twice', '"labels": [']]],
    ['a field that is missing', altered(/ {3}"badge": "ش",\n/, ''), [['schema-field-wrong', '{']]],
  ])('%s', (_reason, text, expected) => expect(problems(text)).toEqual(expected));

  test.each<[string, string, number | null]>([
    ['a', '{\n"a": 1\n}', 2],
    ['a.1', '{"a": [\n{"b": "x, y: ["},\n"c"\n]}', 3],
    ['a.0.b', '{"a": [\n{\n"b": {}}]}', 3],
    ['z', '{"a": 1}', null],
    ['b', '{"a": {\n"b": 1},\n"b": 2}', 3],
  ])('%s in %j is in line %d', (field, text, line) => expect(lineOfField(text, field)).toBe(line));
});
