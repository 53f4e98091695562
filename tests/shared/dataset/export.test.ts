import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkTask } from '../../../shared/checks/check-task.ts';
import { errorsAmong } from '../../../shared/checks/finding.ts';
import { native } from '../../../shared/codecs/native/native.ts';
import { cardFacts } from '../../../shared/dataset/card-facts.ts';
import { cardText } from '../../../shared/dataset/card-text.ts';
import { defaultOptions, type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { type ExportPlan, type PlanContext } from '../../../shared/dataset/export-plan.ts';
import { type Exported } from '../../../shared/dataset/export-run.ts';
import { type ExportProgress } from '../../../shared/dataset/export-source.ts';
import { planExport } from '../../../shared/dataset/plan-export.ts';
import { emptyRelease } from '../../../shared/dataset/release.ts';
import { cardWords } from '../../../shared/dataset/required-facts.ts';
import { readOptions } from '../../../shared/dataset/read-options.ts';
import { runExport } from '../../../shared/dataset/run-export.ts';
import { doneByMe, type Selection } from '../../../shared/dataset/selection.ts';
import { byCodePoint } from '../../../shared/dataset/written-files.ts';
import { type SplitOptions } from '../../../shared/dataset/split-options.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Dataset, normalised, sameDataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type EventId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { runs } from '../../arbitraries/runs.ts';
import { goldenCorpus } from '../../fixtures/golden-corpus.ts';
import { memorySink, type MemorySink, memorySource, plainCard, testSecret } from '../../fixtures/memory-export.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';
import { workOfOne, workOfTwo } from '../../fixtures/two-annotators.ts';
import { wholeRelease } from '../../fixtures/whole-release.ts';
import { copies, otherStories, sent } from '../../fixtures/wire-copies.ts';

const context: PlanContext = { annotator: 'A03' as AnnotatorId, secret: testSecret };
const everything: ExportOptions = {
  ...defaultOptions,
  selection: { states: null, sets: { kind: 'everything' }, labels: null, published: null, publishers: null, articles: null },
  pseudonyms: null,
  notes: true,
};
const hashed: SplitOptions = {
  method: { kind: 'hash', seed: '7', shares: { train: 2, validation: 1, test: 1 } }, unit: 'group', unseenPublishers: [],
};

async function planned(source: ReturnType<typeof memorySource>, options: ExportOptions, more: Partial<PlanContext> = {}): Promise<ExportPlan> {
  const found = await planExport(source, options, { ...context, ...more });
  if (found.outcome !== 'planned') throw new Error('stopped without being told to');
  return found.plan;
}

async function exported(
  whole: Dataset, options: ExportOptions, { batch = 1 } = {},
): Promise<{ plan: ExportPlan; sink: MemorySink; result: Exported }> {
  const source = memorySource(whole, { batch });
  const plan = await planned(source, options);
  const sink = memorySink();
  const result = await runExport(source, options, plan, sink, { app: '1.0.0', card: plainCard });
  return { plan, sink, result };
}

const asText = ({ files }: MemorySink): Record<string, string> =>
  Object.fromEntries(Array.from(files(), ([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));

/** Articles with these texts, each with a set of A03 that is done and has nothing in it. */
function articlesOf(texts: readonly string[], more: (at: number) => Partial<Article> = () => ({})): Dataset {
  const [model] = interruptedQuote.articles as [Article];
  const articles = texts.map((text, at): Article => ({
    ...model, id: `art-${at}` as ArticleId, title: `خبر ${at}`, text, fingerprint: fingerprint(text), group: null, extra: {},
    source: { ...model.source, url: null }, ...more(at),
  }));
  const sets = articles.map(({ id }) => ({
    id: `set-${id}` as SetId, article: id, annotator: 'A03' as AnnotatorId, role: 'work' as const, status: 'done' as const,
    annotations: [], relations: [],
  }));
  return normalised({ ...interruptedQuote, entities: [], articles, sets });
}

describe('an export of the fixture', () => {
  it('holds the encoded file, its account, the record, the card and the manifest', async () => {
    const { sink, result, plan } = await exported(interruptedQuote, defaultOptions);
    expect(result.outcome).toBe('written');
    expect([...sink.files().keys()].sort(byCodePoint)).toEqual([
      'MANIFEST.sha256', 'README.md', 'export.json', 'loss-report.json', 'sample.jsonl', 'sample.schema.json', 'sample.tagset.json',
    ]);
    expect(plan.counts).toMatchObject({
      articles: 1, sets: 1, annotations: 5, relations: 3, labels: { COMMITMENT: 1, CUE: 2, QUOTE: 1, SPEAKER: 1 }, people: 1, machines: 0,
      relationTypes: { CUED_BY: 2, SAID_BY: 1 }, publishers: { نمونه: 1 }, licences: { 'CC-BY-4.0': 1 }, months: { '2024-08': 1 },
      languages: { fa: 1 },
      leftOut: { articles: 0, sets: 1, annotations: 1, relations: 0, withheld: 0, notes: 1 },
    });
    expect(JSON.parse(sink.text('loss-report.json'))).toEqual({
      format: 'native', documents: 1, spans_in: 5, spans_out: 5, relations_in: 3, relations_out: 3,
      losses: [{ code: 'NOTE_DROPPED', count: 1, severity: 'lossy', examples: [['d1', 'k1']] }],
    });
    expect(sink.text('sample.jsonl').startsWith(plan.preview ?? '?')).toBe(true);
    expect(plan.preview?.length).toBeGreaterThan(500);
  });

  it('tells nobody who worked or when', async () => {
    const selection: Selection = { ...doneByMe, sets: { kind: 'annotator', annotator: context.annotator } };
    const { sink } = await exported(interruptedQuote, { ...defaultOptions, selection });
    for (const name of sink.files().keys()) {
      expect(sink.text(name)).not.toMatch(/A03|سارا|set-1|10:00:00|قول یا خبر/);
    }
    expect(JSON.parse(sink.text('export.json')).options.selection.sets.annotator).toMatch(/^[0-9a-f]{4}$/);
  });

  it('has a manifest that another program finds right', async () => {
    const { sink, result } = await exported(interruptedQuote, { ...defaultOptions, split: hashed });
    const lines = sink.text('MANIFEST.sha256').trimEnd().split('\n');
    const others = [...sink.files()].filter(([name]) => name !== 'MANIFEST.sha256');
    const hashes = others.map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
    expect(lines).toEqual(hashes.sort((a, b) => byCodePoint(a.slice(66), b.slice(66))));
    expect(result.outcome === 'written' && result.files.map(({ name }) => name).includes('MANIFEST.sha256')).toBe(true);
  });

  it('says in its record what it takes to make the same bytes again', async () => {
    const { sink } = await exported(interruptedQuote, { ...defaultOptions, split: hashed });
    const record = JSON.parse(sink.text('export.json'));
    expect(record).toMatchObject({
      app: '1.0.0', seed: '7', codec: { id: 'native', offset_unit: 'code-point' }, schema: { id: 'naql.attribution' }, counts: { articles: 1 },
      grouping: { jaccard: 50, containment: 80, permutations: 128, bands: 32, days: 7, passages: { characters: 16, window: 64 } },
      loss_report_sha256: createHash('sha256').update(sink.text('loss-report.json')).digest('hex'),
    });
    expect(readOptions(record.options)).toEqual({ ...defaultOptions, split: hashed });
    expect(Object.keys(record)).toEqual(Object.keys(record).sort());
  });
});

describe('laws of the export', () => {
  const options: fc.Arbitrary<ExportOptions> = fc
    .record({ split: fc.constantFrom(null, hashed), named: fc.boolean(), notes: fc.boolean(), windows: fc.boolean() })
    .map(({ split, named, notes, windows }) => ({
      ...everything, split, notes, pseudonyms: named ? null : { release: 'r', merged: windows },
      text: windows ? { kind: 'windows', codePoints: 3, named: notes } : { kind: 'full' },
    }));

  it('gives the same bytes twice, in whatever batches the slices come', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, options, fc.integer({ min: 1, max: 4 }), async (whole, chosen, batch) => {
        const [one, other] = [await exported(whole, chosen), await exported(whole, structuredClone(chosen), { batch })];
        expect(asText(other.sink)).toEqual(asText(one.sink));
        expect(other.plan).toEqual(one.plan);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('loses nothing of a copy', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (whole) => {
        const { sink, plan } = await exported(whole, everything);
        expect(plan.losses.losses).toEqual([]);
        const files = Array.from(sink.files(), ([name, bytes]) => ({ name, bytes })).filter(({ name }) => name.startsWith('sample.'));
        const read = native.decode?.(files, { schemas: [whole.schema], now: '2024-01-01T00:00:00.000Z' }).dataset;
        expect(read && sameDataset(read, whole)).toBe(true);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });

  it('writes every article into the file of its split, under the name of its group', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (whole) => {
        const { sink, plan } = await exported(whole, { ...everything, split: hashed });
        const found = new Map<string, string>();
        for (const name of sink.files().keys()) {
          const split = /^(train|validation|test|none)\.jsonl$/.exec(name)?.[1];
          if (!split) continue;
          const lines = sink.text(name).trimEnd().split('\n').map((line) => JSON.parse(line) as { doc_id: string | null; group_id: string });
          for (const { doc_id: id, group_id: group } of lines) if (id !== null) found.set(id, `${split} ${group}`);
        }
        expect(found).toEqual(new Map(Array.from(plan.assignments ?? [], ([id, { split, group }]) => [id, `${split} ${group}`])));
        expect(found.size).toBe(whole.articles.length);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

describe('splits of an export', () => {
  const news = articlesOf([sent, ...Object.values(copies), ...Object.values(otherStories)]);

  it('keep all copies of a story together and count what they hold', async () => {
    const { plan, sink } = await exported(news, { ...defaultOptions, split: hashed });
    const size = Object.keys(copies).length + 1;
    expect(plan.splits).toMatchObject({ method: 'hash', groups: 3, largestGroup: size, locked: 0 });
    const splits = new Set(Array.from({ length: size }, (_, at) => plan.assignments?.get(`art-${at}` as ArticleId)?.split));
    expect(splits.size).toBe(1);
    expect(sink.text('splits.lock.jsonl').trimEnd().split('\n')).toHaveLength(news.articles.length);
    expect(Object.values(plan.splits?.sizes ?? {}).reduce((sum, { articles }) => sum + articles, 0)).toBe(news.articles.length);
  });

  it('list the closest pairs that lie in different splits: here copies of another month', async () => {
    const late = articlesOf([sent, copies['with a paragraph dropped']], (at) => ({
      source: { publisher: null, url: null, published: at === 0 ? '2024-08-02' : '2024-12-02', licence: null, file: null },
    }));
    const split: SplitOptions = { ...hashed, method: { kind: 'time', validationFrom: '2024-11-01', testFrom: '2024-12-01' } };
    const { plan } = await exported(late, { ...defaultOptions, split });
    expect(plan.leaks).toMatchObject([{ articles: ['art-0', 'art-1'], titles: ['خبر 0', 'خبر 1'], splits: ['train', 'test'] }]);
    expect(plan.leaks[0]?.jaccard).toBeGreaterThan(50);
    expect(plan.problems.map(({ code, values }) => [code, values['split']])).toEqual([['export-split-empty', 'validation']]);
  });

  it('stay as they were released, and a newcomer that links two groups stands in none', async () => {
    const lock = [
      { article: 'art-0', split: 'train', group: 'old' }, { article: 'art-1', split: 'test', group: 'older' },
      { article: 'gone', split: 'test', group: 'gone' },
    ] as const;
    const plan = await planned(memorySource(news), { ...defaultOptions, split: hashed }, { released: { version: '1.0.0', lock } });
    expect(plan.assignments?.get('art-0' as ArticleId)).toEqual({ split: 'train', group: 'old' });
    expect(plan.assignments?.get('art-2' as ArticleId)?.split).toBe('none');
    expect(plan.lock?.slice(0, 2)).toEqual(lock.slice(0, 2));
    expect(plan.lock?.at(-1)).toEqual(lock[2]);
    expect(plan.problems.map(({ code, severity }) => `${code} ${severity}`)).toContain('export-test-shrinks warning');
    expect(plan.problems.map(({ code }) => code)).toContain('export-groups-linked');
    expect(plan.leaks[0]).toMatchObject({ articles: ['art-0', 'art-1'], splits: ['train', 'test'] });
  });
});

describe('what does not leave', () => {
  it('is withheld by licence and counted', async () => {
    const mixed = articlesOf([sent, otherStories['the day after, on the same subject']], (at) => ({
      source: { publisher: null, url: null, published: null, licence: at === 0 ? 'CC-BY-4.0' : null, file: null },
    }));
    const { plan, sink } = await exported(mixed, { ...defaultOptions, licences: { kind: 'listed', licences: ['cc-by-4.0'] } });
    expect(plan.losses.losses).toEqual([{ code: 'DOC_WITHHELD', reason: 'licence', severity: 'lossy', count: 1, examples: [['art-1']] }]);
    expect(plan.counts).toMatchObject({ articles: 1, leftOut: { withheld: 1 } });
    expect(sink.text('sample.jsonl')).not.toContain('art-1');
  });
});

describe('lines of brat that have no place here', () => {
  const [article, ...others] = interruptedQuote.articles;
  const lines = { 'set-1': ['*\tEquiv q1 s1', '*\tEquiv q1 gone', '#\tNormalized s1\tسارا', 'X9\tنه'], 'set-2': ['*\tEquiv k1 k2'] };
  const kept = { ...interruptedQuote, articles: article ? [{ ...article, extra: { brat_lines: lines } }, ...others] : [] };
  const mine: ExportOptions = { ...everything, selection: { ...everything.selection, sets: { kind: 'mine' } } };
  const linesIn = async (options: ExportOptions): Promise<Record<string, unknown>> =>
    (JSON.parse((await exported(kept, options)).sink.text('sample.jsonl').split('\n')[0] ?? '') as { set: { id: string }; brat_lines: Record<string, unknown> }).brat_lines;

  it('leave with the set that they belong to, as far as what they speak of does, and with no other', async () =>
    expect(await linesIn(mine)).toEqual({ 'set-1': ['*\tEquiv q1 s1', '#\tNormalized s1\tسارا', 'X9\tنه'] }));

  it('bear the name that the set has in a release, and tell nobody’s notes where notes stay at home', async () => {
    const all = await linesIn({ ...mine, pseudonyms: defaultOptions.pseudonyms, notes: false });
    expect(Object.values(all)).toEqual([['*\tEquiv q1 s1']]);
    expect(Object.keys(all)[0]).toMatch(/^set-[0-9a-f]{16}$/);
  });
});

describe('people under one pseudonym', () => {
  it('are counted as many as they are, and told from nobody', async () => {
    const whole = { ...goldenCorpus, annotators: [...goldenCorpus.annotators, { id: 'per-b' as AnnotatorId, kind: 'person' as const, name: 'ب', version: null }] };
    const [first] = whole.sets;
    if (!first) throw new Error('no set');
    const two = { ...whole, sets: [...whole.sets, { ...first, id: 'set-b' as SetId, annotator: 'per-b' as AnnotatorId }] };
    const { plan, sink } = await exported(two, { ...everything, pseudonyms: { release: '', merged: true } });
    const named = await exported(two, { ...everything, pseudonyms: { release: '', merged: false } });
    expect(plan.counts.people).toBe(named.plan.counts.people);
    expect(plan.counts.people).toBeGreaterThan(1);
    const people = sink.text('sample.jsonl').trimEnd().split('\n').flatMap((line) => (JSON.parse(line) as { annotators: { id: string; kind: string }[] }).annotators);
    expect(new Set(people.filter(({ kind }) => kind === 'person').map(({ id }) => id)).size).toBe(1);
  });

  it('cannot have judgements of their own', async () => {
    const plan = await planned(memorySource(goldenCorpus), { ...defaultOptions, selection: { ...doneByMe, sets: { kind: 'judgements' } }, pseudonyms: { release: '', merged: true } });
    expect(plan.problems.map(({ code }) => code)).toEqual(['export-merged-judgements']);
  });
});

describe('a release of texts without a known licence', () => {
  const news = articlesOf([sent, otherStories['the day after, on the same subject']], (at) => ({
    source: { publisher: 'الف', url: null, published: '2024-08-02', licence: at === 0 ? 'CC-BY-4.0' : null, file: null },
  }));
  const options: ExportOptions = { ...defaultOptions, release: wholeRelease(news.schema) };
  it.each<[string, Partial<ExportOptions>, readonly string[]]>([
    ['is refused where texts leave', {}, ['export-unlicensed error']],
    ['is told where somebody chose that they leave', { licences: { kind: 'any', chosen: true } }, ['export-unlicensed warning']],
    ['is none where they stay at home', { text: { kind: 'offsets' } }, []],
    ['is none where those are withheld', { licences: { kind: 'stated' } }, []],
    ['is nothing to a draft', { release: null }, []],
  ])('%s', async (_, part, problems) => {
    const plan = await planned(memorySource(news), { ...options, ...part });
    expect(plan.problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(problems);
  });
});

describe('what a person should know before an export is made', () => {
  it('is which articles have no date, where days decide on splits', async () => {
    const dated = articlesOf([sent, otherStories['the day after, on the same subject']], (at) => ({
      source: { publisher: null, url: null, published: at === 0 ? '2024-08-02' : null, licence: null, file: null },
    }));
    const split: SplitOptions = { ...hashed, method: { kind: 'time', validationFrom: '2024-11-01', testFrom: '2024-12-01' } };
    const { plan } = await exported(dated, { ...defaultOptions, split });
    expect(plan.problems.filter(({ code }) => code === 'export-undated')).toEqual([
      expect.objectContaining({ severity: 'warning', values: { count: 1, articles: 'art-1' } }),
    ]);
    expect(plan.assignments?.get('art-1' as ArticleId)?.split).toBe('none');
  });

  it('is which labels were chosen that the schema does not have', async () => {
    const selection = { ...everything.selection, labels: ['QUOTE', 'GONE', 'LOST'] as unknown as readonly LabelId[] };
    const { plan, result } = await exported(interruptedQuote, { ...everything, selection });
    expect(plan.problems).toEqual([expect.objectContaining({ code: 'export-labels-unknown', severity: 'warning', values: { labels: 'GONE, LOST' } })]);
    expect(result.outcome).toBe('written');
  });

  it('is that others’ work is left out of articles that whoever exports works on blind', async () => {
    const plan = await planned({ ...memorySource(interruptedQuote), hidden: 3 }, everything);
    expect(plan.problems).toEqual([expect.objectContaining({ code: 'export-blind', severity: 'warning', values: { n: 3 } })]);
  });
});

describe('windows of articles that are not named', () => {
  const windows = (named: boolean): ExportOptions => ({ ...everything, split: hashed, text: { kind: 'windows', codePoints: 5, named } });
  const ids = goldenCorpus.articles.flatMap(({ id, title, source: { url, file } }) => [`"${id}"`, title, url, file]);
  const telling = ids.filter((one): one is string => one !== null && one !== '');

  it('tell in no file which article it is, in splits, lock and leaks neither', async () => {
    const { sink, plan } = await exported(goldenCorpus, { ...windows(false), selection: { ...everything.selection, articles: goldenCorpus.articles.map(({ id }) => id) } });
    expect(telling.length).toBeGreaterThan(goldenCorpus.articles.length * 2);
    const found = [...sink.files().keys()].flatMap((name) => telling.filter((word) => sink.text(name).includes(word)).map((word) => `${name}: ${word}`));
    expect(found).toEqual([]);
    expect(plan.articleNames?.size).toBeGreaterThanOrEqual(plan.counts.articles);
    expect(JSON.parse(sink.text('export.json')).options.text).toEqual({ kind: 'windows', codePoints: 5, named: false });
    const lines = ['train', 'validation', 'test'].filter((name) => sink.files().has(`${name}.jsonl`)).flatMap((name) => sink.text(`${name}.jsonl`).trimEnd().split('\n'));
    const docs = lines.map((line) => JSON.parse(line) as { doc_id: string; group_id: string; title: string }).filter(({ doc_id: id }) => id !== null);
    const locked = sink.text('splits.lock.jsonl').trimEnd().split('\n').map((line) => (JSON.parse(line) as { doc_id: string }).doc_id);
    expect(lines.join('\n')).not.toMatch(/"excerpt_of":\{[^}]*text_sha256/);
    expect(new Set(docs.map(({ doc_id: id }) => id)).size).toBe(plan.counts.articles);
    expect(locked).toEqual(expect.arrayContaining(docs.map(({ doc_id: id }) => id)));
  });

  it('are the same of one secret and release, and others of another release', async () => {
    const docs = async (release: string) => {
      const { sink } = await exported(goldenCorpus, { ...windows(false), split: null, pseudonyms: { release, merged: false } });
      return sink.text('sample.jsonl').trimEnd().split('\n').map((line) => (JSON.parse(line) as { doc_id: string }).doc_id);
    };
    expect(await docs('a')).toEqual(await docs('a'));
    expect(await docs('b')).not.toEqual(await docs('a'));
  });

  it('bear their names where a person wants them to, with the hash of the whole', async () => {
    const { sink, plan } = await exported(goldenCorpus, windows(true));
    const all = [...sink.files().keys()].map((name) => sink.text(name)).join('\n');
    expect(plan.articleNames).toBeNull();
    for (const { id, fingerprint: print } of goldenCorpus.articles.filter(({ id: one }) => plan.assignments?.has(one))) for (const word of [`"${id}"`, print]) expect(all).toContain(word);
  });
});

describe('how far people agree', () => {
  const chosen = (whole: Dataset, more: Partial<PlanContext> = {}) => planned(memorySource(whole), everything, more);

  test('is measured on what two people finished, and told by the card', async () => {
    const plan = await chosen(workOfTwo());
    expect(plan.ground.scores[0]).toMatchObject({ metric: 'Strict F1', label: null, value: 10 / 13, n: 13 });
    const facts = cardFacts(plan, memorySource(workOfTwo()), native);
    expect(cardText(facts)).toContain('| all | Strict F1 | 0.77 | 0.67 to 1.00 | 13 |');
  });

  test('leaves out what was talked about and handed in again, as the agreement screen does, and says how much', async () => {
    const whole = workOfTwo();
    const [one] = whole.sets;
    if (!one) throw new Error('no set');
    const frame = { article: one.article, at: '2026-01-01T00:00:00.000Z', set: one.id };
    const said: readonly ReviewEvent[] = [
      { ...frame, id: 'ev-1' as EventId, by: one.annotator, kind: 'submitted', seal: 'a'.repeat(64), turn: 1 },
      { ...frame, id: 'ev-2' as EventId, by: one.annotator, kind: 'returned', seal: 'a'.repeat(64), turn: 2, reason: 'مرز' },
      { ...frame, id: 'ev-3' as EventId, by: one.annotator, kind: 'submitted', seal: 'b'.repeat(64), turn: 3 },
    ];
    const plan = await chosen({ ...whole, events: said });
    expect(plan.ground.measuredOn).toMatchObject({ articles: 1, reworked: 1 });
    expect(plan.ground.scores[0]?.n, 'of the other article alone').toBeLessThan(13);
    expect(cardText(cardFacts(plan, memorySource(whole), native))).toContain('Left out because somebody handed them in again after they had been given back or opened: 1.');
    const given = await chosen({ ...whole, events: said.slice(0, 2) });
    expect(given.ground.measuredOn, 'given back, and not handed in again').toMatchObject({ articles: 2, reworked: 0 });
  });

  test('says on how many articles, and that they are few', async () => {
    const facts = cardFacts(await chosen(workOfTwo()), memorySource(workOfTwo()), native);
    expect(cardText(facts)).toContain('Measured on articles that two people or more finished: 2; intervals are from draws of articles. These are few articles: intervals say little.');
  });

  test('is not told where nobody shares an article, and not measured where only counts are wanted', async () => {
    expect((await chosen(workOfOne('sara'))).ground.scores).toEqual([]);
    expect((await chosen(workOfTwo(), { measures: false })).ground.scores).toEqual([]);
  });
});

describe('whose work breaks the rules of the task', () => {
  const errorsOf = ({ articles, sets, entities, schema }: Dataset, id: string) =>
    sets.filter(({ article }) => article === id).flatMap((set) => errorsAmong(checkTask(articles.find((one) => one.id === id) as Article, set, entities, schema)));
  const whole = workOfTwo();
  const faulty = whole.articles.map(({ id, title }) => ({ id, title, errors: errorsOf(whole, id).length })).filter(({ errors }) => errors > 0);
  const sum = faulty.reduce((all, { errors }) => all + errors, 0);

  test('is counted and named where it is asked for, and only there', async () => {
    expect(sum).toBeGreaterThan(0);
    expect((await planned(memorySource(whole), everything)).faults).toBe(null);
    expect((await planned(memorySource(whole), everything, { rules: true })).faults).toEqual({ articles: faulty.length, errors: sum, first: faulty });
  });

  test('is what stands in the project, whatever leaves of it: labels, names and windows alter nothing', async () => {
    const some: ExportOptions = { ...everything, selection: { ...everything.selection, labels: [whole.schema.labels[0]?.id as LabelId] }, pseudonyms: { release: '1', merged: false } };
    expect((await planned(memorySource(whole), some, { rules: true })).faults?.errors).toBe(sum);
    expect((await planned(memorySource(whole), { ...everything, selection: { ...everything.selection, articles: [] } }, { rules: true })).faults?.errors).toBe(0);
  });

  test('is not what somebody answered for when the set was called done', async () => {
    const sets = whole.sets.map((set) => ({ ...set, override: { reason: 'چنین است', codes: [...new Set(errorsOf(whole, set.article).map(({ code }) => code))].sort() } }));
    expect((await planned(memorySource({ ...whole, sets }), everything, { rules: true })).faults).toEqual({ articles: 0, errors: 0, first: [] });
  });
});

describe('an export that cannot be', () => {
  const said = { ...emptyRelease, words: Object.fromEntries(cardWords.map((word) => [word, 'گفته شد'])) as typeof emptyRelease.words };
  const gaps = { ...said, words: { ...said.words, contact: ' ' } };
  const noShares = { train: 0, validation: 0, test: 0 };
  test.each<[string, Partial<ExportOptions>, readonly string[]]>([
    ['a format that nobody knows', { format: 'word' }, ['export-format-unknown']],
    ['a format that is only read', { format: 'standoff' }, ['export-format-unknown']],
    ['no article fits', { selection: { ...defaultOptions.selection, articles: [] } }, ['export-nothing-chosen']],
    [
      'a release with gaps in its card', { release: { ...gaps, version: '1.0', date: 'today' } },
      ['export-version-wrong', 'export-release-date-wrong', 'export-card-gap', 'export-card-gap'],
    ],
    ['shares that are none', { split: { ...hashed, method: { kind: 'hash', seed: '', shares: noShares } } }, ['export-shares-wrong']],
    [
      'dates in the wrong order', { split: { ...hashed, method: { kind: 'time', validationFrom: '2024-12-01', testFrom: '2024-11-01' } } },
      ['export-dates-wrong'],
    ],
    ['windows of half a character', { text: { kind: 'windows', codePoints: 0.5, named: true } }, ['export-window-wrong']],
  ])('%s', async (_, more, codes) => {
    const { plan, result, sink } = await exported(interruptedQuote, { ...defaultOptions, ...more });
    expect(plan.problems.map(({ code }) => code)).toEqual(codes);
    expect(result).toEqual({ outcome: 'refused', problems: plan.problems });
    expect(sink.files().size).toBe(0);
  });

  it('is refused when the project or the choice is no longer what was planned', async () => {
    const source = memorySource(interruptedQuote);
    const plan = await planned(source, defaultOptions);
    const run = async (of: typeof source, options: ExportOptions) => runExport(of, options, plan, memorySink(), { app: '1', card: plainCard });
    const stale = { outcome: 'refused', problems: [{ code: 'export-plan-stale' }] };
    expect(await run({ ...source, snapshot: 'other' }, defaultOptions)).toMatchObject(stale);
    expect(await run(source, { ...defaultOptions, notes: true })).toMatchObject(stale);
  });

  it('stops between slices when it is told to, before the card and the manifest', async () => {
    const many = articlesOf(Array.from({ length: 6 }, (_, at) => `${sent} ${at}`));
    const source = memorySource(many);
    const plan = await planned(source, defaultOptions);
    const sink = memorySink();
    const signal = { get aborted() { return (sink.files().get('sample.jsonl')?.length ?? 0) > 0; } };
    expect(await runExport(source, defaultOptions, plan, sink, { app: '1', card: plainCard, signal })).toEqual({ outcome: 'stopped' });
    expect(sink.text('sample.jsonl').trimEnd().split('\n')).toHaveLength(1);
    expect([...sink.files().keys()]).toEqual(['sample.jsonl']);
    const planning = planExport(source, { ...defaultOptions, split: hashed }, { ...context, signal: { aborted: true } });
    expect(await planning).toEqual({ outcome: 'stopped' });
  });

  it('tells how far it is', async () => {
    const many = articlesOf(Array.from({ length: 120 }, (_, at) => `خبر شمارهٔ ${at}`));
    const seen: ExportProgress[] = [];
    await planned(memorySource(many), { ...defaultOptions, split: hashed }, { progress: (one) => seen.push(one) });
    expect(seen.filter(({ phase }) => phase === 'reading')).toEqual([50, 100, 120].map((done) => ({ phase: 'reading', done, total: 120 })));
    expect(seen.filter(({ phase }) => phase === 'comparing')).toEqual(Array.from({ length: 33 }, (_, done) => ({ phase: 'comparing', done, total: 33 })));
  });
});

describe('remembered options', () => {
  it('come back as they were, also through JSON', () => {
    for (const one of [defaultOptions, everything, { ...everything, split: hashed }, { ...everything, text: { kind: 'windows', codePoints: 3, named: false } }])
      expect(readOptions(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  test.each([null, 1, {}, { ...defaultOptions, notes: 'yes' }, { ...defaultOptions, more: 1 }, { ...defaultOptions, text: { kind: 'windows' } }])(
    '%j is none of ours', (value) => expect(readOptions(value)).toBeNull());
});
