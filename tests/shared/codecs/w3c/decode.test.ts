import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { decoded as decodedPart, iri, partsOf } from '../../../../shared/codecs/w3c/iri.ts';
import { quoter } from '../../../../shared/codecs/w3c/quoter.ts';
import { pairOf, pairText } from '../../../../shared/codecs/w3c/record.ts';
import { w3c } from '../../../../shared/codecs/w3c/w3c.ts';
import { graphemes } from '../../../../shared/text/graphemes.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { spanOf } from '../../../arbitraries/span.ts';
import { articleText } from '../../../arbitraries/text.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const file = (name: string, content: unknown): NamedBytes =>
  ({ name, bytes: new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)) });
const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const decode = (...files: readonly NamedBytes[]): Decoded => w3c.decode?.(files, context) ?? { dataset: null, problems: [] };

const text = '🔴 وزیر گفت: «می‌سازیم» و افزود: «می‌فروشیم» و گفت.';
const pointCount = (some: string): number => Array.from(some).length;
const points = (words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return { start: pointCount(text.slice(0, start)), end: pointCount(text.slice(0, start + words.length)) };
};
const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
const position = (words: string, nth = 0) => ({ type: 'TextPositionSelector', ...points(words, nth) });
const source = 'https://example.org/a.txt';
const target = (...selector: readonly object[]) => ({ source, selector });
const annotation = (tag: string, targets: unknown, more: object = {}) =>
  ({
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://example.org/1', type: 'Annotation',
    body: { type: 'TextualBody', purpose: 'tagging', value: tag }, target: targets, ...more,
  });
const speaker = annotation('SPEAKER', target(quote('وزیر'), position('وزیر')));
const beside = (content: unknown) => decode(file('a.jsonld', content), file('a.txt', text));

const seen = ({ dataset }: Decoded) =>
  (dataset?.sets ?? []).flatMap(({ annotations }) =>
    annotations.map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => text.slice(start, end)).join(' + ')}`));
const codes = ({ problems }: Decoded) => problems.map(({ code, severity }) => `${code} ${severity}`);

describe('annotations of others, with their text beside them', () => {
  it.each<[string, unknown]>([
    ['an annotation alone', speaker],
    ['a list', [speaker]],
    ['a page', { type: 'AnnotationPage', items: [speaker] }],
    ['a collection with its first page', { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [speaker] } }],
    ['a graph', { '@graph': [speaker] }],
    ['a selector without a list', annotation('SPEAKER', { source, selector: position('وزیر') })],
    ['a quotation alone', annotation('SPEAKER', target(quote('وزیر')))],
    ['a source that is an object', annotation('SPEAKER', { source: { id: source }, selector: quote('وزیر') })],
    ['a body of plain text', annotation('SPEAKER', target(quote('وزیر')), { body: undefined, bodyValue: 'SPEAKER' })],
    ['a body whose purpose is the motivation', annotation('', target(quote('وزیر')), { motivation: 'tagging', body: { type: 'TextualBody', value: 'SPEAKER' } })],
    ['a source under another address: there is one text only', annotation('SPEAKER', { source: 'https://example.org/x/y', selector: quote('وزیر') })],
  ])('%s', (_, content) => {
    const read = beside(content);
    expect(read.problems).toEqual([]);
    expect(seen(read)).toEqual(['SPEAKER وزیر']);
  });

  it('several targets are the pieces of one annotation', () =>
    expect(seen(beside(annotation('QUOTE', [target(position('می‌فروشیم')), target(position('می‌سازیم'))])))).toEqual(['QUOTE می‌سازیم + می‌فروشیم']));

  it('what stands around tells equal words apart', () => {
    const { dataset } = beside(annotation('CUE', target(quote('گفت', { prefix: '» و ', suffix: '.' }))));
    expect(dataset?.sets[0]?.annotations[0]?.spans[0]?.start).toBe(text.lastIndexOf('گفت'));
  });

  it('notes, attributes, people and makers are read', () => {
    const { dataset, problems } = beside(annotation('SPEAKER', target(position('وزیر')), {
      creator: { id: 'https://example.org/people/1', type: 'Person', name: 'سارا' },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'SPEAKER' },
        { type: 'TextualBody', purpose: 'commenting', value: 'کدام وزیر؟' },
        { type: 'TextualBody', purpose: 'classifying', value: 'mention=title' },
      ],
    }));
    expect(problems).toEqual([]);
    expect(dataset?.annotators).toMatchObject([{ kind: 'person', name: 'سارا' }]);
    expect(dataset?.sets[0]?.annotations[0]).toMatchObject({ note: 'کدام وزیر؟', attributes: { mention: 'title' }, id: 'https://example.org/1' });
  });

  it('offsets in UTF-16 are read where the quotation proves them, with a warning', () => {
    const start = text.indexOf('وزیر');
    const read = beside(annotation('SPEAKER', target(quote('وزیر'), { type: 'TextPositionSelector', start, end: start + 4 })));
    expect(seen(read)).toEqual(['SPEAKER وزیر']);
    expect(codes(read)).toEqual(['offsets-in-utf16 warning']);
  });

  it('line ends that are cleaned move them', () => {
    const read = decode(file('a.jsonld', annotation('CUE', target({ type: 'TextPositionSelector', start: 5, end: 8 }))), file('a.txt', 'سطر\r\nگفت'));
    const [span] = read.dataset?.sets[0]?.annotations[0]?.spans ?? [];
    expect(read.dataset?.articles[0]?.text.slice(span?.start, span?.end)).toBe('گفت');
  });

  it.each([['file:///x/b.txt', ''], ['urn:doc:b', ''], ['https://example.org/b.txt?v=1', 'folder/']])('two texts are told apart by the name in the source: %s', (address, folder) => {
    const one = annotation('CUE', { source: address, selector: quote('گفت') });
    const read = decode(file(`${folder}a.jsonld`, [one]), file(`${folder}a.txt`, 'متنی دیگر'), file(`${folder}b.txt`, 'او گفت'));
    expect(read.problems).toEqual([]);
    expect(read.dataset?.articles.find(({ id }) => id === read.dataset?.sets[0]?.article)?.text).toBe('او گفت');
  });
});

describe('what is not sound', () => {
  const cueWith = (body: object) =>
    annotation('CUE', target(position('گفت')), { body: [{ type: 'TextualBody', purpose: 'tagging', value: 'CUE' }, body] });
  it.each<[string, unknown, readonly string[]]>([
    ['no JSON', '{', ['file-not-json error']],
    ['a quotation that is not there', annotation('CUE', target(quote('نگفت'))), ['quote-not-found error']],
    ['a quotation that stands twice', annotation('CUE', target(quote('گفت'))), ['quote-not-found error']],
    ['a quotation that stands elsewhere than its position', annotation('CUE', target(quote('گفت'), position('وزیر'))), ['span-text-differs error']],
    ['a position outside of the text', annotation('CUE', target({ type: 'TextPositionSelector', start: 3, end: 999 })), ['span-outside-text error']],
    ['a selector of another kind', annotation('CUE', target({ type: 'XPathSelector', value: '/p[1]' })), ['selector-missing error']],
    ['one lost piece of two', annotation('QUOTE', [target(quote('می‌سازیم')), target(quote('نمی‌سازیم'))]), ['quote-not-found error']],
    ['no tag', annotation('CUE', target(quote('وزیر')), { body: [] }), ['region-without-label error']],
    ['an unknown tag', annotation('Speaker', target(quote('وزیر'))), ['label-unknown error']],
    ['an attribute that the label does not have', cueWith({ type: 'TextualBody', purpose: 'classifying', value: 'mode=direct' }), ['attribute-unknown error']],
    ['a person behind a label that stands for nobody', cueWith({ purpose: 'identifying', source: 'urn:x' }), ['entity-not-allowed error']],
    ['the same annotation twice', [speaker, speaker], ['id-twice error']],
    ['a link from nowhere', [{ type: 'Annotation', motivation: 'linking', target: 'urn:a', body: 'urn:b' }], ['relation-end-missing error']],
  ])('%s is named', (_, content, names) => expect(codes(beside(content))).toEqual(names));

  it('a text that is not there is named', () => {
    const read = decode(file('a.jsonld', speaker));
    expect(read.problems).toMatchObject([{ code: 'source-missing', place: { file: 'a.jsonld', record: 'https://example.org/1' }, values: { source } }]);
  });
});

describe('files of ours', () => {
  const files = encode(w3c, interruptedQuote, 'a');
  const without = (name: string): readonly NamedBytes[] => files.filter((one) => one.name !== name);
  const changed = (name: string, change: (content: string) => string): readonly NamedBytes[] =>
    files.map((one) => (one.name === name ? file(name, change(Buffer.from(one.bytes).toString())) : one));

  it('come back whole', () => expect(decode(...files)).toEqual({ dataset: interruptedQuote, problems: [] }));

  it('have no annotations without their articles', () => {
    const read = decode(...without('a.articles.jsonl'));
    expect(new Set(codes(read))).toEqual(new Set(['source-missing error', 'relation-end-missing error']));
  });

  it('can do without relations', () => {
    const read = decode(...without('a.relations.jsonld'));
    expect(read.problems).toEqual([]);
    expect(read.dataset?.sets[0]?.relations).toEqual([]);
  });

  it('are refused where their text was altered', () =>
    expect(codes(decode(...changed('a.articles.jsonl', (content) => content.replace('برق را گران', 'برق را ارزان')))).slice(0, 1)).toEqual(['fingerprint-wrong error']));

  it('lose an annotation whose offsets were shifted, and what hangs on it', () =>
    expect(codes(decode(...changed('a.jsonld', (content) => content.replace('"start":2,"end":11', '"start":4,"end":13')))))
      .toEqual(['span-text-differs error', 'relation-end-missing error']));
});

describe('prefix and suffix', () => {
  it('stand around the words, and their far ends cut no cluster', () => {
    forAll(articleText.chain((one) => fc.tuple(fc.constant(one), spanOf(one))), ([one, span]) => {
      const borders = new Set<number>([...graphemes(one).map(({ start }) => start), one.length]);
      const { prefix, suffix } = quoter(one)(span);
      expect(one.slice(span.start - prefix.length, span.start)).toBe(prefix);
      expect(one.slice(span.end, span.end + suffix.length)).toBe(suffix);
      expect(prefix === '' || borders.has(span.start - prefix.length)).toBe(true);
      expect(suffix === '' || borders.has(span.end + suffix.length)).toBe(true);
      expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
    });
  });

  it('are as long as they may be', () => {
    const { prefix, suffix } = quoter('ا'.repeat(100))({ start: 50, end: 60 } as never);
    expect([prefix.length, suffix.length]).toEqual([32, 32]);
  });
});

describe('names', () => {
  const parts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 });
  it('are taken apart again', () => forAll(parts, (some) => expect(partsOf('anno', iri('anno', ...some))).toEqual(some)));
  it('of another kind are none', () => expect([partsOf('doc', 'urn:anno:a'), partsOf('anno', 'https://x'), partsOf('anno', 'urn:anno:%zz')]).toEqual([null, null, null]));
  it('that are broken stand for nothing', () => expect(decodedPart('%e0%a4%a')).toBeNull());
  it('and values are one text and two again', () =>
    forAll(fc.tuple(fc.string(), fc.string()), ([name, value]) => expect(pairOf(pairText(name, value))).toEqual([name, value])));
});
