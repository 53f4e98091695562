import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { longArticle } from '../fixtures/long-article.ts';
import { type Duck, duck } from './duckdb.ts';

const whole = longArticle();
const pieces = whole.sets.flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans)).length;

function written(id: string) {
  const codec = codecById(id);
  if (!codec) throw new Error(`no codec "${id}"`);
  return encode(codec, fit(whole, codec).dataset, 'train');
}

describe('DuckDB reads an article of 200,000 characters', { timeout: 60_000 }, () => {
  let db: Duck;
  beforeAll(async () => {
    db = await duck();
    for (const id of ['native', 'hf-jsonl', 'hf-parquet', 'csv-raw']) db.put(written(id), id);
  }, 60_000);
  afterAll(() => db.close());

  const at = (...parts: readonly string[]): string => path.join(db.folder, ...parts);
  const json = (file: string): string => `read_json('${file}', format = 'newline_delimited', maximum_object_size = 67108864)`;
  const nested = (table: string): string => `(select text, unnest(s.fragments) as f from (select text, unnest(spans) as s from ${table}))`;
  const count = async (from: string, shift: number): Promise<unknown> =>
    (await db.ask(`select count(*)::int as rows, count(*) filter (where f.text = substring(text, f.start::int + 1 + ${shift}, f."end"::int - f.start::int))::int as good from ${from}`))[0];

  it.each([
    ['native', () => nested(json(at('native', 'train.jsonl')))],
    ['hf-jsonl', () => nested(json(at('hf-jsonl', 'data', 'train.jsonl')))],
    ['hf-parquet', () => nested(`read_parquet('${at('hf-parquet', 'data')}/*.parquet')`)],
    ['csv-raw', () => `(select n.text, {'text': t.text, 'start': t.start, 'end': t."end"} as f from read_csv('${at('csv-raw', 'train.csv')}', header = true, all_varchar = true) t, ${json(at('native', 'train.jsonl'))} n)`],
  ])('every slice of %s, counted in code points, and no other unit would do', async (_, from) => {
    expect(await count(from(), 0)).toEqual({ rows: pieces, good: pieces });
    expect((await count(from(), 1) as { good: number }).good).toBeLessThan(pieces / 10);
  });
});
