import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type Codec, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { batches } from '../../../shared/codecs/codec-for.ts';
import { encode } from '../../../shared/codecs/encode.ts';
import { fit } from '../../../shared/codecs/fit.ts';
import { codecs } from '../../../shared/codecs/registry.ts';
import { isZip } from '../../../shared/codecs/zip.ts';
import { goldenCorpus } from '../../fixtures/golden-corpus.ts';

const context = { schemas: [goldenCorpus.schema] as const, now: '2026-01-01T00:00:00.000Z', offsetUnit: 'code-point' as const };

/** What comes of files by themselves: by whom they are read, how many texts there are, and what is marked in them. */
const readAs = (files: readonly NamedBytes[]) =>
  batches(files).batches.map(({ codec, files: own }) => {
    const dataset = codec.decode?.(own, context).dataset;
    return { codec: codec.id, texts: dataset?.articles.map(({ text }) => text).sort(), marks: dataset?.sets.flatMap(({ annotations }) => annotations.map(({ spans }) => JSON.stringify(spans))).sort() };
  });

const written = (codec: Codec): readonly NamedBytes[] => encode(codec, fit(goldenCorpus, codec).dataset, 'a');
const loose = codecs.filter((codec) => codec.write && codec.decode).map((codec) => [codec.id, written(codec)] as const).filter(([, files]) => files.every(({ bytes }) => !isZip(bytes)));

it.each(loose)('an archive holds files of any format, which are read as they are outside of it: %s', (_, files) => {
  const archive = { name: 'z.zip', bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`d/${name}`, bytes]))) };
  const outside = readAs(files);
  expect(outside.flatMap(({ texts = [] }) => texts).length).toBeGreaterThan(0);
  expect(readAs([archive])).toEqual(outside);
});
