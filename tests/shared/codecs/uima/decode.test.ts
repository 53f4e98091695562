import { describe, expect, it } from 'vitest';
import { type Codec, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { uimaJson } from '../../../../shared/codecs/uima/uima-json.ts';
import { uimaXmi } from '../../../../shared/codecs/uima/uima-xmi.ts';
import { unzipped } from '../../../../shared/codecs/zip.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type Annotator } from '../../../../shared/model/annotator.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import fc from 'fast-check';
import { wounded, wounds } from '../../../laws/damage.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';
import { workTime } from '../../../arbitraries/work-time.ts';

const context = { schemas: [seedSchema], now: '2024-01-02T03:04:05.000Z' } as const;
const file = (name: string, text: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(text) });

function decode(codec: Codec, ...files: readonly NamedBytes[]): Decoded {
  const decoded = codec.decode?.(files, context);
  if (!decoded) throw new Error('the codec does not read');
  if (decoded.dataset) expect(errorsOf(checkDataset(decoded.dataset))).toEqual([]);
  return decoded;
}
const codes = ({ problems }: Decoded): readonly string[] => problems.map(({ code, place }) => [code, place.line, place.record].filter((one) => one !== undefined).join(' '));
const annotations = ({ dataset: read }: Decoded): readonly Annotation[] => read?.sets.flatMap((set) => set.annotations) ?? [];
const words = (decoded: Decoded): readonly string[] =>
  annotations(decoded).map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => decoded.dataset?.articles[0]?.text.slice(start, end)).join('|')}`);

/** An XMI file as INCEpTION writes it: prefixes of its own, ids as they come, the Sofa at the end. */
const inception = (body: string, text = '🔴 وزیر گفت: «می‌شود».', head = '<?xml version="1.0" encoding="UTF-8"?>'): NamedBytes =>
  file('admin.xmi', `${head}
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmlns:type4="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore" xmlns:type5="http:///de/tudarmstadt/ukp/clarin/webanno/api/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${body}
<cas:Sofa xmi:id="12" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>
<cas:View sofa="12" members="1 2 3"/>
</xmi:XMI>
`);
const span = (id: number, begin: number, end: number, more: string, type = 'custom:Span'): string =>
  `<${type} xmi:id="${id}" sofa="12" begin="${begin}" end="${end}" ${more}/>`;

describe('an XMI file of INCEpTION', () => {
  it('whose built-in layers have labels of ours gives annotations and relations', () => {
    const decoded = decode(uimaXmi, inception([
      '<type3:DocumentMetaData xmi:id="1" sofa="12" begin="0" end="22" language="x-unspecified" documentTitle="news.txt" documentId="admin"/>',
      span(20, 3, 7, 'label="Speaker"'), span(21, 8, 11, 'label="CUE"'), span(22, 14, 20, 'label="نقل‌قول"'),
      '<custom:Relation xmi:id="23" sofa="12" begin="3" end="7" Governor="22" Dependent="20" label="SAID_BY"/>',
      '<custom:Relation xmi:id="24" sofa="12" begin="8" end="11" Governor="22" Dependent="21" label="cued_by"/>',
    ].join('\n')));
    expect(codes(decoded)).toEqual([]);
    expect(words(decoded)).toEqual(['SPEAKER وزیر', 'CUE گفت', 'QUOTE می‌شود']);
    expect(decoded.dataset?.sets[0]?.relations.map(({ type, from, to }) => `${type} ${from} ${to.id}`)).toEqual(['SAID_BY fs-22 fs-20', 'CUED_BY fs-22 fs-21']);
    expect(decoded.dataset?.articles[0]).toMatchObject({ language: 'fa', source: { file: 'news.txt' } });
  });

  it('whose layers are named after labels of ours gives annotations with their attributes', () => {
    const decoded = decode(uimaXmi, inception([span(20, 14, 20, 'mode="direct"', 'custom:Quote'), span(21, 3, 7, 'value="SPEAKER"', 'type4:NamedEntity')].join('\n')));
    expect(codes(decoded)).toEqual([]);
    expect(words(decoded)).toEqual(['SPEAKER وزیر', 'QUOTE می‌شود']);
    expect(annotations(decoded)[1]?.attributes).toEqual({ mode: 'direct' });
  });

  it('says whose work it is where the file does, and otherwise believes whoever asks', () => {
    const given: Annotator = { id: 'per-1' as Annotator['id'], kind: 'person', name: 'سارا', version: null };
    const by = (body: string): string | undefined => uimaXmi.decode?.([inception(body)], { ...context, annotator: given }).dataset?.sets[0]?.annotator;
    expect(by(span(20, 3, 7, 'label="SPEAKER"'))).toBe('per-1');
    expect(by(`${span(20, 3, 7, 'label="SPEAKER"')}<type5:CASMetadata xmi:id="2" sofa="12" begin="0" end="22" username="admin"/>`)).toBe('admin');
  });

  it.each<[string, string, readonly string[]]>([
    ['a label that the Schema lacks', span(20, 3, 7, 'label="VERB"'), ['label-unknown 4 fs-20']],
    ['a layer that is nobody\'s, counted once', [1, 2].map((id) => span(id, 3, 7, 'PosValue="N"', 'type4:POS')).join('\n'), ['type-left-out 4']],
    ['an attribute that the label lacks', span(20, 3, 7, 'label="CUE" colour="red"'), ['attribute-unknown 4 fs-20']],
    ['an attribute with a value that is none', span(20, 14, 20, 'label="QUOTE" mode="loud"'), ['attribute-wrong 4 fs-20']],
    ['an end beyond the text', span(20, 3, 700, 'label="CUE"'), ['span-outside fs-20']],
    ['an end before the start', span(20, 7, 3, 'label="CUE"'), ['span-empty fs-20']],
    ['a start inside a character', span(20, 1, 7, 'label="CUE"'), ['span-splits-character fs-20']],
    ['a start that is no number', span(20, 3, 7, 'label="CUE"').replace('begin="3"', 'begin="x"'), ['field-wrong 4 fs-20']],
    ['no id', span(20, 3, 7, 'label="CUE"').replace(' xmi:id="20"', ''), ['field-wrong 4']],
    ['an id that is zero', span(0, 3, 7, 'label="CUE"'), ['field-wrong 4']],
    ['one id twice', `${span(20, 3, 7, 'label="CUE"')}\n${span(20, 8, 11, 'label="CUE"')}`, ['id-twice 5 20']],
    ['a relation whose end is not there', `${span(20, 14, 20, 'label="QUOTE"')}\n<custom:Relation xmi:id="23" sofa="12" begin="3" end="7" Governor="20" Dependent="99" label="SAID_BY"/>`, ['relation-end-missing 5 fs-23']],
    ['a relation that the Schema lacks', `${span(20, 14, 20, 'label="QUOTE"')}\n<custom:Relation xmi:id="23" sofa="12" begin="3" end="7" Governor="20" Dependent="20" label="X"/>`, ['relation-unknown 5 fs-23']],
    ['a relation to itself', `${span(20, 14, 20, 'label="QUOTE"')}\n<custom:Relation xmi:id="23" sofa="12" begin="3" end="7" Governor="20" Dependent="20" label="SAID_BY"/>`, ['relation-to-itself fs-23']],
    ['something in another view', span(20, 3, 7, 'label="CUE"').replace('sofa="12"', 'sofa="13"'), ['view-left-out']],
    ['a feature of a relation', `${span(20, 14, 20, 'label="QUOTE"')}\n${span(21, 3, 7, 'label="SPEAKER"')}\n<custom:Relation xmi:id="23" sofa="12" begin="3" end="7" Governor="20" Dependent="21" label="SAID_BY" weight="1"/>`, ['field-not-kept']],
  ])('names %s and keeps the rest', (_, body, expected) => {
    const decoded = decode(uimaXmi, inception(`${body}\n${span(90, 8, 11, 'label="CUE"')}`));
    expect(codes(decoded)).toEqual(expected);
    expect(words(decoded)).toContain('CUE گفت');
  });

  it('with CRLF in its text is read with the offsets moved along', () => {
    const decoded = decode(uimaXmi, inception(span(20, 8, 12, 'label="CUE"'), '🔴 خبر&#13;&#10;گفت:'));
    expect(codes(decoded)).toEqual(['line-ends-unified']);
    expect(decoded.dataset?.articles[0]?.text).toBe('🔴 خبر\nگفت:');
    expect(words(decoded)).toEqual(['CUE گفت:']);
  });

  it.each<[string, NamedBytes, string]>([
    ['a document type', inception('', 'x', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'), 'xml-doctype 1'],
    ['XML 1.1', inception('', 'x', '<?xml version="1.1"?>'), 'xml-version 1'],
    ['another encoding', inception('', 'x', '<?xml version="1.0" encoding="windows-1256"?>'), 'file-not-utf8 1'],
    ['an unknown entity', inception('', '&bomb;'), 'xml-broken 5'],
    ['a tag that is not closed', file('a.xmi', '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">\n<a xmlns:xmi="http://www.omg.org/XMI" xmi:id="1">'), 'xml-broken 2'],
    ['no XMI', file('a.xmi', '<html/>'), 'cas-missing 1'],
    ['nesting', file('a.xmi', `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">${'<a xmi:id="1">'.repeat(100_000)}`), 'xml-too-deep 1'],
    ['no text', file('a.xmi', '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>'), 'sofa-missing'],
    ['bytes that are no UTF-8', { name: 'a.xmi', bytes: Uint8Array.of(0x3c, 0xff) }, 'file-not-utf8'],
    ['an empty file', file('a.xmi', ''), 'xml-broken 1'],
  ])('with %s is refused', (_, one, expected) => {
    const decoded = decode(uimaXmi, one);
    expect(decoded.dataset).toBeNull();
    expect(codes(decoded)).toEqual([expected]);
  });
});

describe('a JSON CAS of another program', () => {
  const cas = (structures: readonly object[]): NamedBytes => file('a.json', JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': structures }));
  const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: '🔴 وزیر گفت' };
  const cue = { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: 8, end: 11, label: 'CUE' };

  it('is read', () => expect(words(decode(uimaJson, cas([sofa, cue])))).toEqual(['CUE گفت']));
  it('may write its anchors with ^, as the text of the format has it', () => {
    const { begin, end, ...rest } = cue;
    expect(words(decode(uimaJson, cas([sofa, { ...rest, '^begin': begin, '^end': end }])))).toEqual(['CUE گفت']);
  });
  it('may have its Sofa last', () => expect(words(decode(uimaJson, cas([cue, sofa])))).toEqual(['CUE گفت']));

  it.each<[string, NamedBytes, readonly string[]]>([
    ['no JSON', file('a.json', '{'), ['file-not-json']],
    ['another JSON', file('a.json', '{"a":[]}'), ['cas-missing']],
    ['deep nesting', file('a.json', '['.repeat(5000) + ']'.repeat(5000)), ['file-too-deep']],
    ['no text', cas([cue]), ['sofa-missing']],
    ['ids that are none', cas([sofa, { ...cue, '%ID': -1 }, { ...cue, '%ID': 'x' }]), ['field-wrong', 'field-wrong']],
    ['things that are no structures', cas([sofa, []]), ['field-wrong']],
    ['a half offset', cas([sofa, { ...cue, begin: 1.5 }]), ['field-wrong fs-2']],
  ])('%s is a Problem', (_, one, expected) => expect(codes(decode(uimaJson, one))).toEqual(expected));

  it('is not misled by the names of an object\'s own properties', () => {
    const evil = file('a.json', `{"%FEATURE_STRUCTURES":[${JSON.stringify(sofa)},{"%ID":2,"%TYPE":"custom.Span","__proto__":{"label":"CUE"},"begin":8,"end":11},{"%ID":3,"%TYPE":"__proto__","begin":0,"end":2,"label":"constructor"}]}`);
    expect(codes(decode(uimaJson, evil))).toEqual(['label-unknown fs-3', 'type-left-out']);
  });
});

/** The files inside the archive that a codec writes. */
const inside = (codec: Codec, whole: Dataset): readonly NamedBytes[] =>
  encode(codec, fit(whole, codec).dataset, 'a').flatMap((archive) => unzipped(archive).files);

describe.each([uimaXmi, uimaJson])('$id of ours', (codec) => {
  const files = inside(codec, interruptedQuote);
  const changed = (change: (text: string) => string): Decoded =>
    decode(codec, ...files.map(({ name, bytes }) => file(name, name.includes('.set-1.') ? change(new TextDecoder().decode(bytes)) : new TextDecoder().decode(bytes))));
  const fitted = fit(interruptedQuote, codec).dataset;

  it('comes back from its single files as from the archive', () => expect(decode(codec, ...files)).toEqual({ dataset: fitted, problems: [] }));

  it('still knows its pieces where a program dropped the links between them', () => {
    const without = changed((text) => text.replace(/<custom:Link [^>]*label="continuation"\/>\n|\{[^{}]*"label":"continuation"\},\n/, ''));
    expect(without).toEqual({ dataset: fitted, problems: [] });
  });

  it('still knows its pieces where a program dropped their ids and numbers', () => {
    const without = changed((text) => text.replaceAll(/ (?:id="q1"|part="[^"]*")|"(?:id":"q1|part":"[^"]*)",/g, ''));
    expect(annotations(without).filter(({ label }) => label === 'QUOTE').map(({ spans }) => spans.length)).toEqual([2]);
  });

  it('is refused where the text is no longer the one that was marked', () => {
    expect(codes(changed((text) => text.replace('پایان خبر', 'پایان خبز')))).toEqual(['fingerprint-wrong d1']);
  });

  it('is read with the Schema at hand where it names another, and says so', () => {
    const { problems } = changed((text) => text.replace(/naql\.attribution(?=(?:&quot;|\\"),)/, 'other.schema'));
    expect(problems.map(({ code }) => code)).toContain('schema-not-here');
  });

  it('keeps its laws when its text is hurt, and not the archive around it', () => {
    forAll(fc.tuple(dataset, wounds), ([whole, hurts]) => {
      const decoded = codec.decode?.(wounded(inside(codec, whole), hurts), { ...context, schemas: [whole.schema] });
      if (decoded?.dataset) expect(errorsOf(checkDataset(decoded.dataset))).toEqual([]);
    });
  }, 60_000);

  it('is read in a time that grows with its length alone', () => {
    const chain = (count: number): NamedBytes => {
      const marks = Array.from({ length: count }, (_, index) => index + 10);
      if (codec === uimaXmi)
        return inception([
          ...marks.map((id) => span(id, 3, 7, 'label="CUE"')),
          ...marks.slice(1).map((id) => `<custom:Link xmi:id="${id + count}" sofa="12" begin="3" end="7" Governor="${id - 1}" Dependent="${id}" label="continuation"/>`),
        ].join('\n'));
      return file('a.json', JSON.stringify({ '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: '🔴 وزیر گفت' },
        ...marks.map((id) => ({ '%ID': id, '%TYPE': 'custom.Span', begin: 3, end: 7, label: 'CUE' })),
        ...marks.slice(1).map((id) => ({ '%ID': id + count, '%TYPE': 'custom.Relation', '@Governor': id - 1, '@Dependent': id, label: 'continuation' })),
      ] }));
    };
    const work = (count: number): number => {
      const one = chain(count);
      return workTime(() => codec.decode?.([one], context));
    };
    work(500);
    expect(work(16_000)).toBeLessThan(Math.max(50, work(2000)) * 40);
  });
});
