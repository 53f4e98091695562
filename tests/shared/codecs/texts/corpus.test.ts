import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ColumnMapping, columnsKey, guessedMapping, noMapping } from '../../../../shared/codecs/corpus/column-mapping.ts';
import { corpus, readSheet } from '../../../../shared/codecs/corpus/corpus.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { findings } from '../../../../shared/codecs/findings.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { codecById } from '../../../../shared/codecs/registry.ts';
import { type ReadingChoices } from '../../../../shared/codecs/texts/reading-choices.ts';
import { surveyOf } from '../../../../shared/codecs/texts/survey.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { goldenCorpus } from '../../../fixtures/golden-corpus.ts';
import { bytesOf, file, workbook } from './archives.ts';

const read = (one: NamedBytes, reading: ReadingChoices = {}) => {
  const decoded = corpus.decode?.([one], { schemas: [seedSchema], now: '', reading });
  return { articles: decoded?.dataset?.articles ?? [], said: decoded?.problems.map(({ code, place: { line } }) => `${code}${line ? `:${line}` : ''}`) };
};
const texts = (one: NamedBytes, reading?: ReadingChoices) => read(one, reading).articles.map(({ text }) => text).sort();

describe('a table of articles', () => {
  it('gives each row its text, title, date, publisher, address and id, and keeps the other columns', () => {
    const { articles, said } = read(file('a.csv', 'شناسه,تیتر,متن,تاریخ,منبع,نشانی,بخش\n7,خبر,"وزیر گفت,\nبرق",۱۴۰۳/۰۸/۰۲,ایرنا,https://a.example/7,سیاسی\n'));
    expect(said).toEqual([]);
    expect(articles[0]).toMatchObject({
      text: 'وزیر گفت,\nبرق', title: 'خبر', source: { published: '2024-10-23', publisher: 'ایرنا', url: 'https://a.example/7', file: 'a.csv' },
      extra: { source_id: '7', columns: { بخش: 'سیاسی' }, origin: { encoding: 'utf-8', row: 1 } },
    });
  });

  it.each([
    ['semicolons', 'text;date\nالف;x\n'], ['tabulators', 'text\tdate\nالف\tx\n'], ['Persian commas', 'text،date\nالف،x\n'], ['a mark and CRLF', '\ufefftext,date\r\nالف,x\r\n'],
    // A spreadsheet is told so, by a first line that is none of the table.
    ['what the first line says', 'sep=;\r\nمتن;تاریخ\r\nالف;x\r\n'],
    ['what the first line says, though another one would part them as well', 'sep=|\nمتن|a,b\nالف|x,y\n'],
  ])('cells may be parted by %s', (_, content) => expect(texts(file('a.csv', content))).toEqual(['الف']));

  it('is read as a person says', () => {
    const one = file('a.csv', 'a,b\nالف,ب\n');
    expect(read(one).said).toEqual(['columns-unclear']);
    const mapping: ColumnMapping = { ...noMapping, text: 'b', title: 'a' };
    expect(read(one, { columns: { [columnsKey(['b', 'a'])]: mapping } }).articles[0]).toMatchObject({ text: 'ب', title: 'الف' });
    expect(read(one, { columns: { [columnsKey(['a', 'b'])]: { ...mapping, text: 'gone' } } }).said).toEqual(['columns-unclear']);
  });

  it('may be objects, whose inner fields are columns', () => {
    expect(read(file('a.jsonl', '{"body":"الف","meta":{"url":"u","n":1}}\n')).articles[0]).toMatchObject({ text: 'الف', extra: { columns: { 'meta.url': 'u', 'meta.n': 1 } } });
    expect(texts(file('a.json', '[{"text":"الف"},{"text":"ب"}]'))).toEqual(['الف', 'ب']);
  });

  it.each([['lines', 'a.jsonl', (rows: readonly string[]) => rows.join('\n')], ['a list', 'a.json', (rows: readonly string[]) => `[${rows.join(',')}]`]] as const)(
    'ids of more digits than a number holds stay what they are: in %s', (_, name, written) => {
      const { articles, said } = read(file(name, written(['{"id":9007199254740993,"text":"الف 12345678901234567890"}', '{"id":9007199254740992,"text":"ب","n":-12345678901234567,"x":1.0000000000000000001,"y":1e20}'])));
      expect(said).toEqual([]);
      expect(new Map(articles.map(({ text, extra }) => [text, [extra['source_id'], extra['columns']]]))).toEqual(new Map([
        ['الف 12345678901234567890', ['9007199254740993', undefined]], ['ب', ['9007199254740992', { n: '-12345678901234567', x: 1, y: 1e20 }]],
      ]));
    });

  it('values that are no fields of an article are left out, and counted by their columns', () => {
    const long = 'چکیده '.repeat(500);
    const one = file('a.jsonl', `{"text":"الف","tags":["سیاسی"],"lead":"${long}","none":[]," ":" "}\n{"text":"ب","tags":["برق"],"place":{"city":{"name":"تهران"}}}\n`);
    const decoded = corpus.decode?.([one], { schemas: [seedSchema], now: '' });
    expect(decoded?.problems.map(({ code, severity, values }) => [code, severity, values])).toEqual([
      ['column-left-out', 'warning', { column: 'tags', count: 2 }], ['column-left-out', 'warning', { column: 'lead', count: 1 }], ['column-left-out', 'warning', { column: 'place.city', count: 1 }],
    ]);
    expect(decoded?.dataset?.articles).toHaveLength(2);
  });

  it('repairs that are alike in many rows are said once', () =>
    expect(read(file('a.jsonl', '{"text":"a\\r\\nb"}\n{"text":"c\\r\\nd\\r\\n"}\n')).said).toEqual(['line-ends-unified']));
});

describe('the tables that Naql itself writes', () => {
  const fixture = (name: string): NamedBytes => ({ name, bytes: readFileSync(path.join(import.meta.dirname, '../../../fixtures/table', name)) });
  const written = (id: string, name: string): NamedBytes => {
    const codec = codecById(id);
    const found = codec && encode(codec, fit(goldenCorpus, codec).dataset, 'a').find((one) => one.name === name);
    if (!found) throw new Error(`${id} writes no ${name}`);
    return found;
  };
  const forReading = [...['people.csv', 'raw.csv', 'raw.relations.csv', 'raw.sets.csv', 'raw.entities.csv'].map(fixture), written('csv', 'a.relations.csv'), written('csv', 'a.articles.csv'), written('xlsx', 'a.xlsx')];

  it.each(forReading.map((one) => [one.name, one] as const))('are for reading, and no article is made of them: %s', (_, one) => {
    const { articles, said } = read(one);
    expect(articles).toEqual([]);
    expect(said).toContain('table-for-reading');
    expect(surveyOf([one], { schemas: [seedSchema], now: '' }).tables, 'nor is asked which column is which').toEqual([]);
  });

  it('but for that of whole articles', () => {
    const { articles, said } = read(written('csv-raw', 'a.articles.csv'));
    expect(said).toEqual([]);
    const told = (all: readonly Article[]) => all.map(({ text, title, source: { publisher, licence } }) => JSON.stringify([text, title, publisher, licence])).sort();
    expect(told(articles)).toEqual(told(goldenCorpus.articles));
  });
});

describe('a spreadsheet', () => {
  const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const strings = '<sst><si><t>متن</t></si><si><r><t>الف</t></r><r><t>با</t></r><rPh><t>x</t></rPh></si></sst>';
  it.each([
    ['texts that stand in their cells', { s: `<row r="1">${cell('A1', 'text')}</row><row r="2">${cell('A2', 'الف')}</row>` }, {}, ['الف'], []],
    ['texts by number, of several runs', { s: '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>' }, { 'xl/sharedStrings.xml': strings }, ['الفبا'], []],
    ['what a formula came to', { s: `<row r="1">${cell('A1', 'text')}</row><row r="2"><c r="A2" t="str"><f>A1</f><v>الف</v></c></row>` }, {}, ['الف'], []],
    ['empty sheets are passed over', { e: '', s: `<row r="4">${cell('B4', 'text')}</row><row r="9">${cell('B9', 'الف')}</row>` }, {}, ['الف'], []],
    ['further sheets are named', { s: `<row r="1">${cell('A1', 'text')}</row><row r="2">${cell('A2', 'الف')}</row>`, t: `<row r="1">${cell('A1', 'x')}</row>` }, {}, ['الف'], ['sheet-left-out']],
    ['a number is no text', { s: `<row r="1">${cell('A1', 'text')}</row><row r="2"><c r="A2"><v>7</v></c></row>` }, {}, [], ['row-text-wrong:2']],
    ['an XML that is none', { s: '<row>' }, {}, [], ['xlsx-broken']],
  ] as const)('%s', (_, sheets, parts, expected, said) => {
    const one = workbook('a.xlsx', sheets, parts);
    expect(texts(one)).toEqual(expected);
    expect(read(one).said).toEqual(said);
  });

  it('days are days, counted from either year', () => {
    const rows = `<row r="1">${cell('A1', 'text')}${cell('B1', 'date')}</row><row r="2">${cell('A2', 'الف')}<c r="B2" s="1"><v>45588</v></c></row>`;
    const styles = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
    expect(read(workbook('a.xlsx', { s: rows }, { 'xl/styles.xml': styles })).articles[0]?.source.published).toBe('2024-10-23');
  });
});

describe('a table is read as its rows are asked for', () => {
  const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const many = Array.from({ length: 20_000 }, (_, index) => `خبر ${index}`);
  it.each([
    ['CSV', file('a.csv', `text,date\n${many.join(',x\n')},x\nالف,x,y\n`), 'row-too-long:20002'],
    ['JSON Lines', file('a.jsonl', `${many.map((text) => JSON.stringify({ text })).join('\n')}\n7\n`), 'row-not-object:20001'],
    ['a spreadsheet', workbook('a.xlsx', { s: ['text', ...many].map((text, index) => `<row r="${index + 1}">${cell(`A${index + 1}`, text)}</row>`).join(''), t: `<row r="1">${cell('A1', 'x')}</row>` }), 'sheet-left-out'],
  ] as const)('%s: what is wrong far below is not known before', (_, one, wrong) => {
    const found = findings();
    const sheet = readSheet(one, {}, found);
    expect(sheet.ok && sheet.value.columns).toContain('text');
    expect(found.all()).toEqual([]);
    expect(sheet.ok && [...sheet.value.rows]).toHaveLength(many.length);
    expect(found.all().map(({ code, place: { line } }) => `${code}${line ? `:${line}` : ''}`)).toEqual([wrong]);
  });

  const row = `${'وزیر نیرو گفت برق گران نمی‌شود. '.repeat(60)},۱۴۰۳/۰۸/۰۲\n`;
  const large = (end: Uint8Array): NamedBytes => file('a.csv', Buffer.concat([bytesOf(`متن,تاریخ\n${row.repeat(1400)}`), end]));
  it('of a large one only the beginning is looked at before, and its words too', () => {
    const one = large(Uint8Array.of(0xc7, 0xe1, 0xdd));
    const { encodings, tables, cleanings } = surveyOf([one], { schemas: [seedSchema], now: '' });
    expect(one.bytes.length).toBeGreaterThan(4.5 * 1024 * 1024);
    expect(encodings).toEqual([]);
    expect(tables).toMatchObject([{ columns: ['متن', 'تاریخ'], mapping: { text: 'متن', published: 'تاریخ' } }]);
    expect(tables[0]?.rows).toHaveLength(20);
    expect(read(one).said).toEqual(['encoding-wrong:1402']);
    expect(cleanings.every(({ count }) => count > 0)).toBe(true);
  });

  it('of one whose rows are very long as much as it takes', () => {
    const one = file('a.csv', `متن,تاریخ\n${`${'وزیر نیرو گفت. '.repeat(200_000)},x\n`.repeat(2)}`);
    expect(surveyOf([one], { schemas: [seedSchema], now: '' }).tables[0]?.rows).toHaveLength(2);
  });

  it('columns that come after the first rows are kept as fields of their articles', () => {
    const one = file('a.jsonl', `${many.map((text, index) => JSON.stringify({ text, ...(index > 10_000 && { late: index }) })).join('\n')}\n`);
    const { articles, said } = read(one);
    expect(said).toEqual([]);
    expect(articles.find(({ text }) => text === 'خبر 19000')?.extra['columns']).toEqual({ late: 19_000 });
  });
});

describe('guessedMapping', () => {
  const long = 'وزیر نیرو گفت برق گران نمی‌شود. '.repeat(10);
  it.each([
    ['names in English', ['id', 'Title', 'Full_Text', 'Date'], [], { id: 'id', title: 'Title', text: 'Full_Text', published: 'Date' }],
    ['names in Arabic letters', ['متن', 'تيتر'], [], { text: 'متن', title: 'تيتر' }],
    ['the longest column, where none is called so', ['a', 'b'], [new Map([['a', 'x'], ['b', long]])], { text: 'b' }],
    ['nothing where all are short', ['a', 'b'], [new Map([['a', 'x'], ['b', 'y']])], {}],
    ['each column once', ['text'], [], { text: 'text' }],
  ] as const)('%s', (_, columns, rows, expected) => expect(guessedMapping(columns, rows)).toEqual({ ...noMapping, ...expected }));
});
