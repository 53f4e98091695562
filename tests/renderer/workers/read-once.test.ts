import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { runCodecTask } from '../../../renderer/workers/run-codec-task.ts';
import { type DecodeContext, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { surveyOf } from '../../../shared/codecs/texts/survey.ts';
import { seedSchema } from '../../arbitraries/schema.ts';
import { file, workbook } from '../../shared/codecs/texts/archives.ts';

vi.mock('fflate', async (original) => {
  const fflate = await original<{ readonly unzipSync: typeof unzipSync }>();
  return { ...fflate, unzipSync: vi.fn(fflate.unzipSync) };
});

const context: DecodeContext = { schemas: [seedSchema], now: '' };
const read = (one: NamedBytes) => runCodecTask({ files: [one], context }).readings;

/** UTF-16 code units that are parsed as JSON meanwhile. */
function parsedIn(run: () => unknown): number {
  const parse = vi.spyOn(JSON, 'parse');
  run();
  const sum = parse.mock.calls.reduce((before, [text]) => before + text.length, 0);
  parse.mockRestore();
  return sum;
}

/** How often files of an archive are unpacked meanwhile: reading its directory alone is no unpacking. */
function unpackingsIn(run: () => unknown): number {
  vi.mocked(unzipSync).mockClear();
  run();
  return vi.mocked(unzipSync).mock.results.filter(({ value }) => Object.keys(value as object).length > 0).length;
}

describe('a list of articles in one JSON file', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => ({ id: index, text: `خبر ${index}: ${'وزیر نیرو گفت برق گران نمی‌شود. '.repeat(5)}` }));
  const list = JSON.stringify(rows);
  const [first = ''] = rows.map((row) => JSON.stringify(row));

  it('is parsed once when it is read, and for what it is asked by its first object alone', () => {
    expect(parsedIn(() => expect(read(file('a.json', list))[0]?.dataset?.articles).toHaveLength(1000))).toBeLessThan(list.length + 10 * first.length);
  });

  it('is looked at by its first rows alone', () => {
    expect(parsedIn(() => expect(surveyOf([file('a.json', list)], context).tables).toHaveLength(1))).toBeLessThan(0.25 * list.length);
  });

  it('gives the articles before the place where it breaks off, and says where that is', () => {
    const [reading] = read(file('a.json', list.slice(0, -20)));
    expect(reading?.dataset?.articles).toHaveLength(999);
    expect(reading?.problems.map(({ code, place: { line } }) => [code, line])).toEqual([['list-broken', 1000]]);
  });
});

it('one value in one JSON file is parsed once for all who ask what it is, and for whoever reads it', () => {
  const cas = JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': [], note: 'x'.repeat(10_000) });
  expect(parsedIn(() => expect(read(file('a.json', cas))[0]?.format).toBe('uima-json'))).toBeLessThan(1.5 * cas.length);
  const other = JSON.stringify({ note: 'x'.repeat(10_000) });
  expect(parsedIn(() => expect(read(file('a.json', other))[0]?.format).toBeNull())).toBeLessThan(1.5 * other.length);
});

it('such a value is let go once it is read, however long its bytes stay', () => {
  const cas = file('a.json', JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': [], note: 'x'.repeat(10_000) }));
  read(cas);
  expect(parsedIn(() => read(cas))).toBeGreaterThan(cas.bytes.length - 1);
});

it('a spreadsheet is unpacked once when it is looked at, and once when it is read', () => {
  const cell = (name: string, words: string): string => `<c r="${name}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const book = workbook('a.xlsx', { s: `<row r="1">${cell('A1', 'متن')}</row><row r="2">${cell('A2', 'وزير گفت')}</row>` });
  expect(unpackingsIn(() => expect(surveyOf([book], context)).toMatchObject({ tables: [{ columns: ['متن'] }], cleanings: [{ kind: 'letters', count: 1 }] }))).toBe(1);
  expect(unpackingsIn(() => expect(read(book)[0]?.dataset?.articles).toHaveLength(1))).toBe(1);
});
