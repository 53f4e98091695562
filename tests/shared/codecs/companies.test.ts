import { expect, it } from 'vitest';
import { companies } from '../../../shared/codecs/companies.ts';

const parted = (...names: readonly string[]): readonly (readonly string[])[] => companies(names.map((name) => ({ name }))).map((part) => part.map(({ name }) => name));

// That no file is parted from what it is read with: `codec-for.test.ts`, of every format.
it.each([
  ['texts whose names end in a year', ['news_2024.txt', 'news_2025.txt']],
  ['attributions of two texts', ['a_4e07.ann', 'b_4e07.ann']],
  ['a folder called text', ['text/a.txt', 'text/b.txt']],
  ['splits of a dataset', ['data/train.jsonl', 'data/test.jsonl']],
  ['texts far from the annotations that may name them', ['x/a.jsonld', 'y/b.txt']],
])('parts what does not belong together: %s', (_, names) => expect(parted(...names)).toEqual(names.map((name) => [name])));

it('reads no more than a few hundred texts with annotations that may name them', () => {
  const texts = Array.from({ length: 300 }, (_, index) => `${index}.txt`);
  expect(parted('a.jsonld', ...texts)).toHaveLength(301);
  expect(parted('a.jsonld', ...texts.slice(0, 200))).toHaveLength(1);
});

it('tables of one split are read together, whose articles stand in one of them alone', () =>
  expect(parted('out/bio/train.jsonl', 'out/data/train.jsonl', 'out/data/test.jsonl', 'out/judgements/train.jsonl')).toEqual([
    ['out/bio/train.jsonl', 'out/data/train.jsonl', 'out/judgements/train.jsonl'], ['out/data/test.jsonl'],
  ]));
