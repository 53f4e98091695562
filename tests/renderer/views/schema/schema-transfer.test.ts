import { expect, test } from 'vitest';
import { schemaFrom } from '../../../../renderer/views/schema/schema-transfer.ts';
import { schemaText } from '../../../../shared/codecs/schema-file/schema-file.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

const text = schemaText(seedSchema);
const read = (words: string) => schemaFrom({ name: 'schema.json', size: words.length, bytes: new TextEncoder().encode(words) });
const lineOf = (words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

test('the Schema that ships is read as it was written', () => {
  const result = read(text);
  expect(result.ok && schemaText(result.value)).toBe(text);
});

test.each([
  ['a colour that cannot be told from the page', '"ink": "#246FDE"', '"ink": "#FFFFF0"', 'schema-colour-faint'],
  ['a tint that hides the text', '"tint": "#C9E3FB"', '"tint": "#333333"', 'schema-tint-dark'],
  ['no Schema at all', '"pattern": "dots"', '"pattern": "waves"', 'schema-field-wrong'],
])('%s is refused with its file and line', (_reason, words, others, code) => {
  const result = read(text.replace(words, others));
  expect(result.ok ? [] : result.problems.map(({ code: found, place }) => [found, place.file, place.line])).toEqual([[code, 'schema.json', lineOf(words)]]);
});
