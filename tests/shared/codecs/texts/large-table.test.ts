import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus } from '../../../../shared/codecs/corpus/corpus.ts';
import { isReadInParts } from '../../../../shared/codecs/corpus/large-table.ts';
import { longestRow } from '../../../../shared/codecs/corpus/sheet.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { runs } from '../../../arbitraries/runs.ts';
import { context, inParts, readInParts, told, type Told } from './in-parts.ts';

const atOnce = (name: string, bytes: Uint8Array): Told => {
  const decoded = corpus.decode?.([{ name, bytes }], context);
  if (!decoded) throw new Error('tables can be read no more');
  return told([decoded]);
};

const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
const written: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': utf8,
  'UTF-8 with a mark': (text) => utf8(`\ufeff${text}`),
  'UTF-16 LE': (text) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'UTF-16 BE': (text) => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
};

/** By so much it is told what parts cells, and by so many rows what columns mean: what follows is read part by part. */
const opening = { text: 'خبر نخست '.repeat(23_000), rows: 210 };

const words = fc.string({ unit: fc.constantFrom('گفت', ' ', '،', ',', ';', '"', '""', '\n', '\r\n', '😀', 'می\u200cرود', '\\', '{', 'ي'), maxLength: 12 });
const csvCell = fc.oneof(words.map((word) => `"${word.replaceAll('"', '""')}"`), words, fc.constantFrom('', ' ', '"', '"a"b', '1'));
const csvRow = fc.array(csvCell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(','));
const jsonRow = fc.oneof(
  fc.record({ text: fc.oneof(words, fc.constantFrom('', null, 3)), id: fc.integer({ min: 0, max: 40 }) }, { requiredKeys: [] }).map((row) => JSON.stringify(row)),
  fc.constantFrom('', '  ', '[]', '{"text":"نیمه', '{"text":"\\ud83d"}', '{"x":1e999,"text":"ب"}'),
);
const lineEnd = fc.constantFrom('\n', '\r\n');

const csv = fc.tuple(fc.array(csvRow, { maxLength: 30 }), lineEnd, fc.constantFrom('', 'sep=,\n')).map(
  ([rows, end, first]) => `${first}id,text,title${end}0,${opening.text},سر${end}${Array.from({ length: opening.rows }, (_, row) => `${row + 1},متن ${row},سر${end}`).join('')}${rows.join(end)}`,
);
const lines = fc.tuple(fc.array(jsonRow, { maxLength: 30 }), lineEnd).map(
  ([rows, end]) => `${JSON.stringify({ id: 'a', text: opening.text })}${end}${Array.from({ length: opening.rows }, (_, row) => `{"id":"r${row}","text":"متن ${row}"}${end}`).join('')}${rows.join(end)}`,
);

const list = fc.tuple(fc.array(jsonRow.filter((row) => row.trim() !== ''), { maxLength: 30 }), fc.constantFrom(',', ' ,\r\n'), fc.constantFrom('', '\n', ' ] x', ',', '[')).map(
  ([rows, parting, end]) => `\n[\n${[JSON.stringify({ id: 'a', text: opening.text }), ...Array.from({ length: opening.rows }, (_, row) => `{"id":"r${row}","text":"متن ${row}"}`), ...rows].join(parting)}]${end}`,
);

/** The first is large: what comes before the rows that are drawn is the same each time. */
const sizes = fc.tuple(fc.integer({ min: 1, max: 300_000 }), fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 12 })).map(([first, others]) => [first, ...others]);

describe('law: a table in parts is read as it is at once', () => {
  it.each([['a.csv', csv], ['a.jsonl', lines], ['a.json', list]] as const)('%s', (name, tables) => {
    forAll(
      fc.tuple(tables, fc.constantFrom(...Object.keys(written)), sizes),
      ([text, way, parts]) => {
        const bytes = written[way]?.(text) ?? new Uint8Array();
        expect(inParts(name, bytes, parts)).toEqual(atOnce(name, bytes));
      },
      Math.ceil(runs / 40),
    );
  });

  it('in parts of a byte each', () => {
    const bytes = utf8('\ufefftext,id\r\n"گفت ""نه""\r\n😀",1\r\nب,1\r\n"a"b,2\r\nپ\r\n\r\nالف,3,4');
    expect(inParts('a.csv', bytes, [1])).toEqual(atOnce('a.csv', bytes));
  });

  it.each(['[]', ' [ ] ', '[{"text":"الف"}]', '[ {"text":"الف, ]"} , {"text":"\\"]"}\n] \n', '[{"text":"الف"},]', '[{"text":"الف"}', '[{"text":"الف"}] x', '[{"text":"الف"},{"text":"ب'])(
    'so is a list, in parts of a byte each: %s', (text) => expect(inParts('a.json', utf8(text), [1])).toEqual(atOnce('a.json', utf8(text))),
  );
});

describe('a table too large to be in memory', () => {
  it.each([
    ['a character that its encoding cannot have', Uint8Array.from([...utf8('text\nالف\nب'), 0xff, 0x0a]), [4]],
    ['a character that is cut off', utf8('text\nالف').subarray(0, -1), [3]],
    ['NUL', utf8('text\nالف\nب\0\n'), [4]],
    ['what is no text at all', Uint8Array.from([0x80, 0x81, 0x82, 0x83, 0x84, 0x90]), [6]],
  ])('with %s is refused as a small one is, with line and byte', (_, bytes, parts) => {
    const { articles, problems } = inParts('a.csv', bytes, parts, parts);
    expect(articles).toEqual([]);
    expect(problems).toEqual(atOnce('a.csv', bytes).problems);
  });

  it('has the hash of its whole file in each article, and the number of its row', () => {
    const bytes = utf8('text\nالف\nب\n');
    const [one] = inParts('a.csv', bytes, [3], [3]).articles;
    expect(one?.extra).toEqual(atOnce('a.csv', bytes).articles[0]?.extra);
  });

  it.each([['a.csv', 'text\nالف\n"', 'csv-quote-open', 3], ['a.jsonl', '{"text":"الف"}\n{"text":"', 'line-too-long', 2], ['a.json', '[{"text":"الف"},{"text":"', 'list-broken', 2]])(
    'gives up a row without end, and keeps what stood before: %s', (name, start, code, line) => {
      const bytes = utf8(`${start}${'a'.repeat(longestRow + 100)}\n${name === 'a.jsonl' ? '{"text":"ب"}\n' : ''}`);
      const { articles, problems } = readInParts(name, { encoding: 'utf-8', sha256: '', warnings: [] }, bytes, [longestRow + 50]);
      expect(problems.map((one) => [one.code, one.place.line])).toEqual([[code, line]]);
      expect(articles.map(({ text }) => text).sort()).toEqual(name === 'a.jsonl' ? ['الف', 'ب'] : ['الف']);
    },
  );

  it('is one by its name', () => {
    expect(['a.CSV', 'ب/a.tsv', 'a.jsonl', 'a.json'].every(isReadInParts)).toBe(true);
    expect(['a.xlsx', 'a.txt', 'a.zip', 'csv'].some(isReadInParts)).toBe(false);
  });
});
