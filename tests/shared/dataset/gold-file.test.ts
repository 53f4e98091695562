import { expect, it } from 'vitest';
import { defaultOptions, type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { goldLines } from '../../../shared/dataset/gold-file.ts';
import { preparer } from '../../../shared/dataset/prepare.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { settleAll } from '../../../shared/review/bulk.ts';
import { accept, leaveOut } from '../../../shared/review/decide.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const options: ExportOptions = { ...defaultOptions, selection: { ...defaultOptions.selection, sets: { kind: 'adjudicated' } }, notes: false };

function firstArticle(): Dataset {
  const whole = workOfTwo();
  const articles = whole.articles.slice(0, 1);
  return { ...whole, annotators: [...whole.annotators, adjudicator], articles, sets: whole.sets.filter(({ article }) => article === articles[0]?.id) };
}

type Act = (context: ReturnType<typeof reviewContext>, among: Dataset['sets'][number]['id'][]) => ReturnType<typeof accept>;

function acting(dataset: Dataset, act: Act): Dataset {
  const result = act(reviewContext(dataset), dataset.sets.filter(({ role }) => role === 'work').map(({ id }) => id));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return after(dataset, result.value);
}

const keyOf = (context: ReturnType<typeof reviewContext>, among: Dataset['sets'][number]['id'][], verdict: string): string =>
  settlementOf(context, among).cases.find((one) => one.verdict === verdict && one.state === 'open')?.key ?? '';

it('says of every gold item how it came about, why, and among how many; what is undecidable keeps its readings', () => {
  let dataset = acting(firstArticle(), (context, among) => settleAll(context, among, { rule: 'unanimous' }));
  dataset = acting(dataset, (context, among) => accept(context, { among, key: keyOf(context, among, 'attributes') }, { set: among[0] as never, reason: 'wrong-attribute', note: 'ر.ک. قاعدهٔ ۳' }));
  dataset = acting(dataset, (context, among) => leaveOut(context, { among, key: keyOf(context, among, 'boundary') }, { act: 'undecidable', reason: 'ambiguous' }));
  const lines = goldLines(dataset, dataset, options).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ label, source, reason, people, seen }) => [label, source, reason, people, seen])).toEqual([
    ['SPEAKER', 'unanimous', null, 2, false],
    ['CUE', 'unanimous', null, 2, false],
    ['QUOTE', 'adjudicated', 'wrong-attribute', 2, true],
    [undefined, 'undecidable', 'ambiguous', undefined, undefined],
  ]);
  expect(lines.at(-1)?.['readings']).toMatchObject([{ label: 'QUOTE', weight: 0.5 }, { label: 'QUOTE', weight: 0.5 }]);
  expect(lines.some((line) => 'note' in line)).toBe(false);
  expect(goldLines(dataset, dataset, { ...options, notes: true })).toContain('ر.ک.');
});

it('says the same where people leave under other names, which gives their sets other ids', () => {
  const dataset = acting(firstArticle(), (context, among) => settleAll(context, among, { rule: 'unanimous' }));
  const { prepare } = preparer({ ...options, selection: { ...options.selection, states: null } }, { annotator: adjudicator.id, pseudonyms: new Map([[adjudicator.id, 'a1b2']]), nameOf: null });
  const prepared = prepare(dataset);
  expect(prepared?.sets.map(({ annotator }) => annotator)).toEqual(['a1b2']);
  expect(prepared && goldLines(dataset, prepared, options)).toBe(goldLines(dataset, dataset, options));
});

it('stands beside gold alone, and says nothing of a gold set whose decisions are not here', () => {
  const dataset = acting(firstArticle(), (context, among) => settleAll(context, among, { rule: 'unanimous' }));
  expect(goldLines(dataset, dataset, defaultOptions)).toBe('');
  const { events: _none, ...bare } = dataset;
  expect(goldLines(bare, bare, options)).toBe('');
});
