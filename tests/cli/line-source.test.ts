import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeNamed } from '../../electron/cli/decode-named.ts';
import { isLinewise, type LineCodec, lineSource, type OpenLines } from '../../electron/cli/sources/line-source.ts';
import { type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { type OffsetUnit, unitMap } from '../../shared/codecs/offset-unit.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Problem } from '../../shared/result.ts';
import { utf16 } from '../../shared/text/offsets.ts';
import { dataset } from '../arbitraries/dataset.ts';
import { codecRuns } from '../arbitraries/runs.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { upToIds } from '../laws/up-to-ids.ts';

const now = '2024-01-02T03:04:05.000Z';
const codecsOfLines = codecs.filter(isLinewise);

let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-lines-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const put = ({ name, bytes }: NamedBytes, place = folder): string => {
  const file = path.join(place, path.basename(name));
  writeFileSync(file, bytes);
  return file;
};

/** A place for one run alone: a tagset that an earlier one left beside would be read as well. */
const freshPlace = (): string => {
  const place = path.join(folder, 'one');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  return place;
};

/** What the source gives, put together again. */
async function gathered({ source, close }: OpenLines): Promise<Dataset | null> {
  try {
    if (!source || source.articles === 0) return null;
    const parts: Dataset[] = [];
    for await (const slice of source.slices()) parts.push(slice);
    const all = <Name extends 'articles' | 'sets'>(name: Name) => parts.flatMap((part) => part[name] as readonly Dataset[Name][number][]);
    return normalised({ ...source.head, articles: all('articles'), sets: all('sets') });
  } finally {
    await close();
  }
}

const lineFeed = 0x0a;
const linesOf = (bytes: Uint8Array): readonly Buffer[] => {
  const text = Buffer.from(bytes).toString('latin1').split('\n');
  return text.slice(0, -1).map((line) => Buffer.from(line, 'latin1'));
};
const joined = (lines: readonly Uint8Array[], end = '\n'): Buffer => Buffer.concat(lines.flatMap((line) => [line, Buffer.from(end)]));

/** What happens to files on their way. Each says what is said of it, whether all is read at once or line by line. */
const ways: Readonly<Record<string, (bytes: Uint8Array) => Buffer>> = {
  'as it was written': (bytes) => Buffer.from(bytes),
  'with a mark at its start': (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'with CRLF': (bytes) => joined(linesOf(bytes), '\r\n'),
  'with empty lines': (bytes) => joined(linesOf(bytes).flatMap((line) => [Buffer.alloc(0), line])),
  'without a last line end': (bytes) => Buffer.from(bytes.at(-1) === lineFeed ? bytes.subarray(0, -1) : bytes),
  'with a line that is no JSON': (bytes) => Buffer.concat([bytes, Buffer.from('{"text":\n')]),
  'with a first line that comes again': (bytes) => Buffer.concat([bytes, joined(linesOf(bytes).slice(0, 1))]),
  'backwards': (bytes) => joined(linesOf(bytes).toReversed()),
};

const contextOf = ({ schema }: Dataset): DecodeContext => ({ schemas: [schema], now });
/** Line by line the same is found twice at times; that it is said is what counts. */
const codesOf = (problems: readonly { readonly code: string }[]): readonly string[] => [...new Set(problems.map(({ code }) => code))].toSorted();

describe.each(codecsOfLines.map((codec) => [codec.id, codec] as const))('%s read line by line says and gives what it says and gives as a whole', (_, codec: LineCodec) => {
  it.each(Object.entries(ways))('%s', { timeout: 120_000 }, async (_way, change) => {
    await fc.assert(
      fc.asyncProperty(dataset, async (whole) => {
        const fitted = fit(whole, codec).dataset;
        const [main, ...beside] = encode(codec, fitted, 'a');
        if (!main || main.bytes.length === 0) return;
        const file = { name: 'a.jsonl', bytes: change(main.bytes) };
        const tagset = beside.filter(({ name }) => name === 'a.tagset.json');
        const atOnce = decodeNamed(codec, [file, ...tagset], contextOf(fitted));
        const place = freshPlace();
        for (const one of tagset) put(one, place);
        const opened = await lineSource(put(file, place), codec, contextOf(fitted));
        expect(codesOf(opened.problems)).toEqual(codesOf(atOnce.problems));
        const again = await gathered(opened);
        expect(again && upToIds(again, codec.capabilities)).toEqual(atOnce.dataset && upToIds(atOnce.dataset, codec.capabilities));
      }),
      { numRuns: Math.ceil(codecRuns / 10) },
    );
  });
});

describe('what offsets count in a long file of others', () => {
  const context: DecodeContext = { schemas: [seedSchema], now };
  const doccano = codecsOfLines.find(({ id }) => id === 'doccano') ?? expect.fail('no doccano');
  const textOf = (number: number): string => `🔴🔴 خبر ${number}: وزیر نیرو گفت برق گران نمی‌شود.`;
  const line = (number: number, unit: OffsetUnit, ...words: readonly string[]): string => {
    const text = textOf(number);
    const { fromUtf16 } = unitMap(text, unit);
    const label = words.map((word) => [fromUtf16(utf16(text.indexOf(word))), fromUtf16(utf16(text.indexOf(word) + word.length)), 'CUE']);
    return JSON.stringify({ text, label });
  };
  const file = (lines: readonly string[]): string => put({ name: 'long.jsonl', bytes: Buffer.from(lines.map((one) => `${one}\n`).join('')) });
  const wordsOf = (read: Dataset | null): ReadonlySet<string> =>
    new Set(read?.sets.flatMap((set) => {
      const text = read.articles.find(({ id }) => id === set.article)?.text ?? '';
      return set.annotations.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    }));

  it('is judged by all of it and said once, where a line alone would say something else', async () => {
    // «ران نمی» begins and ends within words in every unit: a line of its own would be no evidence.
    const lines = Array.from({ length: 300 }, (_, number) => (number % 10 === 0 ? line(number, 'code-point', 'ران نم') : line(number, 'code-point', 'گفت', 'وزیر نیرو')));
    const opened = await lineSource(file(lines), doccano, context);
    expect(opened.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', values: { unit: 'code-point', decided: 'yes' } }]);
    expect(wordsOf(await gathered(opened))).toEqual(new Set(['گفت', 'وزیر نیرو', 'ران نم']));
  });

  it('is asked where nobody can say; told, it is read', async () => {
    const path_ = file(Array.from({ length: 50 }, (_, number) => line(number, 'code-point', 'ران نم')));
    const asked = await lineSource(path_, doccano, context);
    await asked.close();
    expect(asked).toMatchObject({ source: null, problems: [{ code: 'offset-unit-unclear', severity: 'error' }] });
    const told = await lineSource(path_, doccano, { ...context, offsetUnit: 'code-point' });
    expect(told.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', values: { decided: 'told', unit: 'code-point' } }]);
    expect(wordsOf(await gathered(told))).toEqual(new Set(['ران نم']));
  });

  it('and names that the schema has by other names are read as in a short file, counted together', async () => {
    const named = ['نقل', 'نقل', 'سخن'].map((label, number) => JSON.stringify({ text: `خبر ${number} گفت`, label: [[6, 9, label]] }));
    const path_ = file(named);
    const opened = await lineSource(path_, doccano, context);
    const atOnce = decodeNamed(doccano, [{ name: 'long.jsonl', bytes: Buffer.from(named.map((one) => `${one}\n`).join('')) }], context);
    expect(opened.problems.length).toBeGreaterThan(0);
    const said = (problems: readonly Problem[]) => problems.map(({ code, values }) => `${code} ${String(values['count'])}`).toSorted();
    expect(said(opened.problems)).toEqual(said(atOnce.problems));
    expect(upToIds((await gathered(opened)) as Dataset, doccano.capabilities)).toEqual(upToIds(atOnce.dataset as Dataset, doccano.capabilities));
  });
});
