import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
 * run. A format and the bare write take turns, so that both meet the same load; one turn of each comes before and is not counted, since the
 * engine compiles what it meets often, as it does in any export worth waiting for. Prints one table; nothing is passed or failed by time.
 *
 * `NAQL_BENCH_FORMATS`: these alone, with commas between them.
 */
const turns = 7;
const wanted = process.env['NAQL_BENCH_FORMATS']?.split(',');
const folder = mkdtempSync(path.join(tmpdir(), 'naql-formats-'));

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

interface Turn {
  readonly milliseconds: number;
  /** Of the processor: what other programs take nothing of. */
  readonly processor: number;
  readonly bytes: number;
}

type Work = (handles: Map<string, number>) => number;

function timed(work: Work): Turn {
  const handles = new Map<string, number>();
  const [start, used] = [performance.now(), process.cpuUsage()];
  const bytes = work(handles);
  for (const handle of handles.values()) closeSync(handle);
  const { user, system } = process.cpuUsage(used);
  return { milliseconds: performance.now() - start, processor: (user + system) / 1000, bytes };
}

const bare = (parts: readonly Dataset[]): Work => (handles) =>
  parts.reduce((sum, part) => sum + written([{ name: 'bare.json', bytes: new TextEncoder().encode(`${JSON.stringify(part)}\n`) }], handles), 0);

const encoded = (codec: Codec, schema: Schema, parts: readonly Dataset[]): Work => (handles) => {
  const { fit } = fitter(codec);
  const writer = codec.write?.(schema, 'bench');
  if (!writer) return 0;
  const sum = parts.reduce((bytes, part) => bytes + written(writer.add(fit(part)), handles), 0);
  return sum + written(writer.end(), handles);
};

interface Pair {
  readonly own: Turn;
  readonly base: Turn;
}

const inTurns = (own: Work, base: Work): readonly Pair[] =>
  Array.from({ length: turns + 1 }, () => ({ base: timed(base), own: timed(own) })).slice(1);

function measure(): string {
  const dataset = corpus();
  const parts = [...slices(dataset)];
  const annotations = dataset.sets.reduce((sum, set) => sum + set.annotations.length, 0);
  const base = bare(parts);
  const row = (name: string, all: readonly Turn[], ofBare: (time: 'milliseconds' | 'processor') => number): string => {
    const seconds = median(all.map(({ milliseconds }) => milliseconds)) / 1000;
    return `| ${name} | ${((all[0]?.bytes ?? 0) / 1e6 / seconds).toFixed(1)} | ${Math.round(annotations / seconds)} | ${ofBare('milliseconds').toFixed(2)} | ${ofBare('processor').toFixed(2)} |`;
  };
  const measured = codecs.filter(({ id, write }) => write && (wanted?.includes(id) ?? true)).map((codec) => ({ id: codec.id, pairs: inTurns(encoded(codec, dataset.schema, parts), base) }));
  const bareTurns = measured.flatMap(({ pairs }) => pairs.map((pair) => pair.base));
  return [
    `${dataset.articles.length} articles, ${annotations} annotations, medians of ${turns} turns`,
    '',
    '| format | MB/s | annotations/s | of bare | of bare, processor time |',
    '|---|---|---|---|---|',
    row('bare JSON.stringify and write', bareTurns, () => 1),
    ...measured.map(({ id, pairs }) => row(id, pairs.map(({ own }) => own), (time) => median(pairs.map(({ base: other, own }) => other[time] / own[time])))),
  ].join('\n');
}

try {
  process.stdout.write(`\n${measure()}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
