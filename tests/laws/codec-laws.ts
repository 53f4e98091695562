import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../../shared/codecs/codec.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { checkDataset, errorsOf } from '../../shared/model/check.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { dataset } from '../arbitraries/dataset.ts';
import { forAll } from '../arbitraries/for-all.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { wounded, wounds } from './damage.ts';

type Decode = NonNullable<Codec['decode']>;
type Encode = NonNullable<Codec['encode']>;

const context = (schema: Schema): DecodeContext => ({ schemas: [schema], now: '2024-01-02T03:04:05.000Z' });

/**
 * What every format owes (HOUSE.md 6). Capabilities are a claim, and these laws are its proof: a Codec that claims too
 * much fails here on random Datasets.
 */
export function codecLaws(codec: Codec): void {
  const { decode, encode } = codec;
  describe(`${codec.id} keeps the codec laws`, { timeout: 120_000 }, () => {
    if (decode) readingLaws(codec, decode);
    if (encode) writingLaws(codec, encode);
    if (decode && encode) roundTripLaws(codec, decode, encode);
  });
}

function readingLaws(codec: Codec, decode: Decode): void {
  it('gives a Decoded for any bytes, and says why when there is nothing in it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json()).map((one) => new TextEncoder().encode(one));
    const file = fc.record({
      name: fc.constantFrom(...codec.extensions.map((extension) => `a.${extension}`), 'a', 'a.tagset.json', '.'),
      bytes: fc.oneof(fc.uint8Array({ maxLength: 60 }), text),
    });
    forAll(fc.array(file, { minLength: 1, maxLength: 3 }), (files) => {
      const decoded = decode(files, context(seedSchema));
      expectSound(decoded);
      if (decoded.dataset === null) expect(decoded.problems).not.toEqual([]);
    });
  });
}

/** Whatever the file was, what came of it keeps every integrity rule. */
function expectSound({ dataset: read }: Decoded): void {
  if (read) expect(errorsOf(checkDataset(read))).toEqual([]);
}

/** Latin-1 gives each byte a character: a string compares and prints better than an array. */
const written = (files: readonly NamedBytes[]): readonly (readonly [string, string])[] =>
  files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]);

/** A Dataset as the format can hold it. */
const fitting = ({ capabilities, id }: Codec): fc.Arbitrary<Dataset> => dataset.map((whole) => fit(whole, capabilities, id).dataset);

const shuffled = (whole: Dataset): fc.Arbitrary<Dataset> =>
  fc
    .tuple(
      fc.shuffledSubarray([...whole.articles], { minLength: whole.articles.length }),
      fc.shuffledSubarray([...whole.sets], { minLength: whole.sets.length }),
      fc.shuffledSubarray([...whole.entities], { minLength: whole.entities.length }),
    )
    .map(([articles, sets, entities]) => ({ ...whole, articles, sets, entities }));

function writingLaws(codec: Codec, encode: Encode): void {
  it('writes the same bytes for the same Dataset, in whatever order it comes', () => {
    const twice = fitting(codec).chain((one) => fc.tuple(fc.constant(one), shuffled(one)));
    forAll(twice, ([one, other]) => expect(written(encode(other, 'a'))).toEqual(written(encode(one, 'a'))));
  });

  it('names its files by the stem and writes UTF-8 with LF at the end and no mark at the start', () => {
    forAll(fitting(codec), (whole) => {
      const files = encode(whole, 'خبر 1');
      expect(files[0]?.name).toBe(`خبر 1.${codec.extensions[0]}`);
      for (const { name, bytes } of files) {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        expect(name.startsWith('خبر 1.')).toBe(true);
        expect(text).toMatch(/^[^\ufeff].*\n$/s);
        expect(text).not.toContain('\r');
      }
    });
  });
}

function roundTripLaws(codec: Codec, decode: Decode, encode: Encode): void {
  it('gives back what it was given: decode(encode(fit(d))) is fit(d), without a Problem', () => {
    forAll(fitting(codec), (whole) => {
      const decoded = decode(encode(whole, 'a'), context(whole.schema));
      expect(decoded.problems).toEqual([]);
      expect(decoded.dataset).toEqual(normalised(whole));
    });
  });

  it('writes what it has read as the same bytes', () => {
    forAll(fitting(codec), (whole) => {
      const files = encode(whole, 'a');
      const again = decode(files, context(whole.schema)).dataset;
      expect(again && written(encode(again, 'a'))).toEqual(written(files));
    });
  });

  it('never throws on a damaged file, and what it saves of it is sound', () => {
    forAll(fc.tuple(fitting(codec), wounds), ([whole, hurts]) => {
      expectSound(decode(wounded(encode(whole, 'a'), hurts), context(whole.schema)));
    });
  });
}
