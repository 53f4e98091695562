import { describe, expect, it } from 'vitest';
import { type Codec, type Decoded } from '../../../../shared/codecs/codec.ts';
import { foreignNames } from '../../../../shared/codecs/naming/foreign-names.ts';
import { decodeOpenly } from '../../../../shared/codecs/naming/decode-openly.ts';
import { codecs } from '../../../../shared/codecs/registry.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { marksOf } from '../unpacked.ts';
import { soundSample } from './sound-sample.ts';
import { type WoundName, wounds, written } from './wounds.ts';

/** Every importer that carries annotations. */
const importers = codecs.filter(({ textsOnly, decode }) => decode && !textsOnly);

const context = { schemas: [seedSchema] as const, now: '2026-01-01T00:00:00.000Z' };
const decode = (codec: Codec, files: Parameters<NonNullable<Codec['decode']>>[0]): Decoded =>
  codec.decode?.(files, context) ?? { dataset: null, problems: [] };

/** Codes of what is said, in order of appearance, each once; an empty text: nothing is said, and nothing has to be. */
type Said = string;
/** Why a format has no place for a wound. */
interface Absent {
  readonly because: string;
}

interface Row {
  readonly usually: Said;
  /** By id, or by what ids begin with. */
  readonly but?: Readonly<Record<string, Said | Absent>>;
}

const parquet: Absent = { because: 'its bytes are no text; its rows are read as those of hf-jsonl' };
const noIds: Absent = { because: 'the format has no ids' };
const noWords: Absent = { because: 'the format does not repeat the words' };
const noRelations: Absent = { because: 'the format has no relations' };
const ended = 'relation-end-missing';

const table: Readonly<Record<WoundName, Row>> = {
  truncated: {
    usually: 'line-not-utf8',
    but: {
      'hf-parquet': 'file-not-parquet', conll: 'file-not-utf8 annotations-missing line-not-utf8', brat: 'zip-broken', polnear: 'zip-broken', uima: 'zip-broken',
      'webanno-tsv': 'zip-broken', 'label-studio': 'file-not-utf8', 'conllu-plus': 'file-not-utf8', standoff: 'file-not-utf8', w3c: 'line-not-utf8 file-not-utf8 file-not-json',
    },
  },
  'not a single sound byte': {
    usually: 'line-not-utf8',
    but: {
      'hf-parquet': 'file-not-parquet', conll: 'file-not-utf8 annotations-missing line-not-utf8', brat: 'format-unknown', polnear: 'format-unknown',
      uima: 'format-unknown annotations-missing', 'webanno-tsv': 'file-not-utf8', 'label-studio': 'file-not-utf8', 'conllu-plus': 'file-not-utf8', standoff: 'file-not-utf8',
      w3c: 'line-not-utf8 file-not-utf8',
    },
  },
  'wrong unit': {
    usually: `span-text-differs ${ended}`,
    but: {
      'hf-parquet': parquet, conll: 'conll-tokens-wrong conll-sentence-differs', 'label-studio': 'offsets-in-utf16', w3c: 'offsets-in-utf16', uima: 'offset-unit-unclear',
      'doccano-codepoints': '', 'doccano-relations-codepoints': '', doccano: 'offset-unit-unclear', 'conllu-plus': 'row-offsets-differ',
    },
  },
  'offsets beyond the text': {
    usually: `span-outside-text ${ended}`,
    but: {
      'hf-parquet': parquet, conll: 'conll-tokens-wrong conll-sentence-differs', polnear: 'span-outside-text', 'doccano-relations': `span-outside-text ${ended}`,
      doccano: 'span-outside-text', uima: `span-outside ${ended}`, 'conllu-plus': 'row-offsets-differ',
    },
  },
  'surface text that does not match': {
    usually: `span-text-differs ${ended}`,
    but: {
      'hf-parquet': parquet, uima: noWords, doccano: noWords, conll: 'conll-sentence-differs conll-sentences-missing', polnear: 'span-text-differs',
      'conllu-plus': 'row-offsets-differ fingerprint-wrong',
    },
  },
  'an unknown label': {
    usually: `label-unknown ${ended}`,
    but: { conll: 'label-unknown', 'doccano-relations': `label-unknown ${ended}`, doccano: 'label-unknown', polnear: `line-not-kept ${ended}` },
  },
  'one id twice': {
    usually: `id-twice ${ended}`,
    but: {
      'hf-parquet': parquet, conll: noIds, 'doccano-relations': `id-twice ${ended}`, doccano: noIds, 'webanno-tsv': { because: 'equal numbers are one mark on several rows' },
      // Pieces of one id are one Annotation there: the words of the first then stand nowhere.
      spacy: `span-text-differs ${ended}`, prodigy: `span-text-differs ${ended}`,
      brat: `line-target-missing id-twice ${ended}`, polnear: 'id-twice', uima: 'id-twice relation-to-itself', 'conllu-plus': 'id-twice relation-to-itself', w3c: 'id-twice relation-to-itself',
    },
  },
  'a circle of relations': {
    usually: 'relation-cycle',
    but: { conll: noRelations, 'doccano-relations': 'relation-cycle', doccano: noRelations, polnear: '' },
  },
  'carriage returns': {
    usually: 'carriage-returns',
    but: {
      'hf-parquet': parquet, brat: 'carriage-returns fingerprint-wrong line-ends-unified', polnear: 'line-ends-unified carriage-returns', standoff: 'line-ends-unified',
      // Blanks between JSON values and between tags may be any.
      'label-studio': '', uima: '',
    },
  },
  'a byte order mark': {
    usually: 'byte-order-mark',
    but: { 'hf-parquet': parquet, brat: 'byte-order-mark fingerprint-wrong', 'uima-xmi': '' },
  },
  'ten marks, one in another': { usually: '', but: { polnear: '' } },
  'lists five hundred deep': {
    usually: 'line-too-deep',
    but: {
      'hf-parquet': parquet, polnear: { because: 'no JSON' }, 'uima-xmi': { because: 'no JSON' }, 'conllu-plus': { because: 'JSON in comments alone' }, 'webanno-tsv': { because: 'no JSON' },
      brat: 'file-not-json', 'label-studio': 'file-too-deep', 'uima-json': 'file-too-deep', standoff: 'file-too-deep', w3c: 'line-too-deep file-too-deep',
    },
  },
};

function expected(wound: WoundName, id: string): Said | Absent {
  const { usually, but = {} } = table[wound];
  if (Object.hasOwn(but, id)) return but[id] as Said | Absent;
  const family = Object.keys(but).filter((name) => id.startsWith(`${name}-`) || (name === 'conll' && id.startsWith('conll2003-'))).sort((a, b) => b.length - a.length)[0];
  return family === undefined ? usually : (but[family] as Said | Absent);
}

/** After a wound that is to one record alone the others come in. */
const local: readonly WoundName[] = ['offsets beyond the text', 'surface text that does not match', 'an unknown label', 'one id twice', 'a circle of relations'];
/** Rows of tokens: there a wound to one token is one to its sentence or its text. */
const isRows = ({ id }: Codec): boolean => id.startsWith('conll');
/** One row a label: a mark inside another of its label has none. */
const isOneRow = (codec: Codec): boolean => isRows(codec) && codec.id !== 'conllu-plus';

describe.each(importers.map((codec) => [codec.id, codec] as const))('%s', (id, codec) => {
  it('reads the sound file without a word', () => {
    const { dataset, problems } = decode(codec, written(codec, soundSample));
    expect(problems).toEqual([]);
    expect(dataset?.sets.flatMap(({ annotations }) => annotations)).toHaveLength(4);
  });

  it.each(Object.keys(wounds) as readonly WoundName[])('%s', (wound) => {
    const files = wounds[wound](codec);
    const said = expected(wound, id);
    if (typeof said !== 'string') return expect({ files, because: said.because }).toEqual({ files: null, because: said.because });
    if (files === null) throw new Error(`${id} has no place for "${wound}": say why in the table`);
    const decoded = decode(codec, files);
    expect([...new Set(decoded.problems.map(({ code }) => code))].join(' ')).toBe(said);
    expect(decoded.problems.filter(({ place }) => (place.file ?? '') === '')).toEqual([]);
    if (decoded.dataset) expect(errorsOf(checkDataset(decoded.dataset))).toEqual([]);
    else expect(decoded.problems.some(({ severity }) => severity === 'error')).toBe(true);
    if (local.includes(wound) && !isRows(codec)) expect(marksOf(decoded).some((mark) => mark.includes('CUE گفت'))).toBe(true);
    if (wound === 'ten marks, one in another') expect(marksOf(decoded)).toHaveLength(id === 'polnear' ? 0 : isOneRow(codec) ? 1 : 10);
  });

  it('an unknown label is read all the same where somebody will be asked what it means', () => {
    const files = wounds['an unknown label'](codec) ?? [];
    const { dataset, problems } = decodeOpenly(codec, files, context);
    // An attribution has three parts and no others.
    if (id === 'polnear') return expect(foreignNames(dataset ? [dataset] : [], seedSchema)).toEqual([]);
    expect(problems).toEqual([]);
    expect(foreignNames(dataset ? [dataset] : [], seedSchema).map(({ part, count }) => [part, count])).toEqual([[{ kind: 'label', name: 'STRANGE' }, 2]]);
    expect(dataset?.sets.flatMap(({ relations }) => relations)).toHaveLength(codec.capabilities.relations ? 3 : 0);
  });
});
