import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Codec, type NamedBytes } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { hfJsonl, hfParquet } from '../../shared/codecs/hugging-face/hugging-face.ts';
import { settledSet } from '../../shared/codecs/hugging-face/settled-set.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { awkwardDataset } from '../fixtures/hugging-face/awkward-dataset.ts';
import { duck, type Duck } from './duckdb.ts';

/** What lies in the editor, counted there. */
const countFragments = (sets: readonly AnnotationSet[]): number =>
  sets.reduce((sum, { annotations }) => sum + annotations.reduce((inSet, { spans }) => inSet + spans.length, 0), 0);
const { articles, sets } = awkwardDataset;
const settled = articles.flatMap(({ id }) => settledSet(sets.filter(({ article }) => article === id)) ?? []);
const judged = sets.filter(({ article, role }) => role !== 'adjudicated' && sets.filter((one) => one.article === article).length > 1);
const expected = { documents: countFragments(settled), judgements: countFragments(judged), native: countFragments(sets) };

const filesOf = (codec: Codec): readonly NamedBytes[] => encode(codec, fit(awkwardDataset, codec).dataset, 'train');

/** The same JSON Lines with what a program writes that counts UTF-16 code units. */
const inUtf16 = ({ name, bytes }: NamedBytes): NamedBytes => {
  const lines = Buffer.from(bytes).toString().trimEnd().split('\n').map((line) => {
    const row = JSON.parse(line) as { text: string | null; spans: { fragments: { start: number; end: number }[] }[] };
    const points = [...(row.text ?? '')];
    const moved = (offset: number): number => points.slice(0, offset).join('').length;
    for (const fragment of row.spans.flatMap(({ fragments }) => fragments)) {
      fragment.start = moved(fragment.start);
      fragment.end = moved(fragment.end);
    }
    return JSON.stringify(row);
  });
  return { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
};

/** Fragments, and how many of them are not what DuckDB finds there: `substring` counts code points, from 1. */
const slices = (source: string): string => `
  WITH every_span AS (SELECT text, unnest(spans) AS span FROM ${source}), every_piece AS (SELECT text, unnest(span.fragments) AS piece FROM every_span)
  SELECT count(*)::INT AS fragments, count(*) FILTER (substring(text, piece.start + 1, piece."end" - piece.start) IS DISTINCT FROM piece.text)::INT AS wrong
  FROM every_piece`;

describe('DuckDB', () => {
  let db: Duck;
  beforeAll(async () => {
    db = await duck();
    db.put(filesOf(native), 'native');
    db.put(filesOf(hfJsonl), 'jsonl');
    db.put(filesOf(hfParquet), 'parquet');
    db.put(filesOf(hfJsonl).slice(0, 1).map(inUtf16), 'utf-16');
    db.put(filesOf(native).slice(0, 1).map(inUtf16), 'utf-16');
  });
  afterAll(() => db.close());

  const json = (file: string): string => `read_json('${db.folder}/${file}', format = 'newline_delimited')`;
  const parquet = (table: string): string => `read_parquet('${db.folder}/parquet/${table}/train-00000-of-00001.parquet')`;
  const sources: readonly (readonly [string, () => string, number])[] = [
    ['native', () => json('native/train.jsonl'), expected.native],
    ['documents of hf-jsonl', () => json('jsonl/data/train.jsonl'), expected.documents],
    ['judgements of hf-jsonl', () => json('jsonl/judgements/train.jsonl'), expected.judgements],
    ['documents of hf-parquet', () => parquet('data'), expected.documents],
    ['judgements of hf-parquet', () => parquet('judgements'), expected.judgements],
  ];

  it.each(sources)('finds every fragment of %s where it says', async (_, source, fragments) => {
    expect(fragments).toBeGreaterThan(9);
    expect(await db.ask(slices(source()))).toEqual([{ fragments, wrong: 0 }]);
  });

  it.each(['utf-16/data/train.jsonl', 'utf-16/train.jsonl'])('finds them elsewhere where offsets count UTF-16 code units: %s', async (file) => {
    const [answer] = await db.ask(slices(json(file)));
    expect(answer?.['wrong']).toBeGreaterThan(9);
  });

  it.each([
    ['hf-jsonl', () => json('jsonl/soft/train.jsonl')],
    ['hf-parquet', () => parquet('soft')],
  ])('finds every cluster of %s where it says', async (_, source) => {
    const clusters = slices(`(SELECT text, clusters AS spans FROM ${source()})`);
    expect(await db.ask(clusters)).toEqual([{ fragments: 6, wrong: 0 }]);
  });

  it('counts the same rows, spans and relations in both forms as there are', async () => {
    const relations = settled.reduce((sum, set) => sum + set.relations.length, 0);
    const annotations = settled.reduce((sum, set) => sum + set.annotations.length, 0);
    const count = (source: string): string => `SELECT count(*)::INT AS rows, sum(len(spans))::INT AS spans, sum(len(relations))::INT AS relations FROM ${source}`;
    const whole = [{ rows: articles.length, spans: annotations, relations }];
    expect(await db.ask(count(json('jsonl/data/train.jsonl')))).toEqual(whole);
    expect(await db.ask(count(parquet('data')))).toEqual(whole);
  });

  it('reads the same values from both forms', async () => {
    const columns = 'doc_id, group_id, title, text, text_sha256, set_role, annotator, published_jalali, extra, to_json(spans) AS spans, to_json(relations) AS relations, to_json(entities) AS entities';
    const ask = (source: string) => db.ask(`SELECT ${columns} FROM ${source} ORDER BY doc_id`);
    expect(await ask(json('jsonl/data/train.jsonl'))).toEqual(await ask(parquet('data')));
  });

  it('takes a Jalali day in slashes for text, in both forms', async () => {
    const type = (source: string) => db.ask(`SELECT DISTINCT typeof(published_jalali) AS type FROM ${source}`);
    expect(await type(json('jsonl/data/train.jsonl'))).toEqual([{ type: 'VARCHAR' }]);
    expect(await type(parquet('data'))).toEqual([{ type: 'VARCHAR' }]);
  });

  it('finds every token of bio where it says', async () => {
    const tokens = (bio: string, documents: string): string => `
      WITH token AS (SELECT doc_id, unnest(tokens) AS token, unnest(token_starts) AS a, unnest(token_ends) AS b FROM ${bio})
      SELECT count(*)::INT AS tokens, count(*) FILTER (substring(text, a + 1, b - a) IS DISTINCT FROM token)::INT AS wrong
      FROM token JOIN ${documents} USING (doc_id)`;
    const [inJson] = await db.ask(tokens(json('jsonl/bio/train.jsonl'), json('jsonl/data/train.jsonl')));
    expect(inJson).toEqual({ tokens: 65, wrong: 0 });
    expect(await db.ask(tokens(parquet('bio'), parquet('data')))).toEqual([inJson]);
  });

  it('says in the footer what an offset counts', async () => {
    const metadata = `SELECT decode(value) AS value FROM parquet_kv_metadata('${db.folder}/parquet/data/train-00000-of-00001.parquet') WHERE decode(key) = 'naql.offset_unit'`;
    expect(await db.ask(metadata)).toEqual([{ value: 'code_point' }]);
  });

  it('writes Parquet that is read here: foreign pages, and numbers for labels with their names in the footer', async () => {
    const features = { info: { features: { spans: [{ label: { names: seedSchema.labels.map(({ id }) => id), _type: 'ClassLabel' } }] } } };
    const labels = seedSchema.labels.map(({ id }) => `'${id}'`).join(', ');
    await db.ask(`
      COPY (SELECT doc_id, text, list_transform(spans, lambda one: {'id': one.id, 'label': list_position([${labels}], one.label) - 1, 'fragments':
        list_transform(one.fragments, lambda piece: {'start': piece.start::BIGINT, 'end': piece."end"::BIGINT})}) AS spans FROM ${parquet('data')})
      TO '${db.folder}/foreign.parquet' (FORMAT parquet, KV_METADATA {huggingface: '${JSON.stringify(features)}'})`);
    const file = { name: 'foreign.parquet', bytes: readFileSync(`${db.folder}/foreign.parquet`) };
    const decoded = hfParquet.decode?.([file], { schemas: [seedSchema], now: '2024-01-02T03:04:05.000Z' });
    expect(decoded?.problems).toEqual([]);
    expect(decoded?.dataset?.articles.map(({ text }) => text)).toEqual(articles.map(({ text }) => text));
    const plain = (all: readonly AnnotationSet[] | undefined) =>
      (all ?? []).flatMap(({ article, annotations }) => annotations.map(({ id, label, spans }) => ({ article, id, label, spans })));
    expect(plain(decoded?.dataset?.sets)).toEqual(plain(settled).toSorted((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0)));
  });
});

describe('hyparquet', () => {
  const files = filesOf(hfParquet);
  const buffer = ({ bytes }: NamedBytes) => bytes.slice().buffer;
  const named = (folder: string): NamedBytes => {
    const found = files.find(({ name }) => name.startsWith(`${folder}/`));
    if (!found) throw new Error(`no file in ${folder}`);
    return found;
  };

  it.each([
    ['data', 'spans', expected.documents],
    ['judgements', 'spans', expected.judgements],
    ['soft', 'clusters', 6],
    ['majority', 'spans', 3],
  ])('finds every fragment of %s where it says', async (folder, column, fragments) => {
    const rows = await parquetReadObjects({ file: buffer(named(folder)) });
    const pieces = rows.flatMap((row) => {
      const points = [...(row['text'] as string)];
      const spans = row[column] as { fragments: { start: number; end: number; text: string }[] }[];
      return spans.flatMap((span) => span.fragments.map(({ start, end, text }) => ({ text, slice: points.slice(start, end).join('') })));
    });
    expect(pieces.length).toBe(fragments);
    for (const { text, slice } of pieces) expect(slice).toBe(text);
  });

  it('reads from each table of Parquet what stands in that of JSON Lines', async () => {
    for (const { name, bytes } of filesOf(hfJsonl)) {
      const lines = Buffer.from(bytes).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
      expect(await parquetReadObjects({ file: buffer(named(name.split('/')[0] ?? '')) })).toEqual(lines);
    }
  });

  it('finds Snappy, offsets of 32 bits and lists of three levels', () => {
    const { schema, row_groups: groups } = parquetMetadata(buffer(named('data')));
    expect(new Set(groups.flatMap(({ columns }) => columns.map((column) => column.meta_data?.codec)))).toEqual(new Set(['SNAPPY']));
    expect(schema.filter(({ name }) => name === 'start' || name === 'end').map(({ type }) => type)).toEqual(['INT32', 'INT32']);
    const lists = schema.flatMap(({ converted_type: type }, place) => (type === 'LIST' ? [schema.slice(place + 1, place + 3).map(({ name }) => name)] : []));
    expect(lists.length).toBeGreaterThan(5);
    for (const names of lists) expect(names).toEqual(['list', 'element']);
  });
});
