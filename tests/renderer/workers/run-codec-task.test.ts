import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parsePage } from '../../../electron/cli/parse-page.ts';
import { runCodecTask } from '../../../renderer/workers/run-codec-task.ts';
import { type DecodeContext, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import schema from '../../../seeds/schema.json';

const context: DecodeContext = { schemas: [schema as unknown as Schema], now: '2026-03-21T08:00:00.000Z' };
const seed = (name: string): NamedBytes => ({ name, bytes: readFileSync(join(import.meta.dirname, '../../../seeds/sample', name)) });

const decode = (...files: readonly NamedBytes[]) => runCodecTask({ files, context }).readings;

function sample(): Dataset {
  const [decoded] = decode(seed('seed.txt'), seed('seed.json'));
  if (!decoded?.dataset) throw new Error('the sample was not read');
  return decoded.dataset;
}

test('a text and its annotation are read as one', () => {
  expect(decode(seed('seed.txt'), seed('seed.json'))).toHaveLength(1);
  expect(sample().sets).toHaveLength(1);
});

test('what nobody reads is told, what somebody reads is read', () => {
  const [read, unread] = decode(seed('seed.txt'), { name: 'picture.png', bytes: new Uint8Array([1, 2, 3]) });
  expect(read?.dataset?.articles).toHaveLength(1);
  expect(unread).toMatchObject({ dataset: null, problems: [{ place: { file: 'picture.png' } }] });
});

test('names that the schema does not have are read all the same, under a schema that has them', () => {
  const line = JSON.stringify({ text: 'وزیر گفت', label: [[0, 4, 'Minister'], [5, 8, 'CUE']] });
  const [read] = decode({ name: 'a.jsonl', bytes: new TextEncoder().encode(line) });
  expect(read).toMatchObject({ format: 'doccano', files: ['a.jsonl'], problems: [] });
  expect(read?.dataset?.sets[0]?.annotations.map(({ label }) => label)).toEqual(['Minister', 'CUE']);
});

test('pages are given back to be parsed, and then read by what the parser made of them', () => {
  const markup = new TextEncoder().encode('<p>خبر</p>');
  const { readings, pages } = runCodecTask({ files: [{ name: 'a.html', bytes: markup }, { name: 'b.txt', bytes: markup }], context });
  expect(readings.map(({ format, files }) => [format, files])).toEqual([['plain-text', ['b.txt']]]);
  expect(pages.map(({ file, markup: text }) => [file.name, text])).toEqual([['a.html', '<p>خبر</p>']]);
  const read = runCodecTask({ files: pages.map(({ file }) => file), context, parsed: [parsePage('<p>خبر</p>')] }).readings;
  expect(read.map(({ format, files, dataset }) => [format, files, dataset?.articles[0]?.text])).toEqual([['page', ['a.html'], 'خبر']]);
});

test('what cannot be parsed is not asked of the window, and is told by the one who reads', () => {
  const deep = { name: 'a.html', bytes: new TextEncoder().encode('<div>'.repeat(600)) };
  const { pages } = runCodecTask({ files: [deep], context });
  expect(pages).toEqual([{ file: deep, markup: null }]);
  const [read] = runCodecTask({ files: [deep], context, parsed: [null] }).readings;
  expect(read).toMatchObject({ dataset: null, problems: [{ code: 'page-too-deep', place: { file: 'a.html' } }] });
});

test('a page that nobody has parsed is a mistake of whoever asks', () =>
  expect(() => runCodecTask({ files: [{ name: 'a.html', bytes: new TextEncoder().encode('<p>خبر</p>') }], context, parsed: [null] })).toThrow('"a.html" can be parsed, and nobody has'));
