import { expect, test } from 'vitest';
import { outputFiles, stemOf } from '../../../../renderer/views/export/output-files.ts';

test.each([
  ['a Persian name stays', 'پروژهٔ نمونه', 'پروژهٔ نمونه'],
  ['signs that file systems refuse become spaces', 'IRNA: 1405/01?', 'IRNA  1405 01'],
  ['a name of such signs alone gets a name', '///', 'naql'],
  ['no dot at the end', 'a...', 'a'],
])('%s', (_, name, stem) => {
  expect(stemOf(name)).toBe(stem);
});

test('what follows the stem is the suffix', () => {
  const bytes = new Uint8Array();
  const files = outputFiles([{ name: 'a.jsonl', bytes }, { name: 'a.schema.json', bytes }], 'a');
  expect(files.map(({ suffix }) => suffix)).toEqual(['.jsonl', '.schema.json']);
  expect(() => outputFiles([{ name: 'b.jsonl', bytes }], 'a')).toThrow('the codec named a file "b.jsonl" where the stem is "a"');
});
