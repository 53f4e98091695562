import { describe, expect, it } from 'vitest';
import { type Codec } from '../../../shared/codecs/codec.ts';
import { fit } from '../../../shared/codecs/fit.ts';
import { lossLedger } from '../../../shared/codecs/loss-ledger.ts';
import { type LossCode, lossCodes, type LossReport } from '../../../shared/codecs/loss-report.ts';
import { codecs } from '../../../shared/codecs/registry.ts';
import { withTextMode } from '../../../shared/dataset/text-mode.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type EntityId } from '../../../shared/model/id.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { span } from '../../../shared/text/offsets.ts';
import { goldenCorpus } from '../../fixtures/golden-corpus.ts';

const writing = codecs.filter(({ write }) => write);
const accountOf = (losses: LossReport['losses']): readonly string[] =>
  losses.map(({ code, reason, severity, count }) => [code, ...(reason ? [`(${reason})`] : []), severity, count].join(' '));

/** One tag a word holds the same in every dialect and scheme. */
const inTags = [
  'DISCONTINUOUS_SPLIT lossy 2', 'ATTRIBUTE_DROPPED lossy 12', 'RELATION_DROPPED lossy 9', 'LINK_DROPPED lossy 2', 'TOKEN_FORCED changed 1',
  'ANNOTATORS_MERGED lossy 2', 'DUPLICATE_MERGED lossy 4', 'NOTE_DROPPED lossy 7', 'METADATA_DROPPED lossy 7', 'UNREFERENCED_DROPPED lossy 1',
];

/** What each format says of the golden corpus: a change here is a change of what people are told before they save. */
const accounts: Readonly<Record<string, readonly string[]>> = {
  native: [],
  'hf-jsonl': ['TOKEN_FORCED changed 1', 'UNREFERENCED_DROPPED lossy 1'],
  'hf-parquet': ['TOKEN_FORCED changed 1', 'UNREFERENCED_DROPPED lossy 1'],
  spacy: ['DISCONTINUOUS_SPLIT changed 2', 'TOKEN_FORCED changed 1', 'UNREFERENCED_DROPPED lossy 1', 'MOVED_ASIDE changed 21'],
  prodigy: ['DISCONTINUOUS_SPLIT changed 2', 'TOKEN_FORCED changed 1', 'UNREFERENCED_DROPPED lossy 1', 'MOVED_ASIDE changed 13'],
  'conll2003-iob2': inTags,
  'conll2003-iob1': inTags,
  'conll2003-bioes': inTags,
  'conll-tab-iob2': inTags,
  'conll-tab-bioes': inTags,
  brat: ['NEWLINE_SPLIT changed 2'],
  polnear: [
    'LABEL_DROPPED lossy 5', 'ATTRIBUTE_DROPPED lossy 12', 'RELATION_DROPPED lossy 2', 'LINK_DROPPED lossy 3', 'NEWLINE_SPLIT changed 2',
    'LABEL_RENAMED changed 14', 'NOTE_DROPPED lossy 7', 'METADATA_DROPPED lossy 13', 'UNREFERENCED_DROPPED lossy 1',
  ],
  'label-studio': ['DISCONTINUOUS_SPLIT changed 2', 'UNREFERENCED_DROPPED lossy 1', 'MOVED_ASIDE changed 4'],
  csv: ['UNREFERENCED_DROPPED lossy 1'],
  'csv-raw': ['UNREFERENCED_DROPPED lossy 1'],
  xlsx: ['UNREFERENCED_DROPPED lossy 1'],
  'uima-xmi': ['DISCONTINUOUS_SPLIT changed 2', 'UNREFERENCED_DROPPED lossy 1'],
  'uima-json': ['DISCONTINUOUS_SPLIT changed 2', 'UNREFERENCED_DROPPED lossy 1'],
  doccano: [
    'DISCONTINUOUS_SPLIT lossy 2', 'ATTRIBUTE_DROPPED lossy 12', 'RELATION_DROPPED lossy 9', 'LINK_DROPPED lossy 2', 'UNIT_DIFFERS changed 2',
    'ANNOTATORS_MERGED lossy 2', 'DUPLICATE_MERGED lossy 4', 'NOTE_DROPPED lossy 7', 'UNREFERENCED_DROPPED lossy 3',
  ],
  'doccano-codepoints': [
    'DISCONTINUOUS_SPLIT lossy 2', 'ATTRIBUTE_DROPPED lossy 12', 'RELATION_DROPPED lossy 9', 'LINK_DROPPED lossy 2', 'UNIT_DIFFERS changed 2',
    'ANNOTATORS_MERGED lossy 2', 'DUPLICATE_MERGED lossy 4', 'NOTE_DROPPED lossy 7', 'UNREFERENCED_DROPPED lossy 3',
  ],
  'doccano-relations': [
    'DISCONTINUOUS_SPLIT changed 2', 'ATTRIBUTE_DROPPED lossy 9', 'RELATION_DROPPED lossy 1', 'LINK_DROPPED lossy 2', 'UNIT_DIFFERS changed 2',
    'ANNOTATORS_MERGED lossy 2', 'DUPLICATE_MERGED lossy 4', 'NOTE_DROPPED lossy 5', 'UNREFERENCED_DROPPED lossy 3',
  ],
  'doccano-relations-codepoints': [
    'DISCONTINUOUS_SPLIT changed 2', 'ATTRIBUTE_DROPPED lossy 9', 'RELATION_DROPPED lossy 1', 'LINK_DROPPED lossy 2', 'UNIT_DIFFERS changed 2',
    'ANNOTATORS_MERGED lossy 2', 'DUPLICATE_MERGED lossy 4', 'NOTE_DROPPED lossy 5', 'UNREFERENCED_DROPPED lossy 3',
  ],
  'conllu-plus': ['TOKEN_FORCED changed 1', 'UNREFERENCED_DROPPED lossy 1'],
  w3c: ['DISCONTINUOUS_SPLIT changed 2'],
  'webanno-tsv': [
    'DISCONTINUOUS_SPLIT changed 2', 'RELATION_DROPPED lossy 1', 'LINK_DROPPED lossy 2', 'TOKEN_FORCED changed 1', 'ANNOTATORS_MERGED lossy 2',
    'DUPLICATE_MERGED lossy 4', 'NOTE_DROPPED lossy 5', 'METADATA_DROPPED lossy 11', 'UNREFERENCED_DROPPED lossy 1',
  ],
};

describe('the account of the golden corpus', () => {
  it.each(writing.map((codec) => [codec.id, codec] as const))('%s', (id, codec) =>
    expect(accountOf(fit(goldenCorpus, codec).report.losses)).toEqual(accounts[id]));
});

/** The golden corpus with what it is too orderly for: a merged person, a text of blanks, a sign that XML cannot hold, labels that end in blanks, notes for a table. */
function unruly(): Dataset {
  const [first, ...articles] = goldenCorpus.articles;
  const [entity] = goldenCorpus.entities;
  const [set] = goldenCorpus.sets;
  const [annotation] = set?.annotations ?? [];
  if (!first || !entity || !set || !annotation) throw new Error('the golden corpus has lost its first records');
  const long = 'واژه واژه\u0001 پایان\n\nو باز هم.';
  const inLong = { ...first, id: 'd-long' as typeof first.id, text: long, fingerprint: fingerprint(long) };
  const blank = { ...first, id: 'd-blank' as typeof first.id, text: ' \n ', fingerprint: fingerprint(' \n ') };
  const marks = [[4, 5], [0, 5], [long.indexOf('\n') - 2, long.indexOf('\n') + 5]].map(([start = 0, end = 0], index) =>
    ({ ...annotation, id: `long-${index}` as typeof annotation.id, spans: [span(start, end)], entity: null, note: index === 0 ? '=1+1' : 'بلند '.repeat(8000) }));
  return normalised({
    ...goldenCorpus,
    articles: [first, ...articles, inLong, blank],
    entities: [...goldenCorpus.entities, { ...entity, id: 'ent-merged' as EntityId, mergedInto: entity.id }],
    sets: [...goldenCorpus.sets, { ...set, id: 'set-long' as typeof set.id, article: inLong.id, annotations: marks, relations: [] }],
  });
}

describe('the codes of loss', () => {
  it('are each produced by some format, or by the choice to keep the texts', () => {
    const ledger = lossLedger();
    withTextMode(goldenCorpus, { kind: 'offsets' }, ledger);
    const told = (codec: Codec): readonly LossCode[] => fit(unruly(), codec).report.losses.map(({ code }) => code);
    const seen = new Set([...writing.flatMap(told), ...ledger.losses().map(({ code }) => code)]);
    expect(lossCodes.filter((code) => !seen.has(code))).toEqual([]);
  });
});
