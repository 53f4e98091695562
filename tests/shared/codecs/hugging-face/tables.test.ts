import { describe, expect, it } from 'vitest';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { configsOf } from '../../../../shared/codecs/hugging-face/configs.ts';
import { huggingFace } from '../../../../shared/codecs/hugging-face/hugging-face.ts';
import { layersOf } from '../../../../shared/codecs/hugging-face/layers.ts';
import { type JudgementChoice, placingOf } from '../../../../shared/codecs/hugging-face/placing.ts';
import { settledSet } from '../../../../shared/codecs/hugging-face/settled-set.ts';
import { type AnnotationSet, type SetRole, type SetStatus } from '../../../../shared/model/annotation-set.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { awkwardDataset } from '../../../fixtures/hugging-face/awkward-dataset.ts';

type Row = Readonly<Record<string, unknown>>;

function tablesOf(whole: Dataset, choice: JudgementChoice = 'several'): Readonly<Record<string, readonly Row[]>> {
  const codec = huggingFace('jsonl', choice);
  const files = encode(codec, fit(whole, codec).dataset, 'a');
  return Object.fromEntries(
    files.map(({ name, bytes }) => [name.split('/')[0], Buffer.from(bytes).toString().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Row)]),
  );
}

const set = (id: string, annotator: string, role: SetRole, status: SetStatus = 'done'): AnnotationSet =>
  ({ id, article: 'd', annotator, role, status, annotations: [], relations: [] }) as unknown as AnnotationSet;
const ids = (sets: readonly AnnotationSet[]) => sets.map(({ id }) => id as string);

describe('the set that stands for an article', () => {
  it.each<[string, readonly AnnotationSet[], string | null]>([
    ['none where there is none', [], null],
    ['none where a machine has proposed and nobody has answered', [set('a', 'M', 'suggestion')], null],
    ['the adjudicated one, however far the others are', [set('a', 'A', 'work'), set('b', 'B', 'adjudicated', 'in-progress')], 'b'],
    ['the work that got furthest', [set('a', 'A', 'work', 'in-progress'), set('b', 'B', 'work', 'needs-review')], 'b'],
    ['the first of equals by id, not by place', [set('b', 'B', 'work'), set('a', 'A', 'work')], 'a'],
  ])('%s', (_, sets, expected) => expect(settledSet(sets)?.id ?? null).toBe(expected));
});

describe('which set stands in which table', () => {
  const [a, b, gold, machine] = [set('a', 'A', 'work'), set('b', 'B', 'work'), set('g', 'A', 'adjudicated'), set('m', 'M', 'suggestion', 'todo')];
  const begun = set('c', 'C', 'work', 'in-progress');
  it.each<[string, readonly AnnotationSet[], JudgementChoice, readonly string[], readonly string[]]>([
    ['one annotator alone is no judgement', [a], 'several', [], []],
    ['unless everybody’s are wanted', [a], 'all', ['a'], []],
    ['two annotators are', [a, b], 'several', ['a', 'b'], ['a', 'b']],
    ['what was adjudicated is nobody’s judgement', [gold, a, b], 'several', ['a', 'b'], ['a', 'b']],
    ['gold alone has no judgements, even if all are wanted', [gold], 'all', [], []],
    ['a suggestion is told, and does not vote', [a, machine], 'several', ['a', 'm'], []],
    ['who has not read to the end does not vote', [a, begun], 'several', ['a', 'c'], []],
    ['an annotator with two sets votes once', [a, b, set('z', 'A', 'work')], 'several', ['a', 'b', 'z'], ['a', 'b']],
  ])('%s', (_, sets, choice, judged, clustered) => {
    const placing = placingOf(sets, choice);
    expect([ids(placing.judged), ids(placing.clustered).sort()]).toEqual([judged, clustered]);
  });

  it('has tags of finished sets alone: before the end, O does not say that nothing is there', () => {
    expect(placingOf([begun], 'several')).toMatchObject({ settled: begun, tagged: null });
  });

  it('never has soft labels without judgements, and each of them is somebody’s', () => {
    forAll(dataset, (whole) => {
      const { soft = [], judgements = [] } = tablesOf(whole);
      const marked = new Set(judgements.flatMap((row) => (row['spans'] as { id: string }[]).map(({ id }) => JSON.stringify([row['doc_id'], row['annotator'], id]))));
      for (const row of soft) {
        const clusters = row['clusters'] as { votes: number; members: { annotator: string; span: string }[] }[];
        const members = clusters.flatMap((cluster) => cluster.members.map(({ annotator, span }) => JSON.stringify([row['doc_id'], annotator, span])));
        for (const member of members) expect(marked).toContain(member);
        expect(new Set(members).size).toBe(members.length);
        for (const { votes, members: own } of clusters) expect([new Set(own.map(({ annotator }) => annotator)).size, own.length]).toEqual([votes, votes]);
      }
    });
  });
});

describe('what most of them marked', () => {
  const annotated = (id: string, annotator: string, marks: readonly (readonly [string, number, number])[]): AnnotationSet =>
    ({ ...set(id, annotator, 'work'), article: 'd1', annotations: marks.map(([label, start, end], index) => ({
      id: `${id}-${index}`, label, spans: [{ start, end }], attributes: label === 'CUE' ? { form: id === 'b' ? 'nominal' : 'verb' } : {}, entity: null, note: '', flagged: false, origin: 'manual',
    })) }) as unknown as AnnotationSet;
  const [annotator] = awkwardDataset.annotators;
  const people = ['A', 'B', 'C'].map((id) => ({ ...annotator, id }) as unknown as Dataset['annotators'][number]);
  const [article] = awkwardDataset.articles;
  const sets = [annotated('a', 'A', [['CUE', 0, 4], ['QUOTE', 5, 12]]), annotated('b', 'B', [['CUE', 0, 4], ['QUOTE', 5, 14]]), annotated('c', 'C', [['SPEAKER', 0, 4]])]
    .map((one) => ({ ...one, article: article?.id }) as AnnotationSet);
  const whole = { ...awkwardDataset, articles: awkwardDataset.articles.slice(0, 1), entities: [], annotators: people, sets };

  const spansIn = ([row]: readonly Row[]) => (row?.['spans'] ?? []) as readonly { readonly attributes: readonly object[] }[];

  it('is what more than half of the readers marked under one label', () => {
    const { majority = [], soft = [] } = tablesOf(whole, 'all');
    expect(majority.map((row) => [row['n_seen'], (row['spans'] as { label: string; votes: number }[]).map(({ label, votes }) => `${label} ${votes}`)])).toEqual([[3, ['CUE 2', 'QUOTE 2']]]);
    expect(spansIn(majority)[0]?.attributes).toEqual([]);
    expect(soft.length).toBe(1);
  });

  it('never stands for the article, and neither does anybody’s judgement', () => {
    const { data = [], bio = [], judgements = [] } = tablesOf(whole, 'all');
    expect(data.map((row) => [row['set_id'], row['spans']])).toEqual([[null, []]]);
    expect([bio.length, judgements.length]).toEqual([0, 3]);
    const codec = huggingFace('jsonl', 'all');
    const fitted = fit(whole, codec).dataset;
    expect(codec.decode?.(encode(codec, fitted, 'a'), { schemas: [whole.schema], now: '' })).toEqual({ dataset: fitted, problems: [] });
  });

  it('leaves what was adjudicated where it is', () => {
    const gold = { ...annotated('g', 'A', [['CUE', 0, 4]]), article: article?.id, role: 'adjudicated' } as AnnotationSet;
    const { data = [], bio = [], majority = [] } = tablesOf({ ...whole, sets: [...sets, gold] }, 'all');
    expect([data[0]?.['set_id'], bio.length, spansIn(majority).length]).toEqual(['g', 1, 2]);
  });
});

describe('columns', () => {
  it('stand in every row as the features say, in their order: datasets refuses any other', () => {
    forAll(dataset, (whole) => {
      const tables = tablesOf(whole, 'all');
      for (const { folder, columns } of configsOf(whole.schema)) {
        for (const row of tables[folder] ?? []) expect(Object.keys(row)).toEqual(columns.map(({ name }) => name));
      }
    });
  });

  it('are one layer for each label that links start from, and one for what these are made of', () => {
    expect(layersOf(seedSchema).map(({ column, labels }) => [column, labels.join(' ')])).toEqual([
      ['ner_tags', 'SPEAKER CUE DEADLINE CONDITION ADDRESSEE MENTION'],
      ['ner_tags_QUOTE', 'QUOTE'],
      ['ner_tags_COMMITMENT', 'COMMITMENT'],
    ]);
  });

  it('have a Gregorian day with dashes and a Jalali one with slashes, which no reader takes for a date', () => {
    expect(tablesOf(awkwardDataset)['data']?.[0]).toMatchObject({ published: '2024-08-02', published_jalali: '1403/05/12' });
  });
});

describe('tags', () => {
  const bio = tablesOf(awkwardDataset)['bio']?.find((row) => row['doc_id'] === 'd2') ?? {};
  const tagsOf = (column: string): readonly (readonly [string, string])[] =>
    (bio['tokens'] as string[]).flatMap((token, place) => {
      const tag = (bio[column] as string[])[place] ?? '';
      return tag === 'O' ? [] : [[token, tag] as const];
    });

  it('cut a token where a span begins inside it', () => {
    expect(tagsOf('ner_tags')).toEqual([['رئیس', 'B-SPEAKER'], ['سازمان', 'I-SPEAKER'], ['گوید', 'B-CUE']]);
    expect(bio['tokens']).toContain('می\u200c');
  });

  it('begin anew with every piece of an interrupted quote', () => {
    expect(tagsOf('ner_tags_QUOTE').map(([, tag]) => tag)).toEqual(['B-QUOTE', 'I-QUOTE', 'I-QUOTE', 'I-QUOTE', 'B-QUOTE', 'I-QUOTE']);
  });

  it('go on over a line break', () => {
    expect(tagsOf('ner_tags_COMMITMENT').map(([token]) => token)).toEqual(['آماده\u200cاند', '»', '؛', 'سپس']);
  });

  it('show the longer of two spans of one layer, and count the other', () => expect(bio['left_out']).toBe(1));
});
