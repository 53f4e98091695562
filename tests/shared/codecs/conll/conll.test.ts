import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { type ColumnReading, usualReading } from '../../../../shared/codecs/conll/column-reading.ts';
import { conll2003Iob2, conllTabIob2 } from '../../../../shared/codecs/conll/conll.ts';
import { layersOf } from '../../../../shared/codecs/conll/layers.ts';
import { chunksOf, schemeOf, tagsOf } from '../../../../shared/codecs/conll/tags.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type AnnotationId, type LabelId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';
import { workTime } from '../../../arbitraries/work-time.ts';

const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const file = (name: string, content: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const read = (...files: readonly NamedBytes[]): Decoded => conll2003Iob2.decode?.(files, context) ?? { dataset: null, problems: [] };
const codes = ({ problems }: Decoded): readonly string[] => problems.map(({ code }) => code);
const labels = ({ dataset }: Decoded): readonly string[] =>
  (dataset?.sets ?? []).flatMap((set) => {
    const text = dataset?.articles.find(({ id }) => id === set.article)?.text ?? '';
    return set.annotations.map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => text.slice(start, end)).join('+')}`);
  });

describe('tags', () => {
  it.each<[string, string, readonly string[]]>([
    ['IOB2', 'O B-Q I-Q O B-Q', ['Q 1-2', 'Q 4-4']],
    ['IOB2: neighbours stay apart', 'B-Q I-Q B-Q', ['Q 0-1', 'Q 2-2']],
    ['BIOES', 'S-Q B-Q I-Q E-Q O', ['Q 0-0', 'Q 1-3']],
    ['BILOU', 'U-Q B-Q I-Q L-Q O', ['Q 0-0', 'Q 1-3']],
    ['IOB1: a chunk begins with I', 'I-Q I-Q O I-Q', ['Q 0-1', 'Q 3-3']],
    ['IOB1: B parts neighbours', 'I-Q B-Q I-Q', ['Q 0-0', 'Q 1-2']],
    ['another label ends the one before', 'B-Q I-R I-R', ['Q 0-0', 'R 1-2']],
    ['BIOES whose end is missing', 'B-Q I-Q O E-Q', ['Q 0-1', 'Q 3-3']],
    ['a label with hyphens', 'B-A-b I-A-b', ['A-b 0-1']],
    ['no label', 'B- O', []],
  ])('%s', (_, tags, expected) => expect(chunksOf(tags.split(' ')).map(({ first, last, label }) => `${label} ${first}-${last}`)).toEqual(expected));

  it.each<[string, string]>([['IOB2', 'B-Q I-Q O'], ['IOB1', 'O I-Q I-Q'], ['BIOES', 'O S-Q'], ['BILOU', 'B-Q L-Q'], ['IOB2', 'O O']])('are %s: %s', (scheme, tags) =>
    expect(schemeOf([tags.split(' ')])).toBe(scheme));

  it('are written so that neighbours stay apart', () => {
    const chunks = [{ first: 0, last: 1, label: 'Q' }, { first: 2, last: 2, label: 'Q' }, { first: 3, last: 5, label: 'Q' }];
    expect(tagsOf(7, chunks, 'iob2').join(' ')).toBe('B-Q I-Q B-Q B-Q I-Q I-Q O');
    expect(tagsOf(7, chunks, 'bioes').join(' ')).toBe('B-Q E-Q S-Q B-Q I-Q E-Q O');
    expect(tagsOf(7, chunks, 'iob1').join(' ')).toBe('I-Q I-Q B-Q B-Q I-Q I-Q O');
  });

  it('of IOB1 have a B only behind a chunk of the same label in the same sentence', () => {
    const chunks = [{ first: 1, last: 1, label: 'Q' }, { first: 2, last: 2, label: 'R' }, { first: 3, last: 4, label: 'R' }];
    expect(tagsOf(5, chunks, 'iob1').join(' ')).toBe('O I-Q I-R B-R I-R');
    expect(tagsOf(5, chunks, 'iob1', new Set([0, 3])).join(' ')).toBe('O I-Q I-R I-R I-R');
  });
});

describe('layers', () => {
  it('of the schema that ships: speaker and cue share one, every other label has its own', () =>
    expect(layersOf(seedSchema).map(({ name }) => name)).toEqual(['quote', 'speaker+cue', 'commitment', 'deadline', 'condition', 'addressee', 'mention']));

  const alike = ['Quote', 'QUOTE'].map((id) => ({ ...seedSchema.labels[0], id: id as LabelId })) as unknown as Schema['labels'];
  it('are told apart where the file system does not know case', () =>
    expect(layersOf({ ...seedSchema, labels: alike, relations: [] }).map(({ name }) => name)).toEqual(['quote', 'quote~2']));

  it('are one a label where no relation says more', () =>
    expect(layersOf({ ...seedSchema, relations: [] }).length).toBe(seedSchema.labels.length));

  it('hold no label twice and every label once', () =>
    expect(layersOf(seedSchema).flatMap((layer) => layer.labels).toSorted()).toEqual(seedSchema.labels.map(({ id }) => id).toSorted()));
});

const [work] = interruptedQuote.sets;
const annotation = (id: string, label: string, ...places: readonly (readonly [number, number])[]): Annotation => ({
  id: id as AnnotationId, label: label as LabelId, spans: places.map(([start, end]) => span(start, end)),
  attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
});
const datasetWith = (...annotations: readonly Annotation[]): Dataset =>
  ({ ...interruptedQuote, entities: [], sets: [{ ...work, annotations, relations: [] }] }) as unknown as Dataset;
const lossesOf = (whole: Dataset): readonly string[] =>
  fit(whole, conllTabIob2).report.losses.filter(({ code }) => !/METADATA|UNREFERENCED/.test(code)).map(({ code, count, examples }) => `${code} ${count} ${String(examples[0]?.[1])}`);
const column = (whole: Dataset, layer: string): string => {
  const found = encode(conllTabIob2, fit(whole, conllTabIob2).dataset, 'a').find(({ name }) => name === `a.${layer}.iob2.conll`);
  return Buffer.from(found?.bytes ?? []).toString();
};

describe('what a layer cannot hold', () => {
  it.each<[string, readonly Annotation[], readonly string[]]>([
    ['a quote inside a quote goes', [annotation('in', 'QUOTE', [23, 30]), annotation('out', 'QUOTE', [19, 39])], ['OVERLAP_DROPPED 1 in']],
    ['a commitment inside a quote stays', [annotation('q', 'QUOTE', [19, 39]), annotation('k', 'COMMITMENT', [26, 39])], []],
    ['a speaker and a cue over the same words: the longer stays', [annotation('s', 'SPEAKER', [3, 12]), annotation('c', 'CUE', [3, 7])], ['OVERLAP_DROPPED 1 c']],
    ['a border inside a word forces a token', [annotation('s', 'SPEAKER', [3, 5])], ['TOKEN_FORCED 1 s']],
    ['one break, however many labels want it', [annotation('s', 'SPEAKER', [3, 5]), annotation('m', 'MENTION', [5, 12])], ['TOKEN_FORCED 1 s']],
    ['blanks at the ends are cut', [annotation('s', 'SPEAKER', [2, 13])], ['SPAN_SNAPPED 1 s']],
    ['a label of blanks alone goes', [annotation('s', 'SPEAKER', [2, 3])], ['EMPTY_SKIPPED 1 s']],
  ])('%s', (_, annotations, expected) => expect(lossesOf(datasetWith(...annotations))).toEqual(expected));

  it('counts what a layer drops as dropped', () => {
    const { report } = fit(datasetWith(annotation('in', 'QUOTE', [23, 30]), annotation('out', 'QUOTE', [19, 39])), conllTabIob2);
    expect([report.annotationsIn, report.annotationsOut]).toEqual([2, 1]);
  });

  it('keeps a label over two sentences in one: no chunk is cut', () => {
    const column2 = column(datasetWith(annotation('q', 'QUOTE', [51, 75])), 'quote');
    expect(column2.trimEnd().split('\n\n').length).toBe(1);
    expect(column2.match(/B-QUOTE/g)).toEqual(['B-QUOTE']);
  });
});

const folder = path.resolve(import.meta.dirname, '../../../fixtures/conll/conll2003-iob2');
const golden = (name: string): string => readFileSync(path.join(folder, `interrupted-quote.${name}`), 'utf8');
const tokens = file('a.tokens.jsonl', golden('tokens.jsonl'));
const quotes = golden('quote.iob2.conll');

describe('columns with their tokens', () => {
  it('lie exactly where they were', () => {
    const decoded = read(tokens, file('a.quote.iob2.conll', quotes), file('a.speaker+cue.iob2.conll', golden('speaker+cue.iob2.conll')));
    expect(decoded.problems).toEqual([]);
    expect(labels(decoded)).toEqual(['SPEAKER وزیر نیرو', 'CUE گفت', 'QUOTE برق را گران نمی\u200cکنیم', 'CUE افزود', 'QUOTE این را قول می\u200cدهم.']);
  });

  it.each<[string, Decoded, readonly string[], number]>([
    ['no columns', read(tokens), ['annotations-missing'], 0],
    ['another word in a sentence', read(tokens, file('a.q.iob2.conll', quotes.replace('برق', 'آب'))), ['conll-sentence-differs', 'conll-sentences-missing'], 0],
    ['a sentence that is missing', read(tokens, file('a.q.iob2.conll', quotes.slice(0, quotes.indexOf('پایان')))), ['conll-sentences-missing'], 2],
    ['a sentence too many before', read(tokens, file('a.q.iob2.conll', `x -X- -X- B-CUE\n\n${quotes}`)), ['conll-sentence-differs'], 2],
    ['a tag that is none', read(tokens, file('a.q.iob2.conll', quotes.replace('I-QUOTE', 'Q'))), ['conll-tag-wrong'], 3],
    ['a row without a tag', read(tokens, file('a.q.iob2.conll', quotes.replace('« -X- -X- O', '«'))), ['conll-tag-wrong'], 2],
    ['a label that nobody knows', read(tokens, file('a.q.iob2.conll', quotes.replaceAll('-QUOTE', '-PER'))), ['label-unknown', 'label-unknown'], 0],
    ['tokens outside the text', read(file('a.tokens.jsonl', golden('tokens.jsonl').replace('[79,80]', '[79,900]')), file('a.q.iob2.conll', quotes)),
      ['conll-tokens-wrong', 'conll-sentence-differs', 'conll-sentence-differs'], 0],
    ['tokens in no order', read(file('a.tokens.jsonl', golden('tokens.jsonl').replace('[2,6]', '[7,6]')), file('a.q.iob2.conll', quotes)),
      ['conll-tokens-wrong', 'conll-sentence-differs', 'conll-sentence-differs'], 0],
    ['tokens in UTF-16', read(file('a.tokens.jsonl', golden('tokens.jsonl').replaceAll(/\[(\d+),(\d+)\]/g, (_, a: string, b: string) => `[${Number(a) + 1},${Number(b) + 1}]`)),
      file('a.q.iob2.conll', quotes)), ['conll-tokens-wrong', 'conll-sentence-differs', 'conll-sentence-differs'], 0],
    ['another text', read(file('a.tokens.jsonl', golden('tokens.jsonl').replace('وزیر نیرو گفت', 'وزیر نفت. گفت')), file('a.q.iob2.conll', quotes)),
      ['conll-sentence-differs', 'conll-sentences-missing', 'fingerprint-wrong'], 0],
    ['no UTF-8', read(tokens, { name: 'a.q.iob2.conll', bytes: new Uint8Array([0xff]) }), ['file-not-utf8', 'annotations-missing'], 0],
    ['CRLF and a mark', read(tokens, file('a.q.iob2.conll', `\ufeff${quotes.replaceAll('\n', '\r\n')}`)), ['byte-order-mark', 'carriage-returns'], 2],
  ])('%s', (_, decoded, expected, count) => {
    expect(codes(decoded)).toEqual(expected);
    expect(labels(decoded).length).toBe(count);
    for (const { place } of decoded.problems) expect(place.file).toBeDefined();
  });
});

describe('columns alone', () => {
  it.each<[string, string, readonly string[]]>([
    ['CoNLL-2003', '-DOCSTART- -X- -X- O\n\nوزیر N B-NP B-SPEAKER\nنیرو N I-NP I-SPEAKER\nگفت V B-VP B-CUE\n', ['SPEAKER وزیر نیرو', 'CUE گفت']],
    ['two columns with a TAB', 'وزیر\tB-SPEAKER\nگفت\tO\n\nبرق\tB-QUOTE\n', ['SPEAKER وزیر', 'QUOTE برق']],
    ['BIOES', 'وزیر\tB-SPEAKER\nنیرو\tE-SPEAKER\nگفت\tS-CUE\n', ['SPEAKER وزیر نیرو', 'CUE گفت']],
    ['IOB1', 'وزیر I-SPEAKER\nنیرو I-SPEAKER\nگفت I-CUE\n', ['SPEAKER وزیر نیرو', 'CUE گفت']],
    ['several blanks between columns', 'وزیر   N   B-SPEAKER\n', ['SPEAKER وزیر']],
    ['comments', '# id = 1\nوزیر\tB-SPEAKER\n', ['SPEAKER وزیر']],
    ['no line end at the end', 'وزیر\tB-SPEAKER', ['SPEAKER وزیر']],
    ['words that no article can hold', 'و\u2028زیر\tB-SPEAKER\n', ['SPEAKER و\ufffdزیر']],
  ])('%s', (_, content, expected) => {
    const decoded = read(file('a.conll', content));
    expect(decoded.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['conll-text-rebuilt warning']);
    expect(labels(decoded)).toEqual(expected);
  });

  it('say which columns and scheme were found', () =>
    expect(read(file('a.conll', 'وزیر\tN\tS-SPEAKER\n')).problems[0]?.values).toEqual({ columns: 3, scheme: 'BIOES', separator: 'tab', joiner: 'blank' }));

  it.each<[string, string, Partial<ColumnReading>, readonly string[], readonly string[]]>([
    ['the columns that were named', 'B-CUE 1 گفت\nO 2 برق\n', { word: 3, tag: 1 }, ['CUE گفت'], []],
    ['nothing between words', 'می\tB-CUE\nگوید\tI-CUE\n', { joiner: 'none' }, ['CUE میگوید'], []],
    ['a scheme that fits', 'وزیر I-SPEAKER\nگفت I-CUE\nو B-CUE\n', { scheme: 'iob1' }, ['SPEAKER وزیر', 'CUE گفت', 'CUE و'], []],
    ['a scheme that does not', 'وزیر I-SPEAKER\nگفت S-CUE\n', { scheme: 'iob2' }, ['SPEAKER وزیر', 'CUE گفت'], ['conll-scheme-differs:1']],
    ['a row without the column of words', 'گفت B-CUE x\nو\n', { word: 3, tag: 2 }, ['CUE x'], ['conll-word-missing:2']],
  ])('are read as a person says: %s', (_, content, conll, expected, said) => {
    const decoded = conll2003Iob2.decode?.([file('a.conll', content)], { ...context, reading: { conll: { ...usualReading, ...conll } } }) ?? { dataset: null, problems: [] };
    expect(labels(decoded).toSorted()).toEqual(expected.toSorted());
    expect(decoded.problems.filter(({ code }) => code !== 'conll-text-rebuilt').map(({ code, place }) => `${code}:${place.line}`)).toEqual(said);
  });

  it('with their tokens are read as they were written, whatever is said of others', () => {
    const reading = { conll: { ...usualReading, word: 3 } };
    expect(codes(conll2003Iob2.decode?.([tokens, file('a.quote.iob2.conll', quotes)], { ...context, reading }) ?? { dataset: null, problems: [] })).toEqual([]);
  });

  it('make an article of each -DOCSTART-, a line of each sentence', () => {
    const { dataset } = read(file('a.conll', '-DOCSTART- -X- -X- O\n\nیک O\nدو O\n\nسه O\n\n-DOCSTART- -X- -X- O\n\nچهار B-CUE\n'));
    expect(dataset?.articles.map(({ text }) => text).toSorted()).toEqual(['چهار', 'یک دو\nسه']);
    expect(dataset?.sets.length).toBe(1);
  });

  it('of one text are layers of one article; of another text an article of their own', () => {
    const decoded = read(file('a.quote.iob2.conll', 'گفت O\nبرق B-QUOTE\n'), file('a.cue.iob2.conll', 'گفت B-CUE\nبرق O\n'), file('a.test.iob2.conll', 'آب B-QUOTE\n'));
    expect(decoded.dataset?.articles.length).toBe(2);
    expect(labels(decoded).toSorted()).toEqual(['CUE گفت', 'QUOTE آب', 'QUOTE برق']);
  });

  it('that are empty are an empty file', () => expect(codes(read(file('a.conll', '\n\n')))).toEqual(['file-empty']));

  it('are read in time that grows with them', () => {
    const rows = (count: number): NamedBytes => file('a.conll', Array.from({ length: count }, (_, at) => `${at}\tB-CUE\n${at % 30 === 0 ? '\n' : ''}`).join(''));
    const time = (count: number): number => {
      const content = rows(count);
      return workTime(() => read(content));
    };
    time(2000);
    const [small, large] = [time(4000), time(16_000)];
    expect(large).toBeLessThan(Math.max(small, 20) * 16);
  });
});
