import fc from 'fast-check';
import { zipSync } from 'fflate';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brat } from '../../../../shared/codecs/brat/brat.ts';
import { linesKept } from '../../../../shared/codecs/brat/kept-lines.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { type Dataset, normalised } from '../../../../shared/model/dataset.ts';
import { type ArticleId, type EntityId } from '../../../../shared/model/id.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';
import { wounded, wounds } from '../../../laws/damage.ts';
import { contentOf, decoded, linksOf, marksOf, problemLines, textFile, unpacked } from '../unpacked.ts';
import { workTime } from '../../../arbitraries/work-time.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/brat');
const files = unpacked(brat, interruptedQuote);

/** The fixture with its one work set alone, altered. */
function withWork(change: (annotation: Annotation) => Annotation, text?: string): Dataset {
  const sets = interruptedQuote.sets.filter(({ role }) => role === 'work').map((set) => ({ ...set, annotations: set.annotations.map(change) }));
  const articles = interruptedQuote.articles.map((one) => (text === undefined ? one : { ...one, text, fingerprint: fingerprint(text) }));
  return normalised({ ...interruptedQuote, articles, sets });
}

describe('brat as it stands in the golden files', () => {
  it.each(['A03/d1.txt', 'A03/d1.ann', 'A03/d1.json', 'M01/d1.ann', 'unreferenced.json', 'annotation.conf', 'visual.conf'])('%s', (name) =>
    expect(contentOf(files, name)).toMatchFileSnapshot(path.join(fixtures, name.replace('/', '-'))));

  it('puts one person\'s work at the top', () => {
    const names = unpacked(brat, withWork((one) => one)).map(({ name }) => name);
    expect(names).toEqual(['d1.txt', 'd1.ann', 'd1.json', 'unreferenced.json', 'annotation.conf', 'visual.conf']);
  });
});

describe('what brat has no line for', () => {
  const text = 'الف\n\nب ج\tد';
  const quote = (spans: readonly (readonly [number, number])[], more: Partial<Annotation> = {}) =>
    withWork((one) => ({ ...one, ...(one.id === 'q1' ? { spans: spans.map(([start, end]) => span(start, end)), ...more } : { spans: [span(0, 3)] }) }), text);
  const marked = (whole: Dataset): readonly string[] =>
    contentOf(unpacked(brat, whole), 'd1.ann').split('\n').filter((line) => /QUOTE|NaqlSpans/.test(line));

  it.each([
    ['a span over a blank line is cut there, and known by that', [[0, 6]], ['T1\tQUOTE 0 3;5 6\tالف ب']],
    ['a gap of line feeds alone has its note', [[0, 3], [5, 6]], ['T1\tQUOTE 0 3;5 6\tالف ب', '#1\tNaqlSpans T1\t0 3;5 6']],
    ['a line feed at an edge has its note', [[3, 6]], ['T5\tQUOTE 5 6\tب', '#5\tNaqlSpans T5\t3 6']],
    ['a tab stands in the reference text', [[7, 10]], ['T5\tQUOTE 7 10\tج\tد']],
    ['pieces that touch stay apart', [[0, 1], [1, 3]], ['T4\tQUOTE 0 1;1 3\tا لف']],
  ] as const)('%s', (_, spans, lines) => {
    const whole = quote(spans);
    expect(marked(whole).map((line) => line.replace(/^#\d+/, '#'))).toEqual(lines.map((line) => line.replace(/^#\d+/, '#')));
    expect(decoded(brat, unpacked(brat, whole)).dataset).toEqual(whole);
  });

  it('leaves out an annotation of line feeds alone, and says so', () => {
    const { dataset: fitted, report } = fit(quote([[3, 5]]), brat);
    expect(fitted.sets[0]?.annotations.map(({ id }) => id)).not.toContain('q1');
    expect(report.losses.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['RELATION_DROPPED lossy', 'EMPTY_SKIPPED lossy']);
  });

  it.each([
    ['\n', [`NaqlNote T4\t"\\n"`]],
    ['دو\nخط', ['AnnotatorNotes T4\tدو خط', 'NaqlNote T4\t"دو\\nخط"']],
    ['الف\u2028ب\u0085', ['AnnotatorNotes T4\tالف ب', 'NaqlNote T4\t"الف\\u2028ب\\u0085"']],
    ['یک خط', ['AnnotatorNotes T4\tیک خط']],
  ])('the note %j', (note, lines) => {
    const whole = withWork((one) => (one.id === 'k1' ? { ...one, note } : one));
    const written = contentOf(unpacked(brat, whole), 'd1.ann').split('\n').filter((line) => /Note/.test(line));
    expect(written.map((line) => line.replace(/^#\d+\t/, ''))).toEqual(lines);
    expect(decoded(brat, unpacked(brat, whole)).dataset).toEqual(whole);
  });

  it('takes what was changed in brat since: a note rewritten, a mark moved, a mark added', () => {
    const whole = withWork((one) => (one.id === 'k1' ? { ...one, note: 'دو\nخط' } : one.id === 'q1' ? { ...one, spans: [span(19, 74)] } : one));
    const edited = unpacked(brat, whole).map((file) =>
      file.name === 'd1.ann'
        ? textFile(
            'd1.ann',
            `${contentOf([file], 'd1.ann')
              .replace('T4\tدو خط', 'T4\tدیگر')
              .replace(/T3\tQUOTE [^\n]*/, 'T3\tQUOTE 18 21\tبرق')}T9\tCUE 12 15\tگفت\n`,
          )
        : file,
    );
    const read = decoded(brat, edited);
    expect(problemLines(read)).toEqual([]);
    expect(read.dataset?.sets[0]?.annotations.find(({ id }) => id === 'k1')?.note).toBe('دیگر');
    expect(marksOf(read)).toEqual(expect.arrayContaining(['q1 QUOTE برق marking=guillemets mode=direct', 'T9 CUE گفت']));
  });

  it('writes a free value without blanks and reads it again', () => {
    const schema = { ...seedSchema, labels: seedSchema.labels.map((one) => ({
      ...one, attributes: one.id === 'CUE' ? [{ id: 'remark', name: { fa: 'ا', en: 'a' }, kind: 'text' as const, choices: [] }] : one.attributes,
    })) };
    const value = '۵۰% الف\tب\u00a0%20';
    const whole = { ...withWork((one) => (one.id === 'c1' ? { ...one, attributes: { remark: value } } : one)), schema };
    const own = unpacked(brat, whole);
    expect(contentOf(own, 'd1.ann')).toContain('remark T2 ۵۰%25%20الف%09ب%C2%A0%2520\n');
    expect(decoded(brat, own, schema).dataset).toEqual(whole);
    expect(fit(whole, brat).report.losses).toEqual([{ code: 'CHAR_REPLACED', severity: 'changed', count: 1, examples: [['d1', 'c1']] }]);
  });

  it('keeps a relation to somebody who is not mentioned, and its attributes, in notes', () => {
    const [work] = interruptedQuote.sets;
    const whole = normalised({
      ...interruptedQuote,
      sets: work ? [{ ...work, relations: [
        { id: 'N7', type: 'SAID_BY', from: 'q1', to: { kind: 'entity', id: 'kb:P43' }, attributes: { weight: '0.5' } },
      ] as unknown as typeof work.relations }] : [],
    });
    const lines = contentOf(unpacked(brat, whole), 'd1.ann').split('\n').filter((line) => /N7/.test(line));
    expect(lines).toEqual(['N7\tSAID_BY T3 kb:P43\tکسی که نامش نیامده', '#8\tNaqlAttributes N7\t{"weight":"0.5"}']);
    expect(decoded(brat, unpacked(brat, whole)).dataset).toEqual({ ...whole, annotators: whole.annotators });
  });
});

describe('names of files', () => {
  const named = (ids: readonly string[]): readonly string[] => {
    const [article] = interruptedQuote.articles;
    const articles = article ? ids.map((id) => ({ ...article, id: id as ArticleId })) : [];
    return unpacked(brat, { ...interruptedQuote, articles, sets: [], entities: [], annotators: [] })
      .map(({ name }) => name).filter((name) => name.endsWith('.txt'));
  };
  it.each([
    ['odd characters', ['a/b', '..'], ['_2e_2e.txt', 'a_2fb.txt']],
    ['letters of another script', ['خ'], ['_d8_ae.txt']],
    ['letter case alone', ['A', 'a'], ['A.txt', '_61.txt']],
    ['a device of Windows', ['con'], ['_63_6f_6e.txt']],
    ['the name of our own file', ['unreferenced'], ['_75_6e_72_65_66_65_72_65_6e_63_65_64.txt']],
  ])('%s', (_, ids, names) => expect(named(ids)).toEqual(names));

  it('are short enough for every file system', () => {
    const [name = ''] = named(['خ'.repeat(128)]);
    expect(name).toMatch(/^(?:_d8_ae)+[_0-9a-f]*__[0-9a-f]{16}\.txt$/);
    expect(name.length).toBeLessThanOrEqual(104);
  });
});

const text = '🔴 وزیر نیرو گفت: «برق گران نمی‌شود».\nپایان.';
const read = (ann: string, beside: Readonly<Record<string, string>> = {}, content = text) =>
  decoded(brat, [textFile('d.txt', content), textFile('d.ann', ann), ...Object.entries(beside).map(([name, one]) => textFile(name, one))]);

describe('files of other people', () => {
  it.each([
    ['a mark', 'T1\tSPEAKER 2 11\tوزیر نیرو\n', ['T1 SPEAKER وزیر نیرو']],
    ['without a last line feed', 'T1\tSPEAKER 2 11\tوزیر نیرو', ['T1 SPEAKER وزیر نیرو']],
    ['without a reference text', 'T1\tSPEAKER 2 11\n', ['T1 SPEAKER وزیر نیرو']],
    ['pieces with a blank between', 'T1\tQUOTE 18 21;27 34\tبرق نمی‌شود\n', ['T1 QUOTE برق | نمی‌شود']],
    ['pieces of old files, without it', 'T1\tQUOTE 18 21;27 34\tبرقنمی‌شود\n', ['T1 QUOTE برق | نمی‌شود']],
    ['pieces out of order', 'T1\tQUOTE 27 34;18 21\tبرق نمی‌شود\n', ['T1 QUOTE برق | نمی‌شود']],
    ['pieces and text out of order', 'T1\tQUOTE 27 34;18 21\tنمی‌شود برق\n', ['T1 QUOTE برق | نمی‌شود']],
    ['a line feed that became a blank', 'T1\tQUOTE 27 42\tنمی‌شود». پایان\n', ['T1 QUOTE نمی‌شود».\nپایان']],
    ['attributes', 'T1\tQUOTE 18 21\tبرق\nA1\tmode T1 direct\n', ['T1 QUOTE برق mode=direct']],
  ])('%s', (_, ann, marks) => {
    const found = read(ann);
    expect(problemLines(found)).toEqual([]);
    expect(marksOf(found)).toEqual(marks);
  });

  it('reads relations, references and notes', () => {
    const found = read('T1\tQUOTE 18 34\tبرق گران نمی‌شود\nT2\tSPEAKER 2 11\tوزیر نیرو\nR1\tSAID_BY Arg1:T1 Arg2:T2\t\nN1\tReference T2 Wikidata:Q7\tوزیر\n#1\tAnnotatorNotes T1\tتردید\n');
    expect(problemLines(found)).toEqual([]);
    expect(linksOf(found)).toEqual(['T1 SAID_BY T2']);
    expect(found.dataset?.entities).toMatchObject([{ id: 'Wikidata:Q7', name: 'وزیر' }]);
    expect(found.dataset?.sets[0]?.annotations).toMatchObject([{ entity: 'Wikidata:Q7' as EntityId }, { note: 'تردید' }]);
    expect(found.dataset?.annotators).toMatchObject([{ name: '?' }]);
  });

  it('reads an event as relations from its trigger', () => {
    const ann = 'T1\tQUOTE 18 34\tبرق گران نمی‌شود\nT2\tSPEAKER 2 11\tوزیر نیرو\nT3\tCUE 12 15\tگفت\nE1\tQUOTE:T1 SAID_BY:T2 CUED_BY2:T3\nA1\tmode E1 direct\n';
    const found = read(ann);
    expect(problemLines(found)).toEqual([]);
    expect(linksOf(found)).toEqual(['T1 CUED_BY T3', 'T1 SAID_BY T2']);
    expect(marksOf(found)).toContain('T1 QUOTE برق گران نمی‌شود mode=direct');
  });

  it('reads the two halves of a shared task as one', () => {
    const found = decoded(brat, [
      textFile('d.txt', text), textFile('d.a2', 'R1\tSAID_BY Arg1:T2 Arg2:T1\nT2\tQUOTE 18 21\tبرق\n'), textFile('d.a1', 'T1\tSPEAKER 2 11\tوزیر نیرو\n'),
    ]);
    expect(problemLines(found)).toEqual([]);
    expect(linksOf(found)).toEqual(['T2 SAID_BY T1']);
  });

  it.each([
    ['counted with the mark', '\ufeff', 'T1\tSPEAKER 3 12\tوزیر نیرو\n'],
    ['counted without it', '\ufeff', 'T1\tSPEAKER 2 11\tوزیر نیرو\n'],
    ['counted with both characters of a line end', 'سطر\r\n', 'T1\tSPEAKER 7 16\tوزیر نیرو\n'],
    ['counted with one', 'سطر\r\n', 'T1\tSPEAKER 6 15\tوزیر نیرو\n'],
  ])('offsets %s', (_, before, ann) => {
    const found = read(ann, {}, `${before}${text}`);
    expect(errorsOf(found.problems)).toEqual([]);
    expect(marksOf(found)).toEqual(['T1 SPEAKER وزیر نیرو']);
  });

  it('takes CRLF and a mark in the annotations with a warning', () => {
    const found = read('\ufeffT1\tSPEAKER 2 11\tوزیر نیرو\r\nA1\tmention T1 title\r\n');
    expect(problemLines(found)).toEqual(['byte-order-mark d.ann:1', 'carriage-returns d.ann:1']);
    expect(marksOf(found)).toEqual(['T1 SPEAKER وزیر نیرو mention=title']);
  });

  it.each([
    ['UTF-16 offsets', 'T1\tSPEAKER 3 12\tوزیر نیرو\n', ['span-text-differs d.ann:1 T1']],
    ['offsets beyond the text', 'T1\tSPEAKER 2 1100\tوزیر نیرو\n', ['span-outside-text d.ann:1 T1']],
    ['an empty span', 'T1\tSPEAKER 2 2\t\n', ['span-outside-text d.ann:1 T1']],
    ['an end before its start', 'T1\tSPEAKER 11 2\tوزیر نیرو\n', ['span-outside-text d.ann:1 T1']],
    ['another text', 'T1\tSPEAKER 2 11\tوزیر کشور\n', ['span-text-differs d.ann:1 T1']],
    ['a line of nothing', 'T1\nچه\n\n', ['line-not-read d.ann:1', 'line-not-read d.ann:2']],
    ['offsets that are words', 'T1\tSPEAKER two 11\tوزیر\n', ['line-not-read d.ann:1']],
    ['an unknown label', 'T1\tPerson 2 11\tوزیر نیرو\n', ['label-unknown d.ann T1']],
    ['an unknown attribute', 'T1\tCUE 12 15\tگفت\nA1\tNegation T1\n', ['attribute-unknown d.ann T1']],
    ['an attribute of nothing', 'A1\tmode T7 direct\n', ['line-target-missing d.ann:1 A1']],
    ['an id twice', 'T1\tCUE 12 15\tگفت\nT1\tCUE 2 6\tوزیر\n', ['id-twice d.ann T1']],
    ['a relation to nothing', 'T1\tQUOTE 18 21\tبرق\nR1\tSAID_BY Arg1:T1 Arg2:T9\n', ['relation-end-missing d.ann R1']],
    ['a relation of three', 'T1\tCUE 12 15\tگفت\nR1\tX Arg1:T1 Arg2:T1 Arg3:T1\n', ['line-not-read d.ann:2']],
    ['a circle', 'T1\tQUOTE 18 21\tبرق\nT2\tQUOTE 22 26\tگران\nR1\tRESTATES Arg1:T1 Arg2:T2\nR2\tRESTATES Arg1:T2 Arg2:T1\n', ['relation-cycle d.ann R2']],
    ['an equivalence', 'T1\tCUE 12 15\tگفت\n*\tEquiv T1 T1\n', ['line-kept-aside d.ann:2']],
    ['a note of another program', 'T1\tCUE 12 15\tگفت\n#1\tAnnotationError T1\tچه\n', ['line-kept-aside d.ann:2 #1']],
    ['two references', 'T1\tSPEAKER 2 6\tوزیر\nN1\tReference T1 a:1\tا\nN2\tReference T1 a:2\tب\n', ['mention-twice d.ann:1 T1']],
    ['a reference without its database', 'T1\tSPEAKER 2 6\tوزیر\nN1\tReference T1 Q7\tا\n', ['line-not-read d.ann:2']],
  ])('%s: what is sound is kept, the rest is named', (_, ann, problems) => expect(problemLines(read(ann))).toEqual(problems));

  it('keeps what it has no place for, and writes it again where all that it speaks of is still there', () => {
    const ann = [
      'T1\tSPEAKER 2 11\tوزیر نیرو', 'T2\tCUE 12 15\tگفت', 'T3\tQUOTE 18 21\tبرق', 'R1\tSAID_BY Arg1:T3 Arg2:T1',
      '*\tEquiv T1 T2', '#1\tNormalized T2\tگفتن', '#2\tAnnotatorNotes R1\tچرا؟', 'X9\tچه',
    ];
    const first = read(`${ann.join('\n')}\n`).dataset;
    if (!first) throw new Error('nothing was read');
    const [set] = first.sets;
    const kept = ['#\tNormalized T2\tگفتن', '#\tAnnotatorNotes R1\tچرا؟', '*\tEquiv T1 T2', 'X9\tچه'];
    const told = first.articles.flatMap(({ extra }) => linesKept(extra, set?.id ?? ''));
    expect(told.toSorted()).toEqual(kept.toSorted());
    const again = (whole: Dataset) => unpacked(brat, whole);
    const asides = (whole: Dataset): readonly string[] => again(whole).flatMap(({ name, bytes }) => (name.endsWith('.ann') ? new TextDecoder().decode(bytes).split('\n') : []))
      .filter((line) => /Equiv|Normalized|چرا|X9/.test(line));
    expect(asides(first)).toEqual(['#1\tNormalized T2\tگفتن', '#2\tAnnotatorNotes R1\tچرا؟', '*\tEquiv T1 T2']);
    expect(decoded(brat, again(first)).dataset).toEqual(first);
    const without = { ...first, sets: first.sets.map((one) => ({ ...one, annotations: one.annotations.filter(({ id }) => id !== 'T2') })) };
    expect(asides(without)).toEqual(['#1\tAnnotatorNotes R1\tچرا؟']);
    expect(decoded(brat, again(without)).dataset).toEqual(without);
    const taken = again(first).map((one) => ({ ...one, bytes: Buffer.from(Buffer.from(one.bytes).toString().replace('*\tEquiv T1 T2\n', '')) }));
    expect(asides(decoded(brat, taken).dataset ?? first)).toEqual(['#1\tNormalized T2\tگفتن', '#2\tAnnotatorNotes R1\tچرا؟']);
  });

  it('names bytes that are no UTF-8 and reads on', () => {
    const bytes = new Uint8Array([0xff, 0x0a, ...new TextEncoder().encode('T1\tCUE 12 15\tگفت\n')]);
    const found = decoded(brat, [textFile('d.txt', text), { name: 'd.ann', bytes }]);
    expect(problemLines(found)).toEqual(['line-not-utf8 d.ann:1']);
    expect(marksOf(found)).toEqual(['T1 CUE گفت']);
  });

  it('of two archives with the same names do not get into each other\'s way', () => {
    const zip = (name: string, label: string) => ({
      name, bytes: zipSync(Object.fromEntries([textFile('d.txt', `${label} ${text}`), textFile('d.ann', `T1\t${label} 0 2\t${label.slice(0, 2)}\n`)]
        .map((one) => [one.name, one.bytes]))),
    });
    const found = decoded(brat, [zip('a.zip', 'CUE'), zip('b.zip', 'QUOTE')]);
    expect(problemLines(found)).toEqual([]);
    expect([...marksOf(found)].sort()).toEqual(['T1 CUE CU', 'T1 QUOTE QU']);
  });

  it('of one name given twice are read once', () => {
    const ann = textFile('d.ann', 'T1\tCUE 12 15\tگفت\n');
    const found = decoded(brat, [textFile('d.txt', text), ann, ann]);
    expect(problemLines(found)).toEqual(['file-twice d.ann']);
    expect(marksOf(found)).toEqual(['T1 CUE گفت']);
  });

  it('misses the other half of a pair', () => {
    expect(problemLines(decoded(brat, [textFile('d.ann', 'T1\tCUE 0 1\tا\n')]))).toEqual(['text-missing d.ann']);
    expect(problemLines(decoded(brat, [textFile('d.txt', text)]))).toEqual(['annotations-missing d.txt']);
  });

  it.each([
    ['no JSON', '{', 'file-not-json d.json'],
    ['nested deeply', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'file-not-json d.json'],
    ['of another program', '{"__proto__":{"polluted":1}}', 'line-without-format d.json'],
    ['about another text', contentOf(files, 'A03/d1.json'), 'fingerprint-wrong d.json'],
  ])('a sidecar that is %s is named and not used', (_, sidecar, problem) => {
    const found = read('T1\tCUE 12 15\tگفت\n', { 'd.json': sidecar });
    expect(problemLines(found)).toEqual([problem]);
    expect(marksOf(found)).toEqual(['T1 CUE گفت']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('gives work that was added to a bare article of ours to whoever is named', () => {
    const bare = unpacked(brat, { ...interruptedQuote, sets: [] }).map((file) => (file.name === 'd1.ann' ? textFile('d1.ann', 'T1\tCUE 12 15\tگفت\n') : file));
    const found = decoded(brat, bare);
    expect(problemLines(found)).toEqual([]);
    expect(found.dataset?.sets).toMatchObject([{ article: 'd1', annotator: 'per-unnamed', annotations: [{ id: 'T1' }] }]);
  });
});

describe('damaged files', () => {
  it('never make the reader throw, and what it saves of them is sound', () => {
    forAll(fc.tuple(dataset, wounds), ([whole, hurts]) => {
      const found = decoded(brat, wounded(unpacked(brat, whole), hurts), whole.schema);
      if (found.dataset) expect(errorsOf(checkDataset(found.dataset))).toEqual([]);
    });
  });

  it.each([
    ['blanks in a mark', (length: number) => `T1\tCUE ${' '.repeat(length)}1 2\tا`],
    ['pieces', (length: number) => `T1\tCUE ${'1 2;'.repeat(length)}`],
    ['colons in a relation', (length: number) => `R1\tX ${':'.repeat(length)} ${':'.repeat(length)}`],
    ['escapes in a value', (length: number) => `T1\tCUE 0 1\t🔴\nA1\tmode T1 ${'%FF'.repeat(length)}`],
  ])('take no longer than their length: %s', (_, line) => {
    const time = (length: number): number => {
      const content = line(length);
      return workTime(() => read(content));
    };
    time(1000);
    // Twice the length may cost twice the time; what grows with the square would cost a hundred times as much here.
    expect(time(200_000)).toBeLessThan(30 * Math.max(10, time(20_000)));
  });
});
