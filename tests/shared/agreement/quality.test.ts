import { describe, expect, it } from 'vitest';
import { comparedArticle, usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { type GoldValue } from '../../../shared/agreement/gold-value.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { type PersonQuality, qualityMeasurement, recentWindows } from '../../../shared/agreement/quality.ts';
import { minutesPerThousand, qualityCsv } from '../../../shared/agreement/quality-table.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type EventId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type Submission } from '../../../shared/model/submissions.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { span } from '../../../shared/text/offsets.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const people = ['sara', 'lead'].map((name) => ({ id: `per-${name}` as AnnotatorId, kind: 'person' as const, name, version: null }));

function setBy(name: string, article: Article, mode: string | null): AnnotationSet {
  return {
    id: `set-${name}-${article.id}` as SetId, article: article.id, annotator: `per-${name}` as AnnotatorId, role: name === 'lead' ? 'adjudicated' : 'work', status: 'done', relations: [],
    annotations: [{ id: `${name}-${article.id}` as AnnotationId, label: 'QUOTE' as LabelId, spans: [span(0, 3)], attributes: mode === null ? {} : { mode }, entity: null, note: '', flagged: false, origin: 'manual' }],
  };
}

/** Sara beside gold, a quote in each article, or none where she missed it. */
function sara(modes: readonly (readonly [sara: string | null, gold: string | null])[], isMissed: (place: number) => boolean = () => false): PersonQuality {
  const { add, quality } = qualityMeasurement(['QUOTE.mode']);
  modes.forEach(([own, gold], place) => {
    const article = articleOf(String(place + 1).padStart(4, '0'));
    const compared = comparedArticle({ schema, articles: [article], annotators: people, entities: [], sets: [isMissed(place) ? { ...setBy('sara', article, own), annotations: [] } : setBy('sara', article, own), setBy('lead', article, gold)] }, usualAgreementChoice);
    if (!compared) throw new Error('nothing is compared');
    add(compared);
  });
  const [found] = quality({ ...defaultParameters, replicates: 50 });
  if (!found) throw new Error('sara is not there');
  return found;
}

const [direct, indirect] = ['direct', 'indirect'] as const;

describe('κ of attributes against gold', () => {
  it('is Cohen’s, over all pairs together: ¾ agree where a half would by chance', () => {
    const { whole } = sara([[direct, direct], [direct, indirect], [indirect, indirect], [indirect, indirect]]);
    expect(whole.attributes).toMatchObject([{ attribute: 'QUOTE.mode', value: 0.5, n: 4, interval: [expect.any(Number), expect.any(Number)] as unknown as [number, number] }]);
  });

  it.each([
    ['is undefined where both always say one thing', [[direct, direct], [direct, direct]], [{ value: null, n: 2 }]],
    ['counts what one alone left open as another value', [[null, direct], [direct, direct], [indirect, indirect], [indirect, indirect]], [{ n: 4 }]],
    ['is not there where nobody said anything', [[null, null]], []],
  ] as const)('%s', (_, modes, expected) => expect(sara(modes).whole.attributes).toMatchObject(expected));

  it('stands in each window; intervals in the latest ones alone', () => {
    const { windows, whole } = sara(Array.from({ length: 10 * (recentWindows + 2) }, (_, place) => [place % 2 ? direct : indirect, place % 3 ? direct : indirect] as const));
    expect(windows).toHaveLength(recentWindows + 2);
    expect(windows.map(({ attributes: [one] }) => [one?.n, one?.interval !== null])).toEqual(windows.map((_, place) => [10, place >= 2]));
    expect(whole.attributes[0]?.interval).not.toBeNull();
  });
});

describe('F1 against gold', () => {
  it('is told for each label, and for all together what their counts add up to', () => {
    const { whole } = sara([[direct, direct], [direct, indirect]]);
    expect(whole).toMatchObject({ strict: { value: 1, n: 4 }, overlap: { value: 1, n: 4 }, labels: [{ label: 'QUOTE', found: 2, strict: { value: 1, n: 4 }, overlap: { value: 1 } }] });
  });

  it('has an interval for each label as for all together: of the only one it is the same, and it is drawn for the latest windows alone', () => {
    const { whole, windows } = sara(Array.from({ length: 10 * (recentWindows + 2) }, () => [direct, direct] as const), (place) => place % 3 === 0);
    expect(whole.strict.interval?.[0]).toBeLessThan(whole.strict.value ?? 0);
    expect(whole.labels).toMatchObject([{ label: 'QUOTE', strict: whole.strict, overlap: whole.overlap }]);
    expect(windows.map(({ labels: [one] }) => one?.strict.interval !== null)).toEqual(windows.map((_, place) => place >= 2));
  });

  it('counts a label that gold calls otherwise for both names', () => {
    const article = articleOf('0001');
    const own = setBy('sara', article, null);
    const named = { ...own, annotations: own.annotations.map((one) => ({ ...one, label: 'CUE' as LabelId })) };
    const compared = comparedArticle({ schema, articles: [article], annotators: people, entities: [], sets: [named, setBy('lead', article, null)] }, usualAgreementChoice);
    const { add, quality } = qualityMeasurement([]);
    if (compared) add(compared);
    const [found] = quality({ ...defaultParameters, replicates: 0 });
    expect(found?.whole.strict).toMatchObject({ value: 0, n: 2 });
    expect(found?.whole.labels.map(({ label, strict: { value, n } }) => [label, value, n]).sort()).toEqual([['CUE', 0, 1], ['QUOTE', 0, 1]]);
  });
});

describe('minutes at work for 1,000 tokens', () => {
  const ids = ['art-1', 'art-2'] as [ArticleId, ArticleId];
  it.each<readonly [why: string, tokens: readonly number[], time: readonly (readonly [ArticleId, number])[], expected: GoldValue]>([
    ['all articles are known, and each took as long for a word', [250, 250], [[ids[0], 60_000], [ids[1], 60_000]], { value: 4, interval: [4, 4], n: 2 }],
    ['one is: it is held against its own text, and one alone has no interval', [250, 1000], [[ids[0], 60_000]], { value: 4, interval: null, n: 1 }],
    ['none is', [250, 250], [], { value: null, interval: null, n: 0 }],
    ['others do not count', [250, 250], [['art-9' as ArticleId, 60_000]], { value: null, interval: null, n: 0 }],
    ['nothing to read', [0, 0], [[ids[0], 60_000]], { value: null, interval: null, n: 1 }],
    // 3 and 1 minutes for 500 tokens each: 4 ± 1.96 · √(2 · (1² + 1²)) / 1.
    ['they differ', [500, 500], [[ids[0], 180_000], [ids[1], 60_000]], { value: 4, interval: [0.08, 7.92], n: 2 }],
    ['they differ more: no time is less than none', [500, 500], [[ids[0], 210_000], [ids[1], 30_000]], { value: 4, interval: [0, 9.88], n: 2 }],
  ])('%s', (_, tokens, time, expected) => {
    const { value, interval, n } = minutesPerThousand({ articles: ids, tokens }, new Map(time));
    expect({ value, interval: interval?.map((one) => Number(one.toFixed(6))) ?? null, n }).toEqual(expected);
  });
});

it('of colleagues, minutes are what was said when their set was handed in last', () => {
  const article = articleOf('0001');
  const own = setBy('sara', article, null);
  const handedIn = (turn: number, active?: number): Submission => ({
    kind: 'submitted', id: `evt-${turn}` as EventId, article: article.id, by: own.annotator, at: '', set: own.id, seal: '', turn, ...(active !== undefined && { active }),
  });
  const told = (...events: readonly ReviewEvent[]) => {
    const compared = comparedArticle({ schema, articles: [article], annotators: people, entities: [], sets: [own, setBy('lead', article, null)], events }, usualAgreementChoice);
    const measured = qualityMeasurement([]);
    if (compared) measured.add(compared);
    return measured.quality({ ...defaultParameters, replicates: 0 })[0]?.active;
  };
  expect(told(handedIn(1, 60_000))).toEqual([[article.id, 60_000]]);
  expect(told(handedIn(3, 90_000), handedIn(1, 60_000), { ...handedIn(4, 5), set: 'set-other' as SetId })).toEqual([[article.id, 90_000]]);
  expect(told(handedIn(1))).toEqual([]);
});

describe('as a table', () => {
  const person = sara([[direct, direct], [direct, indirect], [indirect, indirect], [indirect, indirect]]);
  const lines = (time: ReadonlyMap<ArticleId, number> | null, name = 'سارا'): readonly (readonly string[])[] =>
    qualityCsv(person, name, time, 'en').replace('\ufeff', '').trimEnd().split('\r\n').map((line) => line.split(','));

  it('has every value of each window and of the whole, with n', () => {
    expect(lines(null)[0]).toEqual(['Person', 'Window', 'From', 'To', 'Articles', 'Measure', 'Of', 'Value', 'From (95%)', 'To (95%)', 'n']);
    const kappa = lines(null).filter(([, , , , , , of]) => of === 'QUOTE.mode');
    expect(kappa.map(([, window, , , articles, , , value, , , n]) => [window, articles, value, n])).toEqual([['1', '4', '0.5', '4'], ['', '4', '0.5', '4']]);
  });

  it('has the shift of borders with its interval', () => {
    const start = lines(null).filter(([, , , , , measure]) => measure === 'Start');
    expect(start.map((cells) => cells.slice(7))).toEqual([['0', '0', '0', '4'], ['0', '0', '0', '4']]);
  });

  it('tells of each window, too, what was given back', () => {
    const returned = lines(null).filter(([, , , , , measure]) => measure === 'Articles given back');
    expect(returned.map(([, window, , , , , , value, , , n]) => [window, value, n])).toEqual([['1', '0', '4'], ['', '0', '4']]);
  });

  it('tells which part was missed, marked for nothing and given back, with an interval over articles', () => {
    const some = sara(Array.from({ length: 8 }, () => [direct, direct] as const), (place) => place < 2);
    expect(some.whole.labels).toMatchObject([{ label: 'QUOTE', missed: 2, missedShare: { value: 0.25, n: 8 }, spurious: 0, spuriousShare: { value: 0, interval: [0, 0], n: 6 } }]);
    const [low, high] = some.whole.labels[0]?.missedShare.interval ?? [1, 0];
    expect([low < 0.25, high > 0.25, low >= 0, high <= 1]).toEqual([true, true, true, true]);
    const shares = qualityCsv(some, 'سارا', null, 'en').split('\r\n').filter((line) => /Share/.test(line)).map((line) => line.split(',').slice(5));
    expect(shares.slice(-3).map(([measure, of, value, , , n]) => [measure, of, value, n])).toEqual([
      ['Share missed', 'QUOTE', '0.25', '8'], ['Share spurious', 'QUOTE', '0', '6'], ['Share of articles given back', '', '0', '8'],
    ]);
  });

  it('has minutes only where they are known, and guards what looks like a formula', () => {
    const minutes = (time: ReadonlyMap<ArticleId, number> | null) => lines(time).filter(([, , , , , measure]) => measure === 'Active minutes per 1000 tokens' || measure?.startsWith('"Active minutes'));
    expect(minutes(null)).toEqual([]);
    expect(minutes(new Map([[person.whole.articles[0] as ArticleId, 60_000]]))).toHaveLength(2);
    expect(lines(null, '=1+1')[1]?.[0]).toBe("'=1+1");
  });
});
