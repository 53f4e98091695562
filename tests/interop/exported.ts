import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Codec } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { snapshotOf } from './snapshot.ts';

export interface Exported {
  readonly codec: Codec;
  readonly folder: string;
  /** What the format could hold of the corpus: what a reader must find. */
  readonly fitted: Dataset;
  readonly files: readonly string[];
}

/** The golden corpus (or another Dataset) in one format, in a folder of its own, with `snapshot.json` beside it. */
export function exported(id: string, dataset: Dataset = goldenCorpus, stem = 'golden'): Exported {
  const codec = codecById(id);
  if (!codec) throw new Error(`there is no format "${id}"`);
  const folder = mkdtempSync(path.join(tmpdir(), `naql-${id}-`));
  const fitted = fit(dataset, codec).dataset;
  const files = encode(codec, fitted, stem).map(({ name, bytes }) => {
    const file = path.join(folder, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  });
  writeFileSync(path.join(folder, 'snapshot.json'), `${JSON.stringify(snapshotOf(fitted), null, 1)}\n`);
  return { codec, folder, fitted, files };
}
