import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Codec, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { conll2003Bioes, conll2003Iob1, conll2003Iob2, conllTabBioes, conllTabIob2 } from '../../../../shared/codecs/conll/conll.ts';
import { conlluPlus } from '../../../../shared/codecs/conllu-plus/conllu-plus.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { prodigy } from '../../../../shared/codecs/prodigy/prodigy.ts';
import { spacy } from '../../../../shared/codecs/spacy/spacy.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const fixtures = path.join(root, 'tests/fixtures');
const stem = 'interrupted-quote';
const files = (codec: Codec): readonly NamedBytes[] => encode(codec, fit(interruptedQuote, codec).dataset, stem);
const reportOf = (codec: Codec): readonly string[] =>
  fit(interruptedQuote, codec).report.losses.map(({ code, severity, count }) => `${code} ${severity} ${count}`);

describe.each<[string, Codec]>([
  ['spacy', spacy],
  ['prodigy', prodigy],
  ['conllu-plus', conlluPlus],
  ['conll/conll2003-iob2', conll2003Iob2],
  ['conll/conll2003-iob1', conll2003Iob1],
  ['conll/conll2003-bioes', conll2003Bioes],
  ['conll/conll-tab-iob2', conllTabIob2],
  ['conll/conll-tab-bioes', conllTabBioes],
])('%s as it stands in the golden files', (folder, codec) => {
  it.each(files(codec).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()] as const))('%s', (name, text) =>
    expect(text).toMatchFileSnapshot(path.join(fixtures, folder, name)));
});

describe('the account of the same article', () => {
  const others = ['UNREFERENCED_DROPPED lossy 1'];
  it.each<[string, Codec, readonly string[]]>([
    ['spaCy: pieces are spans of their own, attributes and relations stand beside', spacy, ['DISCONTINUOUS_SPLIT changed 1', ...others, 'MOVED_ASIDE changed 6']],
    ['Prodigy: the same, but relations have their place', prodigy, ['DISCONTINUOUS_SPLIT changed 1', ...others, 'MOVED_ASIDE changed 3']],
    ['CoNLL-U Plus: nothing', conlluPlus, others],
    ['columns: labels alone, of one set', conllTabIob2, [
      'DISCONTINUOUS_SPLIT lossy 1', 'ATTRIBUTE_DROPPED lossy 4', 'RELATION_DROPPED lossy 3', 'LINK_DROPPED lossy 1', 'ANNOTATORS_MERGED lossy 1',
      'DUPLICATE_MERGED lossy 1', 'NOTE_DROPPED lossy 1', 'METADATA_DROPPED lossy 3', 'UNREFERENCED_DROPPED lossy 1',
    ]],
  ])('%s', (_, codec, expected) => expect(reportOf(codec)).toEqual(expected));
});
