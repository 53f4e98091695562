// @vitest-environment happy-dom
import { fireEvent, render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MessagesProvider } from '../../../../renderer/messages/MessagesProvider.tsx';
import { translator } from '../../../../renderer/messages/translate.ts';
import { type CaseWish } from '../../../../renderer/views/agreement/case-wish.ts';
import { peopleNames } from '../../../../renderer/views/agreement/people-names.ts';
import { Report } from '../../../../renderer/views/agreement/Report.tsx';
import { valueText } from '../../../../renderer/views/agreement/score-words.ts';
import { type Agreement } from '../../../../renderer/views/agreement/use-agreement.ts';
import { type AgreementChoice, usualAgreementChoice } from '../../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../../shared/agreement/metric.ts';
import { type AgreementReport, reckoning } from '../../../../shared/agreement/report.ts';
import { type Score } from '../../../../shared/agreement/score.ts';
import { runThrough } from '../../../../shared/agreement/run-through.ts';
import { slices } from '../../../../shared/codecs/slices.ts';
import { type Language } from '../../../../shared/bridge.ts';
import { type AnnotatorId, type ArticleId } from '../../../../shared/model/id.ts';
import { deskWithGold } from '../../../fixtures/desk-with-gold.ts';
import { newsroomSchema } from '../../../fixtures/newsroom.ts';

const desk = deskWithGold(24);
const me = 'per-colleague-0' as AnnotatorId;

function reported(choice: Partial<AgreementChoice> = {}): AgreementReport {
  const { add, report } = reckoning(newsroomSchema, { ...usualAgreementChoice, ...choice }, { ...defaultParameters, replicates: 40 });
  for (const slice of slices(desk)) runThrough(add(slice));
  return runThrough(report());
}

const whole = reported();

function shown(language: Language, report: AgreementReport, time: ReadonlyMap<ArticleId, number> | null = null, part: Partial<Agreement> = {}) {
  const opened: CaseWish[] = [];
  const saved: string[] = [];
  const agreement: Agreement = {
    choice: usualAgreementChoice, turn: 0, choose: () => undefined, report, isOfNow: true, research: [], work: null, progress: null, stopped: null, snapshot: '', stop: () => undefined,
    again: () => undefined, ...part,
  };
  const { container } = render(
    <MessagesProvider language={language}>
      <Report
        schema={newsroomSchema} report={report} agreement={agreement} me={me} onOpen={(wish) => void opened.push(wish)}
        time={time} onSave={(_, csv) => void saved.push(csv)}
        nameOf={peopleNames(translator(language), report.people, desk.annotators, me)}
      />
    </MessagesProvider>,
  );
  return { container, opened, saved };
}

const cell = (container: Element, row: number, column: number): Element => {
  const found = container.querySelector(`[data-cell="${row} ${column}"]`);
  if (!found) throw new Error(`no cell ${row} ${column}`);
  return found;
};
const left = (one: Element): number => Number(one.querySelector('rect')?.getAttribute('x'));

describe('the report of agreement', () => {
  it.each(['fa', 'en'] as const)('opens cases from every number: %s', (language) => {
    const { container, opened } = shown(language, whole);
    const numbers = [...container.querySelectorAll('button[title]')];
    expect(numbers.length).toBeGreaterThan(40);
    for (const number of numbers) fireEvent.click(number);
    expect(opened.length).toBe(numbers.length);
    expect(new Set(opened.map(({ query }) => query.about.kind))).toEqual(new Set(['different', 'label', 'relation', 'attribute', 'cell']));
    expect(opened.every(({ title }) => title.trim() !== '')).toBe(true);
  });

  it('opens cases from numbers for papers, too, and from κ of attributes against gold', () => {
    const score = (metric: Score['metric'], label: string | null): Score =>
      ({ metric, label, value: 0.5, n: 1, articles: 24, interval: null, coverage: null, precision: 0.0312, leftOut: 0, approached: 0 });
    const { container, opened } = shown('en', whole, null, { research: [score('gamma', null), score('gamma', 'QUOTE')] });
    const part = (name: string): Element => {
      const found = [...container.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === name);
      if (!found) throw new Error(`no part ${name}`);
      return found;
    };
    const research = part('For papers: measures corrected for chance');
    expect(research.textContent).toContain('chance known to ±\u20683.1\u2069%');
    for (const button of research.querySelectorAll('td button')) fireEvent.click(button);
    expect(opened.map(({ query }) => query)).toEqual([{ about: { kind: 'different' }, people: null }, { about: { kind: 'label', label: 'QUOTE' }, people: null }]);
    opened.length = 0;
    const attributes = [...part('Against gold').querySelectorAll('table')].at(-1);
    for (const button of attributes?.querySelectorAll('td button') ?? []) fireEvent.click(button);
    const own = whole.quality.find(({ person }) => person === me);
    expect(opened.map(({ query: { about, people } }) => [about, people])).toEqual(own?.whole.attributes.flatMap(({ attribute: subject }) => {
      const one = [{ kind: 'attribute', subject }, ['gold', me]];
      return [one, one];
    }));
    expect(opened.map(({ query: { articles } }) => articles)).toEqual(own?.whole.attributes.flatMap(() => [undefined, own.windows.at(-1)?.articles]));
  });

  it('draws the matrix from where reading begins, and its arrows go as they point', () => {
    const [persian, english] = [shown('fa', whole), shown('en', whole)];
    expect(left(cell(persian.container, 0, 0))).toBeGreaterThan(left(cell(persian.container, 0, 1)));
    expect(left(cell(english.container, 0, 0))).toBeLessThan(left(cell(english.container, 0, 1)));
    for (const [{ container, opened }, key] of [[persian, 'ArrowLeft'], [english, 'ArrowRight']] as const) {
      fireEvent.keyDown(cell(container, 0, 0), { key });
      expect(document.activeElement).toBe(cell(container, 0, 1));
      fireEvent.keyDown(cell(container, 0, 1), { key: 'Enter' });
      expect(opened.at(-1)?.query).toMatchObject({ about: { kind: 'cell', cell: { a: 'QUOTE', b: 'SPEAKER' } }, people: null });
    }
  });

  it('says of each cell what it counts, and opens none that is empty', () => {
    const { container, opened } = shown('fa', whole);
    const count = whole.cells.reduce((sum, { a, b, count: number }) => sum + (a === 'QUOTE' && b === 'QUOTE' ? number : 0), 0);
    expect(cell(container, 0, 0).getAttribute('aria-label')).toBe(translator('fa').t('agreement.confusion.cell', { a: 'نقل‌قول', b: 'نقل‌قول', n: count }));
    const empty = [...container.querySelectorAll('[data-cell][aria-disabled=true]')];
    for (const one of empty) fireEvent.click(one);
    expect(empty.length).toBeGreaterThan(0);
    expect(opened).toEqual([]);
  });

  it.each(['fa', 'en'] as const)('each chart has for its name a sentence that says what it shows: %s', (language) => {
    const charts = [...shown(language, whole).container.querySelectorAll('svg[role]')];
    expect(charts.length).toBeGreaterThan(2);
    expect(charts.map((one) => one.getAttribute('aria-label')).filter((name) => !/[0-9۰-۹].*[0-9۰-۹]/.test(name ?? ''))).toEqual([]);
  });

  it('says undefined where there is no value, and few where articles are few', () => {
    const alone = reported({ labels: [], from: '2024-03-23', to: '2024-03-23' });
    expect(alone.articles).toBeGreaterThan(0);
    const text = shown('fa', alone).container.textContent ?? '';
    expect(text).toContain('تعریف‌نشده');
    expect(text).toContain('خبرها کم‌اند');
  });

  it('where nobody is compared, the own work against gold stands alone', () => {
    const own = { ...whole, articles: 0, compared: [], scores: [], pairs: [], cells: [], trend: { weeks: [], undated: 0 }, quality: whole.quality.slice(0, 1) };
    const headings = (report: AgreementReport) => [...shown('en', report).container.querySelectorAll('h2')].map((one) => one.textContent);
    expect(headings(own)).toEqual(['Against gold']);
    expect(headings(whole).length).toBeGreaterThan(7);
  });

  it('beside the headline stand α on tokens, F1 at IoU ½ and how many texts, once they are counted', () => {
    const score = (metric: Score['metric'], value: number): Score =>
      ({ metric, label: null, value, n: 1, articles: 24, interval: [value - 0.1, value + 0.1], coverage: null, precision: null, leftOut: 0, approached: 0 });
    const research = [score('token-alpha', 0.78), score('iou-f1', 0.83)];
    const beside = (part: Partial<Agreement>) => [...shown('en', whole, null, part).container.querySelectorAll('dl > div')].map((one) => one.textContent?.replaceAll(/[\u2068\u2069]/g, ''));
    expect(beside({ research })).toEqual(['Krippendorff’s α on tokens0.780.68 to 0.88', 'F1 at IoU 0.5 or more0.830.73 to 0.93', `n${whole.articles} articles`]);
    expect(beside({ research, work: 'research' }), 'still being counted').toEqual([]);
    expect(beside({ research: null })).toEqual([]);
  });

  it('of a colleague’s work against gold, minutes are those that were handed in with it', () => {
    const quality = whole.quality.filter(({ person }) => person !== me).slice(0, 1).map((one) => ({ ...one, active: one.whole.articles.map((article) => [article, 60_000] as const) }));
    const words = (report: AgreementReport) => shown('fa', report).container.textContent ?? '';
    expect(words({ ...whole, quality })).toContain('زمان کار را پروندهٔ تحویل می‌گوید');
    expect(words({ ...whole, quality: quality.map((one) => ({ ...one, active: [] })) })).not.toContain('دقیقهٔ کار');
  });

  it.each(['fa', 'en'] as const)('a label on which people agree less than on the rest leads to its cases: %s', (language) => {
    const report = {
      ...whole,
      scores: whole.scores.map((one) => (one.metric === 'strict-f1' && one.label === 'QUOTE' ? { ...one, value: 0.1, interval: [0.05, 0.15] as const } : one)),
    };
    const { container, opened } = shown(language, report);
    const words = translator(language).t('agreement.labels.low', { label: newsroomSchema.labels.find(({ id }) => id === 'QUOTE')?.name[language] ?? '', value: valueText(translator(language), 0.1) });
    const warning = [...container.querySelectorAll('p')].find((one) => one.textContent?.includes(words));
    const button = warning?.querySelector('button');
    if (!button) throw new Error('the warning leads nowhere');
    fireEvent.click(button);
    expect(opened.map(({ query }) => query.about)).toEqual([{ kind: 'label', label: 'QUOTE' }]);
  });

  it('against gold: κ of attributes, minutes where they are known, and all of it as a table', () => {
    const own = whole.quality.find(({ person }) => person === me);
    expect(own?.whole.attributes.length).toBeGreaterThan(0);
    const time = new Map(own?.whole.articles.map((article) => [article, 60_000]));
    const { container, saved } = shown('fa', whole, time);
    const words = container.textContent ?? '';
    expect(words).toContain('ویژگی‌ها در برابر طلایی (کاپا)');
    expect(words).toContain('دقیقهٔ کار برای هر ۱۰۰۰ واژه');
    const button = [...container.querySelectorAll('button')].find((one) => one.textContent?.includes('ذخیرهٔ این بخش'));
    if (!button) throw new Error('nothing to save with');
    fireEvent.click(button);
    expect(saved[0]?.split('\r\n').filter((line) => line.includes('دقیقهٔ کار'))).toHaveLength((own?.windows.length ?? 0) + 1);
    expect(shown('fa', whole).container.textContent).not.toContain('دقیقهٔ کار برای');
  });
});

describe('a value in words', () => {
  const [fa, en] = [translator('fa'), translator('en')];
  it.each([
    ['two decimals, always', 0.7, '۰٫۷۰', '0.70'],
    ['never rounded up to one', 0.997, '۰٫۹۹', '0.99'],
    ['one is one', 1, '۱٫۰۰', '1.00'],
    ['no minus before nothing', -0.001, '۰٫۰۰', '0.00'],
    ['below chance', -0.296, '\u200e−۰٫۳۰', '-0.30'],
    ['undefined', null, 'تعریف‌نشده', 'undefined'],
  ] as const)('%s', (_, value, persian, english) => {
    expect(valueText(fa, value)).toBe(persian);
    expect(valueText(en, value)).toBe(english);
  });
});
