import { describe, expect, it } from 'vitest';
import { type AgreementChoice, comparedArticle, goldKey, usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { confusionMatrix } from '../../../shared/agreement/confusion.ts';
import { casesFound, type CaseQuery } from '../../../shared/agreement/found-case.ts';
import { measure } from '../../../shared/agreement/measure.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metrics } from '../../../shared/agreement/registry.ts';
import { type AgreementReport, quickMetrics, reckoning } from '../../../shared/agreement/report.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { gather } from '../../../shared/agreement/shared-articles.ts';
import { subjectsIn } from '../../../shared/agreement/subjects.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';
import { deskWithGold } from '../../fixtures/desk-with-gold.ts';
import { newsroomSchema } from '../../fixtures/newsroom.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const parameters = { ...defaultParameters, replicates: 40 };
const desk = deskWithGold(24);
const parts = [...slices(desk)];

function reported(all: readonly Dataset[], choice: Partial<AgreementChoice> = {}, schema = newsroomSchema): AgreementReport {
  const { add, report } = reckoning(schema, { ...usualAgreementChoice, ...choice }, parameters);
  for (const slice of all) runThrough(add(slice));
  return runThrough(report());
}

const found = (query: CaseQuery, choice: Partial<AgreementChoice> = {}) => parts.flatMap((slice) => {
  const compared = comparedArticle(slice, { ...usualAgreementChoice, ...choice });
  return compared ? casesFound(compared, slice.entities, query) : [];
});

const whole = reported(parts);
const people = ['per-colleague-0', 'per-colleague-1', 'per-colleague-2'] as const;

describe('the agreement of a project, slice by slice', () => {
  it('is what measuring everything at once gives', () => {
    const { articles } = gather([{ name: '', dataset: desk }], { roles: ['work'], statuses: ['done'], kinds: ['person'], reworked: false });
    const all = measure(articles, { metrics: metrics.filter(({ id }) => quickMetrics.includes(id)), subjects: subjectsIn(newsroomSchema), parameters });
    for (const score of whole.scores) {
      const same = all.find(({ metric, label }) => metric === score.metric && label === score.label);
      expect({ ...score, value: score.value?.toFixed(12), interval: null }).toEqual({ ...same, value: same?.value?.toFixed(12), interval: null });
    }
    expect(whole.scores.length).toBe(all.filter(({ label, n }) => label === null || n > 0).length);
    expect(whole.articles).toBe(24);
  });

  it('does not depend on the order of slices, but for the draws of its intervals', () => {
    const turned = reported([...parts].reverse());
    const bare = ({ scores, cells, ...rest }: AgreementReport) => ({
      compared: rest.compared, people: rest.people, values: scores.map(({ value }) => value?.toFixed(12)),
      cells: cells.map((cell) => JSON.stringify([cell.people, cell.a, cell.b, cell.count])).sort(), weeks: rest.trend.weeks.map(({ from, articles }) => [from, articles]),
    });
    expect(bare(turned)).toEqual(bare(whole));
  });

  it('knows everybody who could be compared, and compares the work of people', () => {
    expect(whole.people.map(({ key, sets }) => [key, sets])).toEqual([...people.map((key) => [key, 24]), ['per-lead (adjudicated)', 24]]);
    expect(whole.compared).toEqual(people);
    expect(whole.pairs.map((pair) => pair.people)).toEqual([[people[0], people[1]], [people[0], people[2]], [people[1], people[2]]]);
  });

  it('leaves out other states, days, Labels and people', () => {
    expect(reported(parts, { statuses: ['todo'] }).articles).toBe(0);
    expect(reported(parts, { people: [people[1], 'per-lead (adjudicated)'] }).compared).toEqual([people[1], 'per-lead (adjudicated)']);
    const { trend, articles } = reported(parts, { from: '2024-04-06', to: '2024-04-19' });
    expect(trend.weeks.map(({ from }) => from)).toEqual(['2024-04-06', '2024-04-13']);
    expect(articles).toBe(trend.weeks.reduce((sum, week) => sum + week.articles, 0));
    const quotes = reported(parts, { labels: ['QUOTE'] });
    expect(new Set(quotes.cells.flatMap(({ a, b }) => [a, b]))).toEqual(new Set(['QUOTE', null]));
    expect(quotes.scores.find(({ metric, label }) => metric === 'strict-f1' && label === null)?.value)
      .toBe(whole.scores.find(({ metric, label }) => metric === 'strict-f1' && label === 'QUOTE')?.value);
  });
});

describe('cases behind numbers', () => {
  it('are as many as each cell of the matrix says, for everybody and for two', () => {
    for (const two of [null, [people[0], people[2]] as const]) {
      const { labels, counts } = confusionMatrix(whole.cells, newsroomSchema.labels.map(({ id }) => id), two);
      labels.forEach((a, row) => labels.forEach((b, column) => {
        const count = counts[row]?.[column] ?? 0;
        expect(found({ about: { kind: 'cell', cell: { a, b } }, people: two }).length).toBe(two === null && row === column ? count / 2 : count);
      }));
    }
  });

  it('are in the order of the text, with the words that each marked, and the set to open', () => {
    const one = found({ about: { kind: 'different' }, people: null, articles: [desk.articles[3]?.id as ArticleId] });
    expect(new Set(one.map(({ article }) => article))).toEqual(new Set([desk.articles[3]?.id]));
    for (const { a, b, verdict, people: [first, second] } of one) {
      expect(verdict).not.toBe('agree');
      for (const [side, person] of [[a, first], [b, second]] as const) {
        if (!side) continue;
        const set = desk.sets.find(({ id }) => id === side.set);
        expect(set?.annotator).toBe(person);
        expect(set?.annotations.some(({ id, label }) => id === side.annotation && label === side.label)).toBe(true);
      }
    }
  });

  it('of an attribute have two values; of links, where each leads', () => {
    const modes = found({ about: { kind: 'attribute', subject: 'QUOTE.mode' }, people: null });
    expect(modes.length).toBeGreaterThan(0);
    for (const { a, b } of modes) expect(a?.value).not.toBe(b?.value);
    const links = found({ about: { kind: 'relation', type: 'SAID_BY' }, people: null });
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ a, b }) => (a?.value ?? b?.value ?? '') !== '')).toBe(true);
    expect(links.length).toBeLessThan(found({ about: { kind: 'relation', type: null }, people: null }).length + 1);
  });
});

/** Two people and a gold set that is what the first of them did. */
function withGoldOf(by: string): Dataset {
  const two = workOfTwo();
  const gold = two.sets.filter(({ annotator }) => annotator === by).map((set): AnnotationSet => ({ ...set, id: `${set.id}-gold` as SetId, annotator: 'per-lead' as AnnotatorId, role: 'adjudicated' }));
  return normalised({ ...two, annotators: [...two.annotators, { id: 'per-lead' as AnnotatorId, kind: 'person', name: 'شهلا', version: null }], sets: [...two.sets, ...gold] });
}

describe('work against gold', () => {
  it('is whole for whoever gold was taken from, and says what the other missed and shifted', () => {
    const dataset = withGoldOf('per-sara');
    const { quality } = reported([...slices(dataset)], {}, dataset.schema);
    const [reza, sara] = quality;
    expect(sara).toMatchObject({ person: 'per-sara', whole: { strict: { value: 1 }, offsets: { start: { value: 0, n: 7 }, end: { value: 0, n: 7 } }, isThin: true }, isFalling: false });
    // Of 7 and 6, five are the same; one begins a word later, one speaker is missing.
    expect(reza?.whole.strict).toMatchObject({ value: 10 / 13, n: 13 });
    expect(reza?.whole.labels).toEqual(expect.arrayContaining([
      expect.objectContaining({ label: 'SPEAKER', found: 2, missed: 1, spurious: 0 }), expect.objectContaining({ label: 'QUOTE', found: 3, missed: 0, spurious: 0 }),
    ] as unknown[]));
    expect(reza?.whole.offsets).toMatchObject({ start: { value: 1 / 6, n: 6 }, end: { value: 0, interval: [0, 0], n: 6 } });
    const [low, high] = reza?.whole.offsets.start.interval ?? [];
    expect(low).toBeLessThanOrEqual(1 / 6);
    expect(high).toBeGreaterThanOrEqual(1 / 6);
  });

  it('comes in windows of equal count, the latest of them whole', () => {
    const [first] = whole.quality;
    expect(first?.windows.map(({ articles, isThin }) => [articles.length, isThin])).toEqual([[4, true], [10, false], [10, false]]);
    const days = first?.windows.flatMap(({ from, to }) => [from ?? '', to ?? '']) ?? [];
    expect(days.every((day, place) => place === 0 || (days[place - 1] ?? '') <= day)).toBe(true);
    expect(first?.isFalling).toBe(false);
  });

  it('alarms when the latest window is more than 15 % worse than the whole, and only then', () => {
    const spoilt = (share: number): readonly Dataset[] => parts.map((slice) => ({
      ...slice,
      sets: slice.sets.map((set) => (set.annotator !== people[0] || (slice.articles[0]?.source.published ?? '') < '2024-05-01' ? set : {
        ...set, annotations: set.annotations.map((one, place) => (place % 10 < share ? { ...one, spans: [span(0, 1 + place)] } : one)),
      })),
    }));
    const fallingOf = (slicesOf: readonly Dataset[]) => reported(slicesOf).quality.map(({ person, isFalling }) => [person, isFalling]);
    expect(fallingOf(spoilt(7))).toEqual([[people[0], true], [people[1], false], [people[2], false]]);
    expect(fallingOf(spoilt(1))).toEqual(people.map((person) => [person, false]));
  });

  it('opens what one missed with gold as A', () => {
    const missed = found({ about: { kind: 'cell', cell: { a: 'QUOTE', b: null } }, people: [goldKey, people[0]] });
    const counted = whole.quality[0]?.whole.labels.find(({ label }) => label === 'QUOTE');
    expect(missed.length).toBe(counted?.missed);
    expect(missed.every(({ a, b, people: [first] }) => a !== null && b === null && first === goldKey)).toBe(true);
  });
});
