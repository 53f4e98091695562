import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Codec, type NamedBytes } from '../../shared/codecs/codec.ts';
import { fitter } from '../../shared/codecs/fit.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { slices } from '../../shared/codecs/slices.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { large, largeArticle } from '../fixtures/large-article.ts';
import { median } from './statistics.ts';

/**
 * How fast each format is written: from slices to files on the disk, against `JSON.stringify` and a write of the same slices in the same
 * run. Prints one table; nothing is passed or failed by time.
 */
const turns = 3;
const folder = mkdtempSync(path.join(tmpdir(), 'naql-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Articles of a newsroom's length, 40 times over, each with a text of its own. */
function corpus(): Dataset {
  const one = largeArticle({ characters: 5_000, annotations: 50, annotator: large });
  const copies = Array.from({ length: 40 }, (_, place) => {
    const again = JSON.parse(JSON.stringify(one)) as Dataset;
    const articles = again.articles.map((article) => {
      const text = `${article.text}\n${place}`;
      return { ...article, id: `${article.id}-${place}`, text, fingerprint: fingerprint(text) };
    });
    const sets = again.sets.map((set) => ({ ...set, id: `${set.id}-${place}`, article: `${set.article}-${place}` }));
    return { ...again, articles, sets } as unknown as Dataset;
  });
  return normalised({
    ...one,
    articles: copies.flatMap(({ articles }) => articles),
    sets: copies.flatMap(({ sets }) => sets),
  });
}

function written(files: readonly NamedBytes[], handles: Map<string, number>): number {
  let bytes = 0;
  for (const file of files) {
    let handle = handles.get(file.name);
    if (handle === undefined) {
      handle = openSync(path.join(folder, encodeURIComponent(file.name).slice(-120)), 'w');
      handles.set(file.name, handle);
    }
    bytes += writeSync(handle, file.bytes);
  }
  return bytes;
}

interface Speed {
  readonly milliseconds: number;
  readonly bytes: number;
}

function timed(work: (handles: Map<string, number>) => number): Speed {
  const all = Array.from({ length: turns }, () => {
    const handles = new Map<string, number>();
    const start = performance.now();
    const bytes = work(handles);
    for (const handle of handles.values()) closeSync(handle);
    return { milliseconds: performance.now() - start, bytes };
  });
  return { milliseconds: median(all.map(({ milliseconds }) => milliseconds)), bytes: all[0]?.bytes ?? 0 };
}

const bare = (parts: readonly Dataset[]): Speed =>
  timed((handles) => parts.reduce((sum, part) => sum + written([{ name: 'bare.json', bytes: new TextEncoder().encode(`${JSON.stringify(part)}\n`) }], handles), 0));

const encoded = (codec: Codec, schema: Schema, parts: readonly Dataset[]): Speed =>
  timed((handles) => {
    const { fit } = fitter(codec);
    const writer = codec.write?.(schema, 'bench');
    if (!writer) return 0;
    const sum = parts.reduce((bytes, part) => bytes + written(writer.add(fit(part)), handles), 0);
    return sum + written(writer.end(), handles);
  });

test('formats, from slices to files', { timeout: 900_000 }, () => {
  const dataset = corpus();
  const parts = [...slices(dataset)];
  const annotations = dataset.sets.reduce((sum, set) => sum + set.annotations.length, 0);
  const base = bare(parts);
  const row = (name: string, { milliseconds, bytes }: Speed): string => {
    const seconds = milliseconds / 1000;
    return `| ${name} | ${(bytes / 1e6 / seconds).toFixed(1)} | ${Math.round(annotations / seconds)} | ${(base.milliseconds / milliseconds).toFixed(2)} |`;
  };
  const rows = codecs.filter(({ write }) => write).map((codec) => row(codec.id, encoded(codec, dataset.schema, parts)));
  process.stdout.write(
    ['', `${dataset.articles.length} articles, ${annotations} annotations, medians of ${turns}`, '', '| format | MB/s | annotations/s | of bare |', '|---|---|---|---|',
      row('bare JSON.stringify and write', base), ...rows, '', ''].join('\n'),
  );
  expect(rows.length).toBeGreaterThan(10);
});
