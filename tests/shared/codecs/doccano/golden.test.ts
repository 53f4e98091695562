import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { doccano, doccanoCodePoints, doccanoRelations, doccanoRelationsCodePoints } from '../../../../shared/codecs/doccano/doccano.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/doccano');

describe('doccano as it stands in the golden files', () => {
  it.each([doccano, doccanoCodePoints, doccanoRelations, doccanoRelationsCodePoints].map((codec) => [codec.id, codec] as const))('%s', (id, codec) => {
    const [file] = encode(codec, fit(interruptedQuote, codec).dataset, 'interrupted-quote');
    return expect(Buffer.from(file?.bytes ?? []).toString()).toMatchFileSnapshot(path.join(fixtures, `interrupted-quote.${id}.jsonl`));
  });

  it('is told about in the account: what is gone, and what only looks otherwise', () => {
    const losses = (codec: typeof doccano) => fit(interruptedQuote, codec).report.losses.map(({ code, severity, count }) => `${code} ${severity} ${count}`);
    expect(losses(doccano)).toEqual([
      'DISCONTINUOUS_SPLIT lossy 1', 'ATTRIBUTE_DROPPED lossy 4', 'RELATION_DROPPED lossy 3', 'LINK_DROPPED lossy 1', 'UNIT_DIFFERS changed 1',
      'ANNOTATORS_MERGED lossy 1', 'DUPLICATE_MERGED lossy 1', 'NOTE_DROPPED lossy 1', 'UNREFERENCED_DROPPED lossy 2',
    ]);
    expect(losses(doccanoRelations)).toEqual([
      'DISCONTINUOUS_SPLIT changed 1', 'ATTRIBUTE_DROPPED lossy 3', 'LINK_DROPPED lossy 1', 'UNIT_DIFFERS changed 1', 'ANNOTATORS_MERGED lossy 1',
      'DUPLICATE_MERGED lossy 1', 'NOTE_DROPPED lossy 1', 'UNREFERENCED_DROPPED lossy 2',
    ]);
  });
});
