import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { polnear } from '../../../../shared/codecs/brat/polnear.ts';
import { rolesOf } from '../../../../shared/codecs/brat/polnear-roles.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { type AnnotationSet } from '../../../../shared/model/annotation-set.ts';
import { type Annotator } from '../../../../shared/model/annotator.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { type AnnotatorId } from '../../../../shared/model/id.ts';
import { type RelationDef, type Schema } from '../../../../shared/model/schema.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';
import { contentOf, decoded, linksOf, marksOf, problemLines, textFile, unpacked } from '../unpacked.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/polnear');

const digits = '6d9145c8';
const attributions = `attributions/d1_${digits}.ann`;
const tested = [attributions, 'attributions/annotation.conf', 'metadata.tsv'];
const folder = 'data/a';

describe('PolNeAR as it stands in the golden files', () => {
  const files = unpacked(polnear, interruptedQuote);
  it('is laid out as its release is', () =>
    expect(files.map(({ name }) => name)).toEqual([
      'data/a/text/d1.txt', `${folder}/${attributions}`, 'data/a/attributions/d1_d968fce4.ann', 'data/a/attributions/annotation.conf', 'data/a/metadata.tsv',
    ]));
  it.each(tested)('%s', (name) =>
    expect(contentOf(files, `${folder}/${name}`)).toMatchFileSnapshot(path.join(fixtures, path.basename(name))));

  it('counts the commitment that has no place there', () => {
    const { losses } = fit(interruptedQuote, polnear).report;
    expect(losses.find(({ code }) => code === 'LABEL_DROPPED')).toEqual({ code: 'LABEL_DROPPED', severity: 'lossy', count: 1, examples: [['d1', 'k1']] });
  });

  it('gives no event to a quote without source and cue, and the other kind to one without a source', () => {
    const lines = (types: readonly string[]): readonly string[] => {
      const sets = interruptedQuote.sets.map((set) => ({ ...set, relations: set.relations.filter(({ type }) => types.includes(type)) }));
      return contentOf(unpacked(polnear, { ...interruptedQuote, sets }), `${folder}/${attributions}`).split('\n').slice(4, -1);
    };
    expect(lines([])).toEqual([]);
    expect(lines(['CUED_BY'])).toEqual(['T5\tAttribution-no-source 12 15\tگفت', 'E1\tAttribution-no-source:T5 Content:T3 Cue:T2 Cue2:T4']);
    expect(lines(['SAID_BY'])).toEqual(['T5\tAttribution 18 38\tبرق را گران نمی‌کنیم', 'E1\tAttribution:T5 Content:T3 Source:T1']);
  });

  it('lets no character play two parts: what is nested goes', () => {
    const sets = interruptedQuote.sets.map((set) => ({
      ...set, annotations: set.annotations.map((one) => (one.id === 's1' ? { ...one, spans: [span(19, 22)] } : one)),
    }));
    const { dataset, report } = fit({ ...interruptedQuote, sets }, polnear);
    expect(dataset.sets[0]?.annotations.map(({ id }) => id)).toEqual(['c1', 'q1', 'c2']);
    expect(report.losses).toContainEqual({ code: 'OVERLAP_DROPPED', reason: 'longest', severity: 'lossy', count: 1, examples: [['d1', 's1']] });
  });
});

const [person] = interruptedQuote.annotators;
const of = (id: string): AnnotatorId => id as AnnotatorId;
/** The fixture with its sets by these people, in their order. */
const by = (...people: readonly string[]): Dataset => ({
  ...interruptedQuote,
  annotators: people.map((id) => ({ ...(person as Annotator), id: of(id) })),
  sets: people.map((id, place) => ({ ...(interruptedQuote.sets[place] as AnnotationSet), annotator: of(id) })),
});
const annotatorsIn = (files: readonly NamedBytes[]): readonly string[] => files.flatMap(({ name }) => /_([0-9a-f]+)\.ann$/.exec(name)?.[1] ?? []);

describe('whose attributions they are', () => {
  it.each([
    ['pseudonyms are what PolNeAR calls people by', by('4e07', '4b22'), ['4e07', '4b22']],
    ['other ids give eight digits', by('per-sara', 'A03'), ['66e68071', '6d9145c8']],
    ['the digits of nobody are nobody’s', by('0000'), ['9af15b33']],
    ['what one person made and settled is one file', by('4e07', '4e07'), ['4e07']],
    ['a text that nobody has looked at has a file, too', by(), ['0000']],
  ])('%s', (_, dataset, called) => expect([...annotatorsIn(unpacked(polnear, dataset))].sort()).toEqual([...called].sort()));

  it('two people’s work comes back as two sets, with its digits', () => {
    const again = decoded(polnear, encode(polnear, fit(by('4e07', '4b22'), polnear).dataset, 'train'));
    expect(problemLines(again)).toEqual([]);
    expect(again.dataset?.annotators.map(({ id, name }) => [id, name])).toEqual([['per-4b22', '4b22'], ['per-4e07', '4e07']]);
    expect(again.dataset?.sets.map(({ annotator }) => annotator).sort()).toEqual(['per-4b22', 'per-4e07']);
  });

  it('and merging is told', () => {
    const { losses } = fit(by('4e07', '4e07'), polnear).report;
    expect(losses.map(({ code }) => code)).toContain('ANNOTATORS_MERGED');
    expect(fit(by('4e07', '4b22'), polnear).report.losses.map(({ code }) => code)).not.toContain('ANNOTATORS_MERGED');
  });
});

describe('compartments', () => {
  const named = (stem: string) => encode(polnear, fit(by('4e07'), polnear).dataset, stem);
  it.each([['train', 'data/train/'], ['validation', 'data/dev/'], ['test', 'data/test/'], ['unseen-publisher', 'data/unseen-publisher/']])('of %s', (stem, start) => {
    const inside = named(stem).flatMap(({ bytes }) => Object.keys(unzipSync(bytes)));
    expect(inside.filter((name) => !name.startsWith(start))).toEqual([]);
    expect(inside).toContain(`${start}attributions/d1_4e07.ann`);
  });

  it('have a table that its own reader takes', () => {
    const [archive] = named('validation');
    const table = new TextDecoder().decode(unzipSync(archive?.bytes ?? new Uint8Array())['data/dev/metadata.tsv']);
    const [head = '', row = ''] = table.split('\n').map((line) => line.split('\t'));
    const cells = Object.fromEntries([...head].map((column, place) => [column, row[place]]));
    expect(cells).toMatchObject({ compartment: 'dev', filename: 'd1', annotators: '4e07', publication_date: '', level: '', trump_count: '' });
  });

  it('of no texts are no fault', () => {
    const again = decoded(polnear, encode(polnear, { ...interruptedQuote, articles: [], annotators: [], entities: [], sets: [] }, 'test'));
    expect(problemLines(again)).toEqual([]);
    expect(again.dataset?.articles).toEqual([]);
  });

  it('are read as one collection, each text once', () => {
    const again = decoded(polnear, [...named('train'), ...named('test').map((one) => ({ ...one, name: 'other.zip' }))]);
    expect(again.dataset?.articles).toHaveLength(1);
    expect(again.dataset?.articles[0]?.source.file).toBeNull();
  });
});

describe('archives that Naql wrote before it knew compartments', () => {
  it('are read as they were', () => {
    const found = decoded(polnear, [textFile('text/d.txt', text), textFile('attributions/d_0000.ann', marks)]);
    expect(problemLines(found)).toEqual([]);
    expect(marksOf(found)).toHaveLength(3);
    expect(found.dataset?.annotators).toMatchObject([{ name: '?' }]);
  });
});

describe('the parts of an attribution', () => {
  const schemaWith = (relations: readonly Partial<RelationDef>[]): Schema => ({
    ...seedSchema, relations: relations.map((one) => ({ name: { fa: 'ا', en: 'a' }, toEntity: false, sameLabel: false, from: [], to: [], ...one }) as RelationDef),
  });
  const [quote, speaker, cue] = ['QUOTE', 'SPEAKER', 'CUE'] as RelationDef['from'][number][];
  const said = (more: Partial<RelationDef> = {}) => ({ type: 'SAID_BY', from: [quote], to: [speaker], ...more }) as Partial<RelationDef>;
  const cued = (more: Partial<RelationDef> = {}) => ({ type: 'CUED_BY', from: [quote], to: [cue], ...more }) as Partial<RelationDef>;
  it.each([
    ['both relations', [said(), cued()], ['QUOTE', 'SPEAKER', 'CUE']],
    ['who said it alone', [said()], ['QUOTE', 'SPEAKER', null]],
    ['the cue alone', [cued()], ['QUOTE', null, 'CUE']],
    ['neither', [], [null, null, null]],
    ['the label that both start from', [said({ from: [quote, speaker] as RelationDef['from'] }), cued({ from: [speaker] as RelationDef['from'] })], ['SPEAKER', null, 'CUE']],
    ['a source that is content as well', [said({ to: [quote] as RelationDef['from'] }), cued()], ['QUOTE', null, 'CUE']],
    ['ends that must have one label', [said({ to: [quote] as RelationDef['from'], sameLabel: true }), cued()], ['QUOTE', null, 'CUE']],
  ] as const)('%s', (_, relations, expected) => {
    const { labels } = rolesOf(schemaWith(relations));
    expect([labels.Content, labels.Source, labels.Cue]).toEqual(expected);
  });
});

const text = 'Ali said: "one.\n\nTwo", and added more.';
const release = (ann: string, name = 'data/dev/attributions/d_4e07.ann') =>
  decoded(polnear, [textFile('data/dev/text/d.txt', text), textFile(name, ann)]);
const marks = 'T1\tSource 0 3\tAli\nT2\tCue 4 8\tsaid\nT3\tContent 11 15;17 20\tone. Two\nT4\tAttribution 4 8\tsaid\n';

describe('files of the release', () => {
  it('are read with their annotator, and a piece that was cut at a line end is whole again', () => {
    const found = release(`${marks}E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n`);
    expect(problemLines(found)).toEqual([]);
    expect(marksOf(found)).toEqual(['T1 SPEAKER Ali', 'T2 CUE said', 'T3 QUOTE one.\n\nTwo']);
    expect(linksOf(found)).toEqual(['T3 SAID_BY T1', 'T3 CUED_BY T2']);
    expect(found.dataset?.annotators).toMatchObject([{ id: 'per-4e07', name: '4e07' }]);
    expect(found.dataset?.articles[0]?.source.file).toBe('d.txt');
  });

  it('with several of a part become a relation for each', () => {
    const found = release(`${marks}T5\tCue 27 32\tadded\nT6\tContent 33 37\tmore\nE1\tAttribution:T4 Content:T3 Content2:T6 Cue:T2 Cue2:T5 Source:T1\n`);
    expect([...linksOf(found)].sort()).toEqual([
      'T3 CUED_BY T2', 'T3 CUED_BY T5', 'T3 SAID_BY T1', 'T6 CUED_BY T2', 'T6 CUED_BY T5', 'T6 SAID_BY T1',
    ]);
  });

  it('by two annotators are two sets of one article', () => {
    const found = decoded(polnear, [
      textFile('data/dev/text/d.txt', text), textFile('data/dev/attributions/d_4e07.ann', marks), textFile('data/dev/attributions/d_4b22.ann', marks),
    ]);
    expect(problemLines(found)).toEqual([]);
    expect(found.dataset?.articles).toHaveLength(1);
    expect(found.dataset?.sets.map(({ annotator }) => annotator).sort()).toEqual(['per-4b22', 'per-4e07']);
  });

  it('lie loose beside their text as well', () => {
    const found = decoded(polnear, [textFile('d.txt', text), textFile('d_4e07.ann', marks)]);
    expect(marksOf(found)).toHaveLength(3);
  });

  it.each([
    ['what PolNeAR marks beside attributions', 'T1\tDiscuss 0 3\tAli\n', ['line-not-kept data/dev/attributions/d_4e07.ann:1 T1']],
    ['an event of another kind', `${marks}E1\tMove:T4 Content:T3\n`, ['line-not-kept data/dev/attributions/d_4e07.ann:5 E1']],
    ['an event that names nothing', `${marks}E1\tAttribution:T4 Content:T9 Source:T1\n`, ['relation-end-missing data/dev/attributions/d_4e07.ann E1-1']],
    ['a cue in pieces, which the Schema forbids', 'T1\tCue 0 3;4 8\tAli said\n', ['pieces-not-allowed data/dev/attributions/d_4e07.ann T1']],
    ['wrong offsets', 'T1\tSource 1 4\tAli\n', ['span-text-differs data/dev/attributions/d_4e07.ann:1 T1']],
    ['the same said by two events', `${marks}E1\tAttribution:T4 Content:T3 Cue:T2\nE2\tAttribution:T4 Content:T3 Cue:T2\n`, []],
  ])('%s', (_, ann, problems) => expect(problemLines(release(ann))).toEqual(problems));

  it('without a text are named', () =>
    expect(problemLines(decoded(polnear, [textFile('data/dev/attributions/d_4e07.ann', marks)]))).toEqual(['text-missing data/dev/attributions/d_4e07.ann']));
});
