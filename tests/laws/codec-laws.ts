import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePage } from '../../electron/cli/parse-page.ts';
import { batches } from '../../shared/codecs/codec-for.ts';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { isLossless } from '../../shared/codecs/loss-report.ts';
import { slices } from '../../shared/codecs/slices.ts';
import { checkDataset, errorsOf } from '../../shared/model/check.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { dataset } from '../arbitraries/dataset.ts';
import { forAll as forAllOf } from '../arbitraries/for-all.ts';
import { codecRuns, isFullRun } from '../arbitraries/runs.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { together } from '../arbitraries/together.ts';
import { wounded, wounds } from './damage.ts';
import { upToIds } from './up-to-ids.ts';

type Decode = NonNullable<Codec['decode']>;

/** Random Datasets that the laws of the format at hand were tried on: one that several laws look at counts once. */
let met = 0;

function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => unknown, numRuns = codecRuns): void {
  forAllOf(values, check, numRuns);
  met += numRuns;
}

const context = (schema: Schema): DecodeContext => ({ schemas: [schema], now: '2024-01-02T03:04:05.000Z', parsePage });

/**
 * What every format owes (HOUSE.md 6). Capabilities are a claim, and these laws are its proof: a Codec that claims too
 * much fails here on random Datasets.
 */
export function codecLaws(codec: Codec): void {
  const { decode, write } = codec;
  describe(`${codec.id} keeps the codec laws`, { timeout: 600_000 }, () => {
    beforeAll(() => void (met = 0));
    if (decode) readingLaws(codec, decode);
    if (write) writingLaws(codec);
    if (decode && write) roundTripLaws(codec, decode);
    it.runIf(write && isFullRun)('has met 2,000 random Datasets or more', () => expect(met).toBeGreaterThanOrEqual(2000));
  });
}

function readingLaws(codec: Codec, decode: Decode): void {
  it('gives a Decoded for any bytes, and says why when there is nothing in it', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json()).map((one) => new TextEncoder().encode(one));
    const file = fc.record({
      name: fc.constantFrom(...codec.extensions.map((extension) => `a.${extension}`), 'a', 'a.tagset.json', '.'),
      bytes: fc.oneof(fc.uint8Array({ maxLength: 60 }), text),
    });
    const check = (files: readonly NamedBytes[]): void => {
      const decoded = decode(files, context(seedSchema));
      expectSound(decoded);
      if (decoded.dataset === null) expect(decoded.problems).not.toEqual([]);
    };
    forAllOf(fc.array(file, { minLength: 1, maxLength: 3 }), check, codecRuns);
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
const fitting = (codec: Codec): fc.Arbitrary<Dataset> => dataset.map((whole) => fit(whole, codec).dataset);

const shuffled = (whole: Dataset): fc.Arbitrary<Dataset> =>
  fc
    .tuple(
      fc.shuffledSubarray([...whole.articles], { minLength: whole.articles.length }),
      fc.shuffledSubarray([...whole.sets], { minLength: whole.sets.length }),
      fc.shuffledSubarray([...whole.entities], { minLength: whole.entities.length }),
    )
    .map(([articles, sets, entities]) => ({ ...whole, articles, sets, entities }));

/** A Dataset and what was written of it, once for all laws that look at it: whichever is the first pays for it, and hears of it if it can not be had. */
interface Writing {
  readonly whole: Dataset;
  readonly files: () => readonly NamedBytes[];
}

function writing(codec: Codec, whole: Dataset): Writing {
  let files: readonly NamedBytes[] | undefined;
  return { whole, files: () => (files ??= encode(codec, whole, 'خبر 1')) };
}

function writingLaws(codec: Codec): void {
  // What is only written meets no other Datasets than these.
  const times = codec.decode ? codecRuns : codecRuns * 2;
  const twice = fitting(codec).chain((one) => fc.tuple(fc.constant(one), shuffled(one)));
  const law = together(twice, ([one, other]) => ({ ...writing(codec, one), other }), times, () => void (met += times));

  law('writes the same bytes for the same Dataset, in whatever order it comes', ({ other, files }) =>
    expect(written(encode(codec, other, 'خبر 1'))).toEqual(written(files())));

  law('names its files by the stem', ({ files }) => {
    const names = files().map(({ name }) => name);
    const [extension] = codec.extensions;
    expect(new Set(names).size).toBe(names.length);
    if (codec.layout === 'folder') {
      // Files of other stems lie in the same folders: nothing may be named by anything but folder and stem.
      expect(names[0]).toMatch(new RegExp(`^data/خبر 1(?:-00000-of-00001)?\\.${extension}$`));
      for (const name of names) expect(name).toMatch(new RegExp(`^[a-z]+/${names[0]?.replace('data/', '')}$`));
    } else {
      expect(names[0]).toBe(`خبر 1.${extension}`);
      for (const name of names) expect(name).toMatch(/^(?:خبر 1\.|(?!\.)[^/\\]+\/)(?:(?!\.\.)[^\\])*$/);
    }
  });

  const isUtf8 = codec.bytes === 'utf-8';
  law('writes UTF-8 with LF at the end and no mark at the start', ({ files }) => {
    for (const { bytes } of files()) {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      expect(text).toMatch(/^(?:[^\ufeff].*\n)?$/s);
      expect(text).not.toContain('\r');
    }
  }, isUtf8);

  law('needs no more than a slice at a time', ({ whole, files }) => {
    const writer = codec.write?.(whole.schema, 'خبر 1');
    const parts = [...slices(whole)].flatMap((slice) => writer?.add(slice) ?? []);
    const all = [...parts, ...(writer?.end() ?? [])];
    const length = (some: readonly NamedBytes[]) => some.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(length(all)).toBe(length(files()));
  });

  it('says in its account exactly when something is gone', () => {
    forAll(dataset, (whole) => {
      const { dataset: fitted, report } = fit(whole, codec);
      if (report.losses.length === 0) expect(upToIds(fitted, codec.capabilities)).toEqual(upToIds(whole, codec.capabilities));
      const again = fit(fitted, codec);
      expect(isLossless(again.report)).toBe(true);
      expect(again.dataset).toEqual(fitted);
    }, times);
  });
}

function roundTripLaws(codec: Codec, decode: Decode): void {
  const { capabilities } = codec;
  const readBack = (one: Writing): Writing & { readonly decoded: () => Decoded } => {
    let decoded: Decoded | undefined;
    return { ...one, decoded: () => (decoded ??= decode(one.files(), context(one.whole.schema))) };
  };
  const law = together(fitting(codec), (whole) => readBack(writing(codec, whole)), codecRuns, () => void (met += codecRuns));

  law('gives back what it was given: decode(encode(fit(d))) is fit(d), without a Problem', ({ whole, decoded }) => {
    expect(decoded().problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const back = decoded().dataset;
    expect(back && upToIds(back, capabilities)).toEqual(upToIds(whole, capabilities));
  });

  const isWhole = capabilities.ids && capabilities.articleMetadata;
  law('writes what it has read as the same bytes', ({ files, decoded }) => {
    const again = decoded().dataset;
    expect(again && written(encode(codec, again, 'خبر 1'))).toEqual(written(files()));
  }, isWhole);

  it('is known for what it is: files of which nobody says the format are read by it, or by one that reads the same', () => {
    const some = fitting(codec).filter(({ articles }) => articles.length > 0);
    const check = (whole: Dataset): void => {
      const files = encode(codec, whole, 'a');
      const found = batches(files);
      expect(found.problems).toEqual([]);
      expect(found.batches).toHaveLength(1);
      const [known] = found.batches;
      if (known?.codec === codec) return;
      const read = known?.codec.decode?.(known.files, context(whole.schema)).dataset;
      expect(read && upToIds(read, codec.capabilities), `read as ${known?.codec.id}`).toEqual(upToIds(whole, codec.capabilities));
    };
    // What a format is known by stands at the beginning of its files: it takes few Datasets to meet all of it.
    forAll(some, check, Math.ceil(codecRuns / 5));
  });

  it('never throws on a damaged file, and what it saves of it is sound', () => {
    forAll(fc.tuple(fitting(codec), wounds), ([whole, hurts]) => {
      expectSound(decode(wounded(encode(codec, whole, 'a'), hurts), context(whole.schema)));
    });
  });
}
