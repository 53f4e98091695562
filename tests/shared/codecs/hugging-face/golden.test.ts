import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { huggingFace } from '../../../../shared/codecs/hugging-face/hugging-face.ts';
import { awkwardDataset } from '../../../fixtures/hugging-face/awkward-dataset.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/hugging-face');
const goldens = [
  ['interrupted-quote', interruptedQuote],
  ['awkward', awkwardDataset],
] as const;

/** What stands in the bytes of Parquet is compared with these lines by two programs in tests/consumers. */
describe.each(goldens)('%s as it stands in the golden files', (name, dataset) => {
  const codec = huggingFace('jsonl', 'several');
  const files = encode(codec, fit(dataset, codec).dataset, name);

  it.each(files.map((file) => [file.name, file] as const))('%s', (inFolder, { bytes }) =>
    expect(Buffer.from(bytes).toString()).toMatchFileSnapshot(path.join(fixtures, inFolder)));

  it('has the same rows in Parquet, byte for byte every time', () => {
    const packed = huggingFace('parquet', 'several');
    const write = () => encode(packed, fit(dataset, packed).dataset, name);
    expect(write().map((file) => file.name)).toEqual(files.map((file) => file.name.replace('.jsonl', '-00000-of-00001.parquet')));
    expect(write()).toEqual(write());
  });
});

describe('what is lost', () => {
  it('is nothing but who stands in no article; tokens that are cut are told', () => {
    const { losses } = fit(awkwardDataset, huggingFace('jsonl', 'several')).report;
    expect(losses).toEqual([
      { code: 'TOKEN_FORCED', count: 1, severity: 'changed', examples: [['d2', 'c1']] },
      { code: 'UNREFERENCED_DROPPED', count: 1, severity: 'lossy', examples: [['kb:P43']] },
    ]);
  });
});
