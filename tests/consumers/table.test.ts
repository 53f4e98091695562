import { readFileSync } from 'node:fs';
import path from 'node:path';
import readExcel from 'read-excel-file/node';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { csvRaw } from '../../shared/codecs/table/csv.ts';
import { tables } from '../../shared/messages/tables.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { zipEntries } from './central-directory.ts';
import { type Duck, duck } from './duckdb.ts';

const tempting = ['=1+1', '@SUM(A1)', '-2+3', '+98 21', '"، ,؛\n=2', ''];

/** The corpus with notes that a table program would run. */
const corpus: Dataset = normalised({
  ...goldenCorpus,
  sets: goldenCorpus.sets.map((set) => ({ ...set, annotations: set.annotations.map((one, index) => ({ ...one, note: tempting[index % tempting.length] ?? '' })) })),
});

function written(id: string) {
  const codec = codecById(id);
  if (!codec) throw new Error(`no codec "${id}"`);
  return encode(codec, fit(corpus, codec).dataset, 'golden');
}

const annotations = corpus.sets.flatMap((set) => set.annotations.map((one) => ({ ...one, doc: set.article, set: set.id })));
const pieces = annotations.reduce((sum, { spans }) => sum + spans.length, 0);
const relations = corpus.sets.reduce((sum, set) => sum + set.relations.length, 0);

describe('DuckDB reads the CSV tables', () => {
  let db: Duck;
  beforeAll(async () => {
    db = await duck();
    db.put(written('native'), 'native');
    db.put(written('csv'), 'people');
    db.put(written('csv-raw'), 'raw');
  });
  afterAll(() => db.close());

  const native = (): string => `(select distinct doc_id, text from read_json('${path.join(db.folder, 'native/golden.jsonl')}', format = 'newline_delimited'))`;
  const table = (folder: string, name: string): string => `read_csv('${path.join(db.folder, folder, name)}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
  /** Offsets by the names that the two kinds of file give them. */
  const columns = { raw: { doc: 'doc_id', text: 'text', start: 'start', end: 'end' }, people: columnsForPeople('doc_id', 'text', 'start', 'end') };

  for (const folder of ['raw', 'people'] as const) {
    it(`every slice of ${folder} is the text that stands there, counted in code points, and no row is missing`, async () => {
      const { doc, text, start, end } = columns[folder];
      const slice = (shift: number) =>
        db.ask(`select count(*)::int as rows, count(*) filter (where t."${text}" = substring(n.text, t."${start}"::int + 1 + ${shift}, t."${end}"::int - t."${start}"::int))::int as good
          from ${table(folder, 'golden.csv')} t join ${native()} n on t."${doc}" = n.doc_id`);
      expect(await slice(0)).toEqual([{ rows: pieces, good: pieces }]);
      const [shifted] = await slice(1);
      expect(shifted?.['good']).toBeLessThan(pieces / 2);
    });
  }

  it('counts what the corpus has', async () => {
    const count = async (name: string): Promise<unknown> => (await db.ask(`select count(*)::int as n from ${table('raw', `golden.${name}`)}`))[0]?.['n'];
    const named = fit(corpus, csvRaw).dataset.entities.length;
    expect(await Promise.all(['csv', 'relations.csv', 'articles.csv', 'sets.csv', 'entities.csv'].map(count))).toEqual([
      pieces, relations, corpus.articles.length, corpus.sets.length, named,
    ]);
  });

  it('finds in the table of relations the ends that stand in that of the annotations', async () => {
    const loose = await db.ask(`select r.relation_id from ${table('raw', 'golden.relations.csv')} r
      left join (select distinct set_id, span_id, label from ${table('raw', 'golden.csv')}) f on r.set_id = f.set_id and r.from_id = f.span_id and r.from_label = f.label
      where f.span_id is null`);
    expect(loose).toEqual([]);
  });

  it('has the articles whole, in the tables for programs', async () => {
    const rows = await db.ask(`select count(*)::int as n from ${table('raw', 'golden.articles.csv')} a join ${native()} n on a.doc_id = n.doc_id and a.text = n.text and a.characters::int = length(n.text)`);
    expect(rows).toEqual([{ n: corpus.articles.length }]);
  });

  it('sees notes as they were written, and guarded ones where people may open them', async () => {
    const notes = async (folder: 'raw' | 'people'): Promise<unknown> => {
      const column = folder === 'raw' ? 'note' : columnsForPeople('note').doc;
      return (await db.ask(`select coalesce("${column}", '') as note from ${table(folder, 'golden.csv')} order by note`)).map((row) => row['note']);
    };
    const expected = annotations.flatMap(({ spans, note }) => spans.map(() => note));
    const guard = (note: string): string => (/^[=+@-]/.test(note) ? `'${note}` : note);
    expect(await notes('raw')).toEqual([...expected].sort());
    expect(await notes('people')).toEqual(expected.map(guard).sort());
  });

  it('does not take the byte order mark into the name of the first column', async () => {
    expect(readFileSync(path.join(db.folder, 'people/golden.csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [first] = await db.ask(`describe select * from ${table('people', 'golden.csv')}`);
    expect(first?.['column_name']).toBe(columns.people.doc);
  });
});

type TableCode = keyof typeof tables;
function columnsForPeople(...ids: readonly string[]) {
  const [doc = '', text = '', start = '', end = ''] = ids.map((id) => `${tables[`table.column.${id}` as TableCode].fa} (${id})`);
  return { doc, text, start, end };
}

describe('read-excel-file reads the workbook', () => {
  const [book] = written('xlsx');
  const csv = new Map(written('csv').map(({ name, bytes }) => [name, Papa.parse<string[]>(Buffer.from(bytes).toString().replace(/^\ufeff/, ''), { skipEmptyLines: true }).data]));

  it('every cell of every sheet is the cell of the CSV, words as words and numbers as numbers', async () => {
    const sheets = await readExcel(Buffer.from(book?.bytes ?? []), { trim: false });
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['annotations', 'relations', 'articles', 'sets', 'entities'].map((id) => tables[`table.${id}` as TableCode].fa));
    const names = ['golden.csv', 'golden.relations.csv', 'golden.articles.csv', 'golden.sets.csv', 'golden.entities.csv'];
    for (const [index, { data }] of sheets.entries()) {
      const cells = data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
      const expected = csv.get(names[index] ?? '')?.map((row) => row.map((cell) => cell.replace(/^'(?=[=+@-])/, '')));
      expect(cells).toEqual(expected);
    }
  });

  it('numbers are numbers, and no note is one', async () => {
    const [first] = await readExcel(Buffer.from(book?.bytes ?? []), { trim: false });
    const header = first?.data[0]?.map(String) ?? [];
    const column = (id: string): readonly unknown[] => first?.data.slice(1).map((row) => row[header.findIndex((name) => name.endsWith(`(${id})`))]) ?? [];
    for (const id of ['start', 'end', 'fragment', 'fragments']) expect(new Set(column(id).map((cell) => typeof cell))).toEqual(new Set(['number']));
    expect(column('note')).toContain('=1+1');
    expect(column('note')).not.toContain(2);
  });
});

describe('another reader of archives', () => {
  it.each(['uima-xmi', 'uima-json', 'xlsx'])('finds every file of %s whole, under a name in UTF-8 and without a time', (id) => {
    const [archive] = written(id);
    const entries = zipEntries(archive?.bytes ?? new Uint8Array());
    expect(entries.length).toBeGreaterThan(5);
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    for (const { name, bytes, time, isUtf8 } of entries) {
      expect(time).toBe(0x00210000);
      expect(isUtf8 || /^[\x20-\x7e]*$/.test(name)).toBe(true);
      expect(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toBe('');
    }
  });

  it.each(['uima-xmi', 'uima-json'])('finds in %s a file for each set and for each article without one', (id) => {
    const [archive] = written(id);
    const names = zipEntries(archive?.bytes ?? new Uint8Array()).map(({ name }) => name).filter((name) => name !== 'TypeSystem.xml');
    const bare = corpus.articles.filter((one) => corpus.sets.every((set) => set.article !== one.id));
    expect(names.length).toBe(corpus.sets.length + bare.length);
  });
});
