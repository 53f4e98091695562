import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { escapeText, escapeValue, stackedValues, unescapeText, unescapeValue } from '../../../../shared/codecs/webanno-tsv/escape.ts';
import { continuation, featureNames } from '../../../../shared/codecs/webanno-tsv/layers.ts';
import { webannoTsv } from '../../../../shared/codecs/webanno-tsv/webanno-tsv.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { type Span, span } from '../../../../shared/text/offsets.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { anyText } from '../../../arbitraries/text.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';
import { readTsv } from '../../../interop/webanno-reader.ts';
import { wounded, wounds } from '../../../laws/damage.ts';
import { contentOf, decoded, linksOf, marksOf, problemLines, textFile, unpacked } from '../unpacked.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/webanno-tsv');
const golden = contentOf(unpacked(webannoTsv, interruptedQuote), 'd1.tsv');
const textOf = ({ bytes }: NamedBytes): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('WebAnno TSV as it stands in the golden file', () => {
  it('d1.tsv', () => expect(golden).toMatchFileSnapshot(path.join(fixtures, 'd1.tsv')));

  it('is counted in UTF-16 code units, and each row tells its text', () => {
    const [text] = interruptedQuote.articles.map((one) => one.text);
    const rows = golden.split('\n').map((line) => line.split('\t')).filter(([id]) => /^\d+-\d+$/.test(id ?? ''));
    expect(rows).toHaveLength(24);
    for (const [, offsets = '', token] of rows) expect(text?.slice(...(offsets.split('-').map(Number) as [number, number]))).toBe(token);
  });

  it('puts a relation on the row of its target, and the pieces of a quote in one with a link', () => {
    const rows = golden.split('\n').filter((line) => /\t1-\d+\[/.test(line)).map((line) => line.split('\t').filter((cell) => cell !== '').slice(-2).join(' '));
    expect(rows).toEqual(['SAID\\_BY 1-7[2_1]', 'CUED\\_BY 1-7[2_0]', 'CUED\\_BY 1-7[2_0]', 'continuation 1-7[2_3]']);
  });
});

describe("INCEpTION's reader, written anew", () => {
  it('finds in the golden file what stands in the fixture', () => {
    const { text, marks, links } = readTsv(golden);
    expect(text).toBe(`${interruptedQuote.articles[0]?.text}\n`);
    expect(marks.map(({ begin, end, features }) => `${begin}-${end} ${features['label']}`)).toEqual([
      '3-12 SPEAKER', '13-16 CUE', '19-39 QUOTE', '26-39 COMMITMENT', '43-48 CUE', '51-69 QUOTE',
    ]);
    expect(links.map(({ label, source, target }) => `${source.begin} ${label} ${target.begin}`)).toEqual([
      '19 SAID_BY 3', '19 CUED_BY 13', '19 CUED_BY 43', '19 continuation 51',
    ]);
  });

  it.each([
    ['a blank line at the end', `${golden}\n`, /blank line at the end/],
    ['one blank line after the header', golden.replace('\n\n\n', '\n\n'), /two blank lines/],
    ['two blank lines between sentences', golden.replace('\n\n#Text=پایان', '\n\n\n#Text=پایان'), /where none may be/],
    ['a text that begins before its token', golden.replace('#Text=پایان', '#Text= پایان').replace('2-1\t71-76', '2-1\t69-74'), /the sentence begins at 69/],
    ['a row with a cell too few', golden.replace('\t_\t\n', '\n'), /fields/],
    ['a relation from nowhere', golden.replace('1-7[2_1]', '9-9[0_1]'), /nothing stands at 9-9/],
  ])('fails on %s', (_, content, expected) => {
    expect(content).not.toBe(golden);
    expect(() => readTsv(content)).toThrow(expected);
  });

  it('finds in what we write of any Dataset its text, its marks and its relations', () => {
    forAll(dataset, (whole) => {
      const { dataset: fitted } = fit(whole, webannoTsv);
      const files = unpacked(webannoTsv, whole);
      expect(files).toHaveLength(fitted.articles.length);
      for (const file of files) {
        const article = fitted.articles.find(({ id }) => textOf(file).includes(`\n#Naql.Article=${escapeText(id)}\n`));
        const set = fitted.sets.find((one) => one.article === article?.id);
        const { text, marks, links } = readTsv(textOf(file));
        // What stands before the first word is blanks there.
        const start = Number(/\n1-1\t(\d+)-/.exec(textOf(file))?.[1]);
        expect(text).toBe(`${' '.repeat(start)}${article?.text.slice(start)}\n`);
        const pieces = (set?.annotations ?? []).flatMap(({ label, spans }) => spans.map((one) => `${one.start}-${one.end} ${label}`));
        expect(marks.map(({ begin, end, features }) => `${begin}-${end} ${features['label']}`).sort()).toEqual(pieces.sort());
        const joins = (set?.annotations ?? []).reduce((sum, { spans }) => sum + spans.length - 1, 0);
        const between = (set?.relations ?? []).map(({ type }) => type as string);
        expect(links.map(({ label }) => label).sort()).toEqual([...between, ...Array.from({ length: joins }, () => continuation(whole.schema))].sort());
      }
    });
  });
});

/** One article with this text and these cues. */
function cues(text: string, spans: readonly (readonly [number, number])[], label = 'CUE'): Dataset {
  const sets = interruptedQuote.sets.filter(({ role }) => role === 'work').map((set) => ({
    ...set,
    relations: [],
    annotations: set.annotations.slice(0, 1).flatMap((one) =>
      spans.map(([start, end], index) => ({ ...one, id: `c${index}` as typeof one.id, label: label as typeof one.label, attributes: {}, entity: null, spans: [span(start, end)] })),
    ),
  }));
  return { ...interruptedQuote, sets, articles: interruptedQuote.articles.map((one) => ({ ...one, text, fingerprint: fingerprint(text) })) };
}
const fittedSpans = (whole: Dataset): readonly Span[] => fit(whole, webannoTsv).dataset.sets.flatMap(({ annotations }) => annotations.flatMap(({ spans }) => spans));
const lossesOf = (whole: Dataset): readonly string[] =>
  fit(whole, webannoTsv).report.losses.filter(({ code }) => /SPAN|TOKEN|EMPTY|CHAR/.test(code)).map(({ code, severity }) => `${code} ${severity}`);
const rowsOf = (whole: Dataset): readonly string[] => contentOf(unpacked(webannoTsv, whole), 'd1.tsv').split('\n');

describe('places', () => {
  it.each([
    ['a border inside a word makes a token', 'کتاب‌ها خوب', [[0, 4]], [span(0, 4)], ['TOKEN_FORCED changed']],
    ['a border in blanks moves to the word', 'یک   دو سه', [[3, 8]], [span(5, 7)], ['SPAN_SNAPPED lossy']],
    ['blanks alone hold nothing', 'یک   دو', [[3, 4]], [], ['EMPTY_SKIPPED lossy']],
    ['a span over a line end is one', 'یک\nدو', [[0, 5]], [span(0, 5)], []],
  ] as const)('%s', (_, text, spans, expected, losses) => {
    const whole = cues(text, spans);
    expect(fittedSpans(whole)).toEqual(expected);
    expect(lossesOf(whole)).toEqual(losses);
  });

  it.each([
    ['sentences that nothing parts', 'یک؟دو.', ['#Text=یک؟دو.']],
    ['a blank between sentences belongs to the first', 'یک. دو.', ['#Text=یک. ', '#Text=دو.']],
    ['a line feed between them is the format\'s', 'یک.\nدو.', ['#Text=یک.', '#Text=دو.']],
    ['a blank line is a second line of text', 'یک.\n\nدو.', ['#Text=یک.', '#Text=', '#Text=دو.']],
    ['line feeds at the end', 'یک.\n\n', ['#Text=یک.', '#Text=', '#Text=']],
    ['blanks before the text', '  یک', ['#Text=یک']],
    ['other signs before it', '\n\tیک', ['#Naql.Lead=\\n\\t', '#Text=یک']],
    ['a tab and a backslash inside', 'یک\tدو\\n', ['#Text=یک\\tدو\\\\n']],
    ['control characters alone', '\x01\x02', ['#Text=\\\x01\\\x02']],
  ])('%s', (_, text, lines) => {
    const whole = cues(text, []);
    expect(rowsOf(whole).filter((line) => /^#(?:Text|Naql\.Lead)/.test(line))).toEqual(lines);
    const read = decoded(webannoTsv, unpacked(webannoTsv, whole));
    expect(problemLines(read)).toEqual([]);
    expect(read.dataset?.articles.map((one) => one.text)).toEqual([text]);
  });

  it('numbers what spans several tokens or shares one, and leaves alone what does not', () => {
    const cells = rowsOf(cues('یک دو سه چهار', [[0, 5], [0, 2], [6, 8], [9, 13], [9, 13]])).filter((line) => line.startsWith('1-')).map((line) => line.split('\t')[3]);
    expect(cells).toEqual(['CUE[1]|CUE[2]', 'CUE[1]', 'CUE', 'CUE[3]|CUE[4]']);
  });
});

describe('signs that mean something', () => {
  it('come back, and never stand unguarded', () => {
    forAll(fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'\\[]|_->;*tn\t\n'), maxLength: 12 })), (text) => {
      expect(unescapeValue(escapeValue(text))).toBe(text);
      expect(unescapeText(escapeText(text))).toBe(text);
      expect(stackedValues(`${escapeValue(text)}[1]|${escapeValue(text)}`).map((one) => unescapeValue(one.replace(/\[1\]$/, '')))).toEqual([text, text]);
      expect(escapeValue(text)).not.toMatch(/[\t\n]|^[*_]$/);
    });
  });

  it('of names that UIMA does not have are renamed, none like another', () => {
    const attributes = ['a-b', 'a_b', 'label', 'begin'].map((id) => ({ id, name: { fa: 'ا', en: 'a' }, kind: 'text' as const, choices: [] }));
    const schema: Schema = { ...seedSchema, labels: seedSchema.labels.slice(0, 1).map((one) => ({ ...one, attributes })) };
    expect([...featureNames(schema)]).toEqual([['a-b', 'a_b'], ['a_b', 'a_b_2'], ['label', 'label_2'], ['begin', 'begin_2']]);
  });
});

const header = '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Mark|label|mode\n#T_RL=webanno.custom.Link|label|BT_webanno.custom.Mark\n\n\n';
const row = (unit: string, offsets: string, token: string, ...cells: readonly string[]): string => `${[unit, offsets, token, ...cells].join('\t')}\t\n`;
const sentence = `#Text=او گفت برق\n${row('1-1', '0-2', 'او', 'SPEAKER', '*', '_', '_')}${row('1-2', '3-6', 'گفت', '_', '_', '_', '_')}${row('1-3', '7-10', 'برق', 'QUOTE', 'direct', '_', '_')}`;
const read = (content: string, name = 'd.tsv') => decoded(webannoTsv, [textFile(name, content)]);

describe('files of other people', () => {
  it.each([
    ['a sentence', `${header}${sentence}`, []],
    ['with a blank line too many', `${header}${sentence}\n`, []],
    ['with CRLF', `${header}${sentence}`.replaceAll('\n', '\r\n'), ['carriage-returns d.tsv:1']],
    ['with a mark before it', `\ufeff${header}${sentence}`, ['byte-order-mark d.tsv:1']],
    ['of an earlier minor version', `${header}${sentence}`.replace('3.3', '3.2'), []],
  ])('%s', (_, content, problems) => {
    const found = read(content);
    expect(problemLines(found)).toEqual(problems);
    expect(marksOf(found)).toEqual(['m1 SPEAKER او', 'm2 QUOTE برق mode=direct']);
    expect(found.dataset?.articles[0]?.source.file).toBe('d.tsv');
  });

  it('reads relations, numbered or not', () => {
    const rows = `${row('1-1', '0-2', 'او', 'SPEAKER', '*', 'SAID\\_BY', '1-3')}${row('1-2', '3-6', 'گفت', 'CUE[4]|SPEAKER[5]', '*[4]|*[5]', 'CUED\\_BY|SAID\\_BY', '1-3[0_4]|1-3[0_5]')}${row('1-3', '7-10', 'برق', 'QUOTE', 'direct', '_', '_')}`;
    const found = read(`${header}#Text=او گفت برق\n${rows}`);
    expect(problemLines(found)).toEqual([]);
    expect(linksOf(found)).toEqual(['m4 SAID_BY m1', 'm4 CUED_BY m2', 'm4 SAID_BY m3']);
  });

  it('reads parts of tokens', () => {
    const rows = `${row('1-1', '0-7', 'کتاب‌ها', '_', '_', '_', '_')}${row('1-1.1', '0-4', 'کتاب', 'CUE', '*', '_', '_')}`;
    const found = read(`${header}#Text=کتاب‌ها\n${rows}`);
    expect(problemLines(found)).toEqual([]);
    expect(marksOf(found)).toEqual(['m1 CUE کتاب']);
  });

  it('takes a layer with another name by its value, or by its own name', () => {
    const entities = '#FORMAT=WebAnno TSV 3.3\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n#T_SP=webanno.custom.CUE|form\n\n\n';
    const found = read(`${entities}#Text=او گفت\n${row('1-1', '0-2', 'او', 'SPEAKER', '_')}${row('1-2', '3-6', 'گفت', '_', 'verb')}`);
    expect(problemLines(found)).toEqual([]);
    expect(marksOf(found)).toEqual(['m1 SPEAKER او', 'm2 CUE گفت form=verb']);
  });

  it.each([
    ['another format', '#FORMAT=CoNLL 3.3\n', ['line-format-unknown d.tsv:1']],
    ['another version', `${header}${sentence}`.replace('3.3', '2.0'), ['version-unknown d.tsv:1']],
    ['nothing', '', ['file-empty d.tsv']],
    ['a header alone', header, ['file-empty d.tsv']],
    ['an unknown label', `${header}${sentence}`.replace('SPEAKER', 'Person'), ['label-unknown d.tsv m1']],
    ['an unknown feature', `${header}${sentence}`.replace('|mode', '|colour'), ['attribute-unknown d.tsv m2']],
    ['offsets in code points', `${header}#Text=🔴 او\n${row('1-1', '0-1', '🔴', '_', '_', '_', '_')}${row('1-2', '2-4', 'او', 'SPEAKER', '*', '_', '_')}`, ['span-text-differs d.tsv:7', 'span-text-differs d.tsv:8']],
    ['offsets beyond the text', `${header}${sentence}`.replace('7-10', '7-99'), ['span-outside-text d.tsv:9']],
    ['a row with a cell too few', `${header}${sentence}`.replace('QUOTE\tdirect\t', ''), ['line-not-read d.tsv:9']],
    ['a row that is none', `${header}${sentence}چه\n`, ['line-not-read d.tsv:10']],
    ['a relation from nowhere', `${header}${sentence}`.replace('*\t_\t_', '*\tSAID\\_BY\t7-7'), ['relation-end-missing d.tsv:7']],
    ['a sentence that begins before the last one ended', `${header}${sentence}\n#Text=او\n${row('2-1', '4-6', 'او', '_', '_', '_', '_')}`, ['sentence-displaced d.tsv:12', 'span-text-differs d.tsv:12']],
    ['a gap as long as a file may claim', `${header}#Text=او\n${row('1-1', '999999999-999999999', 'او', '_', '_', '_', '_')}`, ['sentence-displaced d.tsv:7', 'span-outside-text d.tsv:7']],
    ['chains and slots', `${header}${sentence}`.replace('#T_RL', '#T_CH=webanno.custom.CorefLink|referenceType|referenceRelation\n#T_RL').replaceAll(/_\t_\t\n/g, '_\t_\t_\t_\t\n'), ['line-not-kept d.tsv:3', 'line-not-kept d.tsv:3']],
  ])('%s: what is sound is kept, the rest is named', (_, content, problems) => expect(problemLines(read(content))).toEqual(problems));

  it('leaves out a mark of which a row cannot be trusted, rather than a shorter one', () => {
    const rows = `${row('1-1', '0-2', 'او', 'QUOTE[1]', '*[1]', '_', '_')}${row('1-2', '3-6', 'دید', 'QUOTE[1]', '*[1]', '_', '_')}`;
    const found = read(`${header}#Text=او گفت\n${rows}`);
    expect(problemLines(found)).toEqual(['span-text-differs d.tsv:8']);
    expect(marksOf(found)).toEqual([]);
  });

  it('never throws on a damaged file, and what it saves is sound', () => {
    forAll(fc.tuple(dataset, wounds), ([whole, hurts]) => {
      const found = decoded(webannoTsv, wounded(unpacked(webannoTsv, whole), hurts), whole.schema);
      if (found.dataset) expect(errorsOf(checkDataset(found.dataset))).toEqual([]);
    });
  });
});
