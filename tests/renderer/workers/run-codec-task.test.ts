import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CodecAnswers } from '../../../renderer/workers/codec-task.ts';
import { runCodecTask } from '../../../renderer/workers/run-codec-task.ts';
import { type DecodeContext, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { isLossless, type LossReport } from '../../../shared/codecs/loss-report.ts';
import { type Dataset, sameDataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import schema from '../../../seeds/schema.json';

const context: DecodeContext = { schemas: [schema as unknown as Schema], now: '2026-03-21T08:00:00.000Z' };
const seed = (name: string): NamedBytes => ({ name, bytes: readFileSync(join(import.meta.dirname, '../../../seeds/sample', name)) });

const decode = (...files: readonly NamedBytes[]) => runCodecTask({ kind: 'decode', files, context }) as CodecAnswers['decode'];

function sample(): Dataset {
  const [decoded] = decode(seed('seed.txt'), seed('seed.json'));
  if (!decoded?.dataset) throw new Error('the sample was not read');
  return decoded.dataset;
}

test('a text and its annotation are read as one', () => {
  expect(decode(seed('seed.txt'), seed('seed.json'))).toHaveLength(1);
  expect(sample().sets).toHaveLength(1);
});

test('what nobody reads is told, what somebody reads is read', () => {
  const [read, unread] = decode(seed('seed.txt'), { name: 'picture.png', bytes: new Uint8Array([1, 2, 3]) });
  expect(read?.dataset?.articles).toHaveLength(1);
  expect(unread).toMatchObject({ dataset: null, problems: [{ place: { file: 'picture.png' } }] });
});

test('the native format loses nothing, and gives the same Dataset back', () => {
  const dataset = sample();
  expect(isLossless(runCodecTask({ kind: 'fit', dataset, codec: 'native' }) as LossReport)).toBe(true);
  const files = runCodecTask({ kind: 'encode', dataset, codec: 'native', stem: 'out' }) as CodecAnswers['encode'];
  expect(files[0]?.name).toBe('out.jsonl');
  const [again] = decode(...files);
  expect(again?.problems).toEqual([]);
  expect(again?.dataset && sameDataset(again.dataset, dataset)).toBe(true);
});

test('an unknown format is a bug', () => {
  expect(() => runCodecTask({ kind: 'fit', dataset: sample(), codec: 'none' })).toThrow('no codec "none"');
});
