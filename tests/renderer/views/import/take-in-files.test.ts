import { describe, expect, test } from 'vitest';
import { type ImportSource, pastedSource } from '../../../../renderer/views/import/source.ts';
import { type ImportOffer, type ImportTools, type NamesAnswer, type NamesQuestion, type ReadingQuestion, type UnitAnswer, type UnitQuestion } from '../../../../renderer/views/import/import-tools.ts';
import { type ImportReport } from '../../../../renderer/views/import/import-report.ts';
import { takeInFiles } from '../../../../renderer/views/import/take-in-files.ts';
import { type ArticleRow, type Taken } from '../../../../renderer/store/project-store.ts';
import { runCodecTask } from '../../../../renderer/workers/run-codec-task.ts';
import { tableReading } from '../../../../renderer/workers/table-task.ts';
import { type Codec } from '../../../../shared/codecs/codec.ts';
import { type ColumnMapping, columnsKey, noMapping } from '../../../../shared/codecs/corpus/column-mapping.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { codecs } from '../../../../shared/codecs/registry.ts';
import { type ReadingChoices } from '../../../../shared/codecs/texts/reading-choices.ts';
import { cleaningCounts } from '../../../../shared/codecs/texts/cleaning-counts.ts';
import { surveyOf } from '../../../../shared/codecs/texts/survey.ts';
import { type NameChoices } from '../../../../shared/codecs/naming/name-part.ts';
import { freshLabel } from '../../../../shared/commands/schema/fresh-label.ts';
import { cardText } from '../../../../shared/dataset/card-text.ts';
import { defaultOptions, type ExportOptions } from '../../../../shared/dataset/export-options.ts';
import { planExport } from '../../../../shared/dataset/plan-export.ts';
import { runExport } from '../../../../shared/dataset/run-export.ts';
import { type Article, unknownSource } from '../../../../shared/model/article.ts';
import { type Change } from '../../../../shared/model/change.ts';
import { type Dataset, emptyDataset } from '../../../../shared/model/dataset.ts';
import { type ArticleId, type LabelId, makeId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { fail, ok, type Problem, problem, type Result } from '../../../../shared/result.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { maximumFileBytes } from '../../../../shared/bridge.ts';
import { windows1256 } from '../../../../shared/text/single-byte.ts';
import schema from '../../../../seeds/schema.json';
import { goldenCorpus } from '../../../fixtures/golden-corpus.ts';
import { memorySink, memorySource, nobody, testSecret } from '../../../fixtures/memory-export.ts';
import { wordFile } from '../../../shared/codecs/texts/archives.ts';

const now = '2026-03-21T08:00:00.000Z';

const articleOf = (name: string): Article => ({
  id: makeId('article', name),
  title: name,
  text: name,
  fingerprint: fingerprint(name),
  language: 'fa',
  group: null,
  source: { ...unknownSource, file: name },
  added: now,
  extra: {},
});

const empty = emptyDataset(schema as unknown as Schema);
const datasetOf = (...names: readonly string[]): Dataset => ({ ...empty, articles: names.map(articleOf) });

interface Desk {
  readonly tools: ImportTools;
  readonly stored: Dataset[];
  readonly progress: string[];
  readonly offers: ImportOffer[];
  readonly asked: (UnitQuestion | NamesQuestion)[];
  readonly commands: string[];
  readonly remembered: Map<string, NameChoices>;
  readonly readings: ReadingQuestion[];
  readonly columns: Map<string, ColumnMapping>;
}

interface Answers {
  readonly store?: (dataset: Dataset) => Result<Taken>;
  readonly isTaken?: boolean;
  readonly unit?: UnitAnswer | null;
  readonly names?: NamesAnswer | null;
  readonly refuseLabels?: boolean;
  readonly reading?: ReadingChoices | null;
}

/** A store that takes everything in, or says what `store` says; files hold the names of their articles, one a line. */
function desk({ store = taken, isTaken = true, unit = null, names = null, refuseLabels = false, reading = {} }: Answers = {}): Desk {
  const readings: ReadingQuestion[] = [];
  const columns = new Map<string, ColumnMapping>();
  const stored: Dataset[] = [];
  const progress: string[] = [];
  const offers: ImportOffer[] = [];
  const asked: (UnitQuestion | NamesQuestion)[] = [];
  const commands: string[] = [];
  const remembered = new Map<string, NameChoices>();
  const isStored = (id: ArticleId) => stored.some(({ articles }) => articles.some((article) => article.id === id));
  return {
    stored, progress, offers, asked, commands, remembered, readings, columns,
    tools: {
      store: {
        schema: async () => schema as unknown as Schema,
        row: async (id) => (isStored(id) ? ({ id } as ArticleRow) : undefined),
        takingIn: () => async (dataset) => {
          const answer = store(dataset);
          if (answer.ok) stored.push(dataset);
          return answer;
        },
        performOnProject: async (name, command): Promise<Result<Change>> => {
          commands.push(name);
          return refuseLabels ? fail(problem('schema-name-twice')) : command({ dataset: empty, newId: () => { throw new Error('no id is wanted'); } });
        },
      },
      decode: async (files) =>
        files.map(({ name: file, bytes }) => {
          const lines = new TextDecoder().decode(bytes).split('\n').filter((name) => name !== '');
          const isBroken = (name: string) => name === 'broken';
          const broken = lines.flatMap((name, index) => (isBroken(name) ? [problem('line-not-json', { file, line: index + 1 })] : []));
          const sound = lines.filter((name) => !isBroken(name));
          return { format: 'native', files: [file], dataset: sound.length > 0 ? datasetOf(...sound) : null, problems: broken };
        }),
      openTable: (...of) => {
        const table = tableReading(...of);
        return { check: async (...part) => table.check(...part), read: async (...part) => table.read(...part), close: () => void progress.push('table closed') };
      },
      now: () => now,
      survey: async (files, context) => surveyOf(files, context),
      countCleanings: async (files, context) => cleaningCounts(files, context),
      askReading: async (question) => {
        readings.push(question);
        return reading && { reading, copies: 'link' };
      },
      lastColumns: () => undefined,
      rememberColumns: (key, mapping) => void columns.set(key, mapping),
      onProgress: ({ kind, current, total }) => progress.push(`${kind} ${current}/${total}`),
      askUnit: async (question) => {
        asked.push(question);
        return unit;
      },
      askNames: async (question) => {
        asked.push(question);
        return names;
      },
      confirm: async (offer) => {
        offers.push(offer);
        return isTaken;
      },
      lastChoices: (format) => remembered.get(format) ?? [],
      rememberChoices: (format, choices) => void remembered.set(format, choices),
    },
  };
}

const taken = ({ articles }: Dataset): Result<Taken> => ok({ articles: articles.length, sets: 0, annotations: 0, duplicates: 0, problems: [] });

const source = (name: string, content: string, rest: Partial<ImportSource> = {}): ImportSource => ({
  ...pastedSource(content, ''),
  name,
  isFile: true,
  ...rest,
});

const said = (problems: readonly Problem[] = []) => problems.map(({ code, place }) => `${code} ${place.file}:${place.line ?? ''}`);

async function done(sources: readonly ImportSource[], tools: ImportTools): Promise<ImportReport> {
  const report = await takeInFiles(sources, tools);
  if (!report) throw new Error('nothing was taken in');
  return report;
}

describe('taking files in', () => {
  test('all are read, then all are stored, with progress; what came in is added up', async () => {
    const { tools, progress, offers } = desk();
    expect(await done([source('a.txt', 'a'), source('b.jsonl', 'b\nc')], tools)).toMatchObject({ articles: 3, problems: [], onlyArticle: null });
    expect(progress).toEqual(['looking 0/2', 'reading 1/2', 'reading 2/2', 'storing 1/2', 'storing 1/2', 'storing 2/2', 'storing 2/2']);
    expect(offers, 'where all is well nothing is asked').toEqual([]);
  });

  test('a stop while sizes are asked for ends it before anything is read', async () => {
    const { tools, readings } = desk();
    const stopping = new AbortController();
    const slow = source('a.txt', 'a');
    const sized = Object.defineProperty(slow, 'size', { get: () => (stopping.abort(), 1) });
    expect(await takeInFiles([sized], { ...tools, signal: stopping.signal })).toBeNull();
    expect(readings).toEqual([]);
  });

  test('files of one stem are read together', async () => {
    const { tools } = desk();
    const together: string[][] = [];
    const decode: ImportTools['decode'] = async (files) => {
      together.push(files.map(({ name }) => name));
      return [];
    };
    await takeInFiles([source('a.txt', 'a'), source('b.txt', 'b'), source('a.json', 'a')], { ...tools, decode });
    expect(together).toEqual([['a.txt', 'a.json'], ['b.txt']]);
  });

  test('the only new article is named, so that it can be opened', async () => {
    const { tools } = desk();
    expect((await done([source('a.txt', 'a')], tools)).onlyArticle).toBe('art-a');
    expect((await done([source('bad.txt', 'broken'), source('b.txt', 'b')], tools)).onlyArticle).toBe('art-b');
  });

  test('an article that was there already is no new one', async () => {
    const { tools } = desk({ store: () => ok({ articles: 0, sets: 0, annotations: 0, duplicates: 1, problems: [] }) });
    expect(await done([source('a.txt', 'a')], tools)).toMatchObject({ duplicates: 1, onlyArticle: null });
  });

  test('what the store refuses is told with the file', async () => {
    const { tools } = desk({ store: () => fail(problem('disk-full')) });
    expect(said((await done([source('a.txt', 'a')], tools)).problems)).toEqual(['disk-full a.txt:']);
  });

  test('pasted text does not claim a file as its source', async () => {
    const { tools, stored } = desk();
    await takeInFiles([pastedSource('a', 'متن')], tools);
    expect(stored[0]?.articles[0]?.source.file).toBeNull();
  });
});

describe('what is not sound', () => {
  const halfBroken = [source('a.jsonl', 'a\nbroken\nb'), source('c.jsonl', 'c')];

  test('is shown before anything is stored: the sound records come in on request', async () => {
    const { tools, stored, offers } = desk();
    const before: number[] = [];
    const report = await done(halfBroken, { ...tools, confirm: async (offer) => { before.push(stored.length); return tools.confirm(offer); } });
    expect(before).toEqual([0]);
    expect(offers.map(({ articles, annotations, relations, problems }) => [articles, annotations, relations, said(problems)])).toEqual([[3, 0, 0, ['line-not-json a.jsonl:2']]]);
    expect(report).toMatchObject({ articles: 3, problems: [] });
  });

  test('is shown, and nothing at all is stored where that is wanted: not of the sound files either', async () => {
    const { tools, stored } = desk({ isTaken: false });
    expect(await takeInFiles(halfBroken, tools)).toBeNull();
    expect(stored).toEqual([]);
  });

  test('a file without anything sound offers nothing', async () => {
    const { tools, stored, offers } = desk({ isTaken: false });
    await takeInFiles([source('a.jsonl', 'broken')], tools);
    expect(stored).toEqual([]);
    expect(offers).toMatchObject([{ articles: 0, annotations: 0, relations: 0 }]);
  });

  test.each([['of a hundred megabytes', 100 * 2 ** 20], ['of a gigabyte', 2 ** 30], ['of a terabyte', 2 ** 40]])(
    'a file %s is refused before it is read, with a message',
    async (_, size) => {
      const { tools, stored, offers } = desk();
      const read = () => Promise.reject(new Error('read'));
      await takeInFiles([source('big.txt', 'a', { size, read })], tools);
      expect(stored).toEqual([]);
      expect(offers[0]?.problems).toEqual([problem('file-too-large', { file: 'big.txt' }, { megabytes: 64 })]);
    },
  );

  test.each([['a.zip', 'archive-too-large'], ['a.xlsx', 'workbook-too-large'], ['a.docx', 'file-too-large']])('what to do instead is said of %s', async (name, code) => {
    const { tools, offers } = desk();
    await takeInFiles([source(name, '', { size: maximumFileBytes + 1 })], tools);
    expect(offers[0]?.problems.map((one) => one.code)).toEqual([code]);
  });

  test.each([['few', 0], ['many', 300]])('of %s files a small one that was too much with those chosen before it is not called large', async (_, others) => {
    const { tools, offers } = desk();
    const rest = Array.from({ length: others }, (__, index) => source(`${index}.txt`, `${index}`));
    const report = await takeInFiles([source('small.txt', 'a', { size: 50_000, read: async () => 'too-large' as const }), ...rest], tools);
    expect([...(report?.problems ?? []), ...offers.flatMap(({ problems }) => problems)]).toEqual([problem('files-too-large', { file: 'small.txt' }, { megabytes: 256 })]);
  });

  test('a file that went away is told, the others come in', async () => {
    const { tools, offers } = desk();
    const report = await done([source('gone.txt', '', { read: async () => 'not-found' as const }), source('b.txt', 'b')], tools);
    expect(report.articles).toBe(1);
    expect(said(offers[0]?.problems)).toEqual(['not-found gone.txt:']);
  });
});

/** The codecs themselves, without a worker. */
const real = (answers: Answers = {}) => {
  const one = desk(answers);
  return { ...one, tools: { ...one.tools, decode: async (files, context, _signal, onRead) => runCodecTask({ files, context }, onRead).readings } satisfies ImportTools };
};
const jsonLines = (...values: readonly object[]) => values.map((value) => JSON.stringify(value)).join('\n');
const words = ({ articles, sets }: Dataset): readonly string[] =>
  sets.flatMap(({ article, annotations }) =>
    annotations.map(({ label, spans: [span] }) => `${label} ${articles.find(({ id }) => id === article)?.text.slice(span?.start, span?.end)}`));

describe('what offsets count', () => {
  /** No unit hits the edge of a word; in UTF-16 it is «زیرن». */
  const unclear = (text = '🔴🔴🔴🔴 وزیرنیروگفتکهبرقگران') => jsonLines({ text, label: [[10, 14, 'CUE']] });

  test('is asked where the text cannot tell, with every unit, its score and three samples at most', async () => {
    const { tools, asked, stored, offers } = real({ unit: { unit: 'utf-16', forAll: false } });
    await takeInFiles([source('a.jsonl', unclear())], tools);
    expect(asked).toMatchObject([{ file: 'a.jsonl', format: 'doccano', others: 0, scores: [{ unit: 'utf-16' }, { unit: 'code-point' }, { unit: 'grapheme' }] }]);
    expect(stored.map(words)).toEqual([['CUE زیرن']]);
    expect(offers[0]?.problems, 'unit chosen and why').toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', values: { decided: 'told', unit: 'utf-16' } }]);
  });

  test('is asked once where the answer is for all files of the format, and for each otherwise', async () => {
    const three = ['a', 'b', 'c'].map((name) => source(`${name}.jsonl`, unclear(`🔴🔴🔴🔴 وزیرنیروگفتکهبرقگران${name}`)));
    const once = real({ unit: { unit: 'code-point', forAll: true } });
    await takeInFiles(three, once.tools);
    expect(once.asked).toMatchObject([{ file: 'a.jsonl', others: 2 }]);
    expect(once.stored).toHaveLength(3);
    const each = real({ unit: { unit: 'code-point', forAll: false } });
    await takeInFiles(three, each.tools);
    expect(each.asked).toMatchObject([{ file: 'a.jsonl', others: 2 }, { file: 'b.jsonl', others: 1 }, { file: 'c.jsonl', others: 0 }]);
  });

  test('may be answered by not taking the file in, which is said', async () => {
    const { tools, stored, offers } = real({ unit: { unit: null, forAll: false } });
    await takeInFiles([source('a.jsonl', unclear()), source('b.txt', 'b')], tools);
    expect(said(offers[0]?.problems)).toEqual(['file-left-out a.jsonl:']);
    expect(stored).toHaveLength(1);
  });

  test('left unanswered stores nothing', async () => {
    const { tools, stored } = real({ unit: null });
    expect(await takeInFiles([source('b.txt', 'b'), source('a.jsonl', unclear())], tools)).toBeNull();
    expect(stored).toEqual([]);
  });
});

describe('names that the schema does not have', () => {
  const foreign = jsonLines({ text: 'وزیر نیرو گفت و رفت', label: [[0, 9, 'Minister'], [10, 13, 'Cue'], [16, 19, 'Verb']] });
  const minister = { kind: 'label', name: 'Minister' } as const;
  const verb = { kind: 'label', name: 'Verb' } as const;

  test('are asked about once for all files, with counts and an example; what is known in another spelling is not asked', async () => {
    const { tools, asked } = real();
    expect(await takeInFiles([source('a.jsonl', foreign), source('b.jsonl', foreign.replace('رفت', 'خفت'))], tools)).toBeNull();
    expect(asked).toHaveLength(1);
    const [question] = asked as NamesQuestion[];
    expect(question?.names.map(({ part, count, example }) => [part.name, count, example.marked])).toEqual([['Minister', 2, 'وزیر نیرو'], ['Cue', 2, 'گفت'], ['Verb', 2, 'رفت']]);
  });

  test('become what was chosen; what is left out is counted, and the choice is kept for the format', async () => {
    const choices: NameChoices = [{ part: minister, to: 'SPEAKER' }, { part: verb, to: null }];
    const { tools, stored, offers, remembered } = real({ names: { choices, added: [] } });
    await takeInFiles([source('a.jsonl', foreign)], tools);
    expect(stored.map(words)).toEqual([['SPEAKER وزیر نیرو', 'CUE گفت']]);
    expect(offers[0]?.problems.map(({ code, severity, values }) => [code, severity, values['name'], values['to'], values['count']])).toEqual([
      ['name-read-as', 'warning', 'Minister', 'SPEAKER', 1], ['name-read-as', 'warning', 'Cue', 'CUE', 1], ['name-left-out', 'warning', 'Verb', undefined, 1],
    ]);
    expect(offers[0]).toMatchObject({ articles: 1, annotations: 2 });
    expect([...remembered]).toEqual([['doccano', choices]]);
  });

  test('are offered next time as they were answered, and those of other files stay known', async () => {
    const { tools, asked, remembered } = real({ names: { choices: [{ part: verb, to: null }], added: [] } });
    remembered.set('doccano', [{ part: minister, to: 'SPEAKER' }]);
    await takeInFiles([source('a.jsonl', jsonLines({ text: 'او رفت', label: [[3, 6, 'Verb']] }))], tools);
    expect((asked as NamesQuestion[])[0]?.last).toEqual([{ part: minister, to: 'SPEAKER' }]);
    expect(remembered.get('doccano')).toEqual([{ part: verb, to: null }, { part: minister, to: 'SPEAKER' }]);
  });

  test('that are no names for their length are not remembered: settings have to stay small', async () => {
    const long = { kind: 'label', name: 'x'.repeat(201) } as const;
    const { tools, remembered, stored } = real({ names: { choices: [{ part: long, to: 'CUE' }], added: [] } });
    await takeInFiles([source('a.jsonl', jsonLines({ text: 'او رفت', label: [[3, 6, long.name]] }))], tools);
    expect(stored.map(words)).toEqual([['CUE رفت']]);
    expect(remembered.get('doccano')).toEqual([]);
  });

  const added = freshLabel(schema as unknown as Schema, 'Minister' as LabelId, { fa: 'وزیر', en: 'Minister' });
  const adding = { choices: [{ part: minister, to: 'Minister' }, { part: verb, to: null }], added: [{ kind: 'add-label', label: added }] as const };

  test('become labels of the schema where that was chosen, before what bears them is stored', async () => {
    const { tools, stored, commands } = real({ names: adding });
    await takeInFiles([source('a.jsonl', foreign)], tools);
    expect(commands).toEqual(['schema-add-label']);
    expect(stored.map(words)).toEqual([['Minister وزیر نیرو', 'CUE گفت']]);
  });

  test('alter neither schema nor store when the offer is turned down', async () => {
    const { tools, stored, commands, remembered } = real({ names: adding, isTaken: false });
    expect(await takeInFiles([source('a.jsonl', foreign)], tools)).toBeNull();
    expect([stored, commands, remembered.size]).toEqual([[], [], 0]);
  });

  test('store nothing when the schema refuses a label', async () => {
    const { tools, stored } = real({ names: adding, refuseLabels: true });
    expect(said((await done([source('a.jsonl', foreign)], tools)).problems)).toEqual(['schema-name-twice undefined:']);
    expect(stored).toEqual([]);
  });

  test('are not asked about where every one is known', async () => {
    const { tools, asked, stored } = real();
    await takeInFiles([source('a.jsonl', jsonLines({ text: 'وزیر گفت', label: [[0, 4, 'Source'], [5, 8, 'نشانهٔ نقل']] }))], tools);
    expect(asked).toEqual([]);
    expect(stored.map(words)).toEqual([['SPEAKER وزیر', 'CUE گفت']]);
  });
});

describe('the folder of an export', () => {
  const options: ExportOptions = {
    ...defaultOptions,
    selection: { states: null, sets: { kind: 'everything' }, labels: null, published: null, publishers: null, articles: null },
    split: { method: { kind: 'hash', seed: '7', shares: { train: 1, validation: 0, test: 1 } }, unit: 'group', unseenPublishers: [] },
    pseudonyms: null,
    notes: true,
  };

  /** All files of it, with their folder, as they are dropped. */
  async function exported(codec: Codec): Promise<readonly ImportSource[]> {
    const origin = memorySource(goldenCorpus);
    const format = { ...options, format: codec.id };
    const planned = await planExport(origin, format, { annotator: nobody, secret: testSecret });
    if (planned.outcome !== 'planned') throw new Error('stopped without being told to');
    const sink = memorySink();
    await runExport(origin, format, planned.plan, sink, { app: '1.0.0', card: cardText });
    return Array.from(sink.files(), ([name, bytes]) => ({ name: `out/${name}`, size: bytes.length, isFile: true, read: async () => bytes }));
  }

  const counted = ({ articles, sets }: Pick<Dataset, 'articles' | 'sets'>) => ({
    articles: articles.length,
    annotations: sets.flatMap(({ annotations }) => annotations).length,
    relations: sets.flatMap(({ relations }) => relations).length,
  });

  test.each(codecs.filter(({ decode, write }) => decode && write).map((codec) => [codec.id, codec] as const))('%s comes in whole, and nothing is asked or said', async (_, codec) => {
    const { tools, stored, offers, asked, readings } = real();
    const sources = await exported(codec);
    expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['out/README.md', 'out/export.json', 'out/splits.lock.jsonl', 'out/MANIFEST.sha256']));
    await done(sources, tools);
    expect([offers, asked, readings]).toEqual([[], [], []]);
    const { dataset } = fit(goldenCorpus, codec);
    expect(counted({ articles: stored.flatMap(({ articles }) => articles), sets: stored.flatMap(({ sets }) => sets) })).toEqual(counted(dataset));
  });
});

describe('how texts are read', () => {
  test.each([
    ['a sound text', 'a.txt', 'خبر', false], ['a text that is written with Arabic letters', 'a.txt', 'كتاب '.repeat(10), true], ['one with a single one', 'a.txt', 'كتاب', false], ['a page', 'a.html', '<p>خبر</p>', true], ['a table', 'a.csv', 'text,date\nخبر,x\n', true],
  ])('%s: is a person asked?', async (_, name, content, isAsked) => {
    const { tools, readings } = desk();
    await takeInFiles([source(name, content)], tools);
    expect(readings.length === 1).toBe(isAsked);
  });

  const bytes = Uint8Array.from('خبر كهنه\nوزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود كه وعده دارد.', (one) => (one < '\u0080' ? one.charCodeAt(0) : 0x80 + windows1256.indexOf(one)));
  const chosen: ReadingChoices = { instead: { 'windows-1256': 'windows-1256' }, cleaning: ['letters'] };

  test('what was chosen a moment ago is a note in the report, and asks for nothing again', async () => {
    const { tools, offers, stored, readings } = real({ reading: chosen });
    const report = await done([source('کهنه.txt', '', { read: async () => bytes })], tools);
    expect([readings.length, offers, stored.length]).toEqual([1, [], 1]);
    expect(report.problems).toEqual([]);
    expect(said(report.notes)).toEqual(['text-decoded کهنه.txt:', 'text-cleaned کهنه.txt:']);
  });

  test('an encoding that nobody was asked about is shown before anything is stored', async () => {
    const { tools, offers } = real({ reading: {} });
    await done([source('کهنه.txt', '', { read: async () => bytes })], tools);
    expect(offers.map(({ problems }) => said(problems))).toEqual([['encoding-guessed کهنه.txt:']]);
  });

  test('what cleaning would alter can be counted in all that is looked at, while the question is open', async () => {
    const { tools, readings } = real({ reading: null });
    await takeInFiles([source('a.csv', `text\n${'كتاب\n'.repeat(500)}`)], tools);
    expect(await readings[0]?.count({}, new AbortController().signal)).toMatchObject({ letters: 500 });
  });

  test('characters that set a direction are a note in the report, and hold nobody up', async () => {
    const { tools, offers, stored } = real();
    const report = await done([source('a.txt', 'سلام \u202edlrow\u202c')], tools);
    expect([offers, stored.length]).toEqual([[], 1]);
    expect(report).toMatchObject({ articles: 1, problems: [], notes: [{ code: 'bidi-controls', place: { file: 'a.txt' } }] });
    const both = await done([source('a.txt', 'سلام \u202edlrow\u202c\u2028')], tools);
    expect(offers.map(({ problems }) => problems.map(({ code }) => code)), 'what altered the text is still shown first').toEqual([['line-ends-unified']]);
    expect(both.notes).toHaveLength(1);
  });

  test('line ends of Windows and of old Macs and a mark of UTF-8 are notes: each program there writes them, and no word is another', async () => {
    const { tools, offers } = real();
    const report = await done([source('a.txt', '\ufeffخبر\r\nمتن\rپایان')], tools);
    expect([offers, report.problems]).toEqual([[], []]);
    expect(said(report.notes)).toEqual(['byte-order-mark a.txt:', 'line-ends-unified a.txt:', 'line-ends-unified a.txt:']);
  });

  test('a mark at the beginning of a cell, and a field whose name is no word, are notes: the texts are what they were', async () => {
    const { tools, offers } = real();
    const report = await done([source('a.jsonl', '{"text":"\\ufeffخبر","\\ud800":"x"}\n')], tools);
    expect([offers, report.problems]).toEqual([[], []]);
    expect(report.notes.map(({ code }) => code)).toEqual(['text-mark-dropped', 'column-name-wrong']);
  });

  test('macros of a Word document, its parts that lie elsewhere and the numbers of its lists are notes: its words came in as they are', async () => {
    const { tools, offers, stored } = real();
    const document = wordFile('a.docm', '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>خبر</w:t></w:r></w:p>', {
      'word/vbaProject.bin': 'x', 'word/_rels/settings.xml.rels': '<Relationships><Relationship Id="r" Type="x/attachedTemplate" Target="http://192.0.2.1/t.dotm" TargetMode="External"/></Relationships>',
    });
    const report = await done([source('a.docm', '', { read: async () => document.bytes })], tools);
    expect([offers, report.problems, stored.length]).toEqual([[], [], 1]);
    expect(said(report.notes)).toEqual(['docx-macros a.docm:', 'docx-outside a.docm:', 'docx-numbers a.docm:']);
  });

  test('a text of more than 200,000 characters is a note in the report, and comes in', async () => {
    const { tools, stored } = real();
    const sentence = 'وزیر نیرو گفت: سدها پر می‌شود. ';
    const report = await done([source('long.txt', sentence.repeat(Math.ceil(200_001 / sentence.length))), source('short.txt', sentence)], tools);
    expect(stored).toHaveLength(2);
    expect(report).toMatchObject({ articles: 2, problems: [], notes: [{ code: 'text-long', place: { file: 'long.txt' }, values: { most: 200_000 } }] });
  });

  test('what was chosen is done, and nothing is stored where nothing was', async () => {
    const wanted = real({ reading: { cleaning: ['letters'] } });
    const arabic = Array.from({ length: 10 }, () => 'كتاب').join('\n');
    await takeInFiles([source('a.txt', arabic)], wanted.tools);
    expect(wanted.stored[0]?.articles[0]).toMatchObject({ text: arabic.replaceAll('ك', 'ک'), extra: { origin: { cleaned: { letters: 10 } } } });
    const turnedDown = real({ reading: null });
    expect(await takeInFiles([source('a.txt', arabic)], turnedDown.tools)).toBeNull();
    expect(turnedDown.stored).toEqual([]);
  });

  test('what columns mean is remembered by the columns, and proposed the next time', async () => {
    const mapping = { ...noMapping, text: 'b' };
    const key = columnsKey(['a', 'b']);
    const { tools, columns, readings, stored } = real({ reading: { columns: { [key]: mapping } } });
    await takeInFiles([source('a.csv', 'a,b\n1,خبر\n')], tools);
    expect(stored[0]?.articles[0]?.text).toBe('خبر');
    expect(columns.get(key)).toEqual(mapping);
    await takeInFiles([source('c.csv', 'b,a\nدوم,2\n')], { ...tools, lastColumns: (asked) => columns.get(asked) });
    expect(readings[1]?.remembered).toEqual({ [key]: mapping });
  });
});

describe('a table that is never read whole', () => {
  /** As if it were larger than may be read: what is not there is given as nothing. */
  const large = (name: string, content: string | Uint8Array, rest: Partial<ImportSource> = {}): ImportSource => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return source(name, '', { size: maximumFileBytes + 1, readPart: async (start, end) => bytes.slice(start, end), ...rest });
  };
  const rows = (from: number, count: number): string => Array.from({ length: count }, (_, row) => `{"text":"متن ${from + row} ${'خبر '.repeat(1000)}","شناسه":${from + row}}\n`).join('');
  const stores = (stored: readonly Dataset[]): readonly number[] => stored.map(({ articles }) => articles.length);

  test('comes in part by part, asked about by its first rows, and beside other files', async () => {
    const { tools, stored, readings, progress } = desk();
    const report = await done([large('corpus.jsonl', rows(0, 600)), source('beside.jsonl', rows(900, 2))], { ...tools, decode: async (files, context) => runCodecTask({ files, context }).readings });
    expect(report).toMatchObject({ articles: 602, left: 0, problems: [] });
    expect(readings.map(({ survey, areMany }) => [areMany, survey.areCounted, survey.tables.map(({ columns }) => columns)])).toEqual([[true, false, [['text', 'شناسه']]]]);
    expect(stores(stored).length, 'its parts are stored one after another').toBeGreaterThan(2);
    expect(stored.at(-1)?.articles[0]?.source.file).toBe('corpus.jsonl');
    expect(progress).toContain('storing 2/2');
    expect(progress.filter((line) => line.includes(' 0/') && !line.startsWith('looking'))).toEqual([]);
    expect(new Set(progress.map((line) => line.split(' ')[0]))).toEqual(new Set(['looking', 'checking', 'reading', 'storing', 'table']));
  });

  test.each([['corpus.csv', 'a,b\nسر,متن\n'], ['corpus.jsonl', '{"a":"سر","b":"متن"}\n'], ['corpus.json', '[{"a":"سر","b":"متن"}]']])('is read as was chosen for its columns: %s', async (name, content) => {
    const columns = { [columnsKey(['a', 'b'])]: { ...noMapping, text: 'b', title: 'a' } };
    const { tools, stored, readings } = desk({ reading: { columns } });
    await done([large(name, content)], tools);
    expect(readings.flatMap(({ survey }) => survey.tables.map((table) => table.columns))).toEqual([['a', 'b']]);
    expect(stored.flatMap(({ articles }) => articles.map(({ title, text }) => [title, text]))).toEqual([['سر', 'متن']]);
  });

  test.each([
    ['no table is too large, by what it begins with', 'own.jsonl', '{"format":"naql"}\n', 'file-too-large own.jsonl:'],
    ['one that is no text at its end is refused before anything of it is stored', 'corpus.csv', Uint8Array.from([...new TextEncoder().encode('text\nالف\n'), 0xff]), 'encoding-wrong corpus.csv:3'],
  ])('%s', async (_, name, content, problems) => {
    const { tools, stored, progress } = desk();
    const report = await done([large(name, content)], tools);
    expect([said(report.problems), stored, report.left]).toEqual([[problems], [], 0]);
    expect(progress.at(-1)).toBe('table closed');
  });

  test('of one that changes, or goes, what was read stays, and the rest is missed with a reason', async () => {
    const { tools, stored } = desk();
    const bytes = new TextEncoder().encode(rows(0, 600));
    let parts = 0;
    const report = await done([large('corpus.jsonl', '', { readPart: async (start, end) => (++parts > 11 ? 'changed-meanwhile' : bytes.slice(start, end)) })], tools);
    expect(said(report.problems)).toEqual(['changed-meanwhile corpus.jsonl:']);
    expect(stores(stored).reduce((sum, count) => sum + count, 0)).toBe(report.articles);
    expect(report.articles).toBeGreaterThan(0);
    expect(report.articles).toBeLessThan(600);
  });

  test('a stop leaves whole rows, and says that the file was not finished', async () => {
    const { tools, stored, progress } = desk();
    const stopping = new AbortController();
    const report = await done([large('corpus.jsonl', rows(0, 600))], { ...tools, signal: stopping.signal, onProgress: () => { if (stored.length > 0) stopping.abort(); } });
    expect(report.left).toBe(1);
    expect(stores(stored).reduce((sum, count) => sum + count, 0)).toBe(report.articles);
    expect(report.articles).toBeGreaterThan(0);
    expect(report.articles).toBeLessThan(600);
    expect(progress.at(-1)).toBe('table closed');
  });
});

describe('many files', () => {
  const files = (count: number) => Array.from({ length: count }, (_, index) => source(`${String(index).padStart(5, '0')}.txt`, `خبر ${index}`));

  test('are stored in steps, each one Change, with progress by count and share, after one question', async () => {
    const { tools, stored, readings } = real();
    const shares: number[] = [];
    const report = await done(files(1000), { ...tools, onProgress: ({ share = 0 }) => shares.push(share) });
    expect(report).toMatchObject({ articles: 1000, left: 0, problems: [], copies: 'link' });
    expect(readings).toMatchObject([{ files: 1000, areMany: true }]);
    expect(stored.map(({ articles }) => articles.length)).toEqual([400, 400, 200]);
    expect(shares.at(-1)).toBe(1);
  });

  test('a table of many articles is stored in parts, and a stop leaves whole ones', async () => {
    const lines = Array.from({ length: 500 }, (_, index) => JSON.stringify({ text: `خبر ${index}` })).join('\n');
    const { tools, stored } = real();
    expect((await done([source('a.jsonl', lines)], tools)).articles).toBe(500);
    expect(stored.map(({ articles }) => articles.length)).toEqual([400, 100]);
    const stopping = new AbortController();
    const again = real();
    const report = await done([source('a.jsonl', lines)], { ...again.tools, signal: stopping.signal, onProgress: ({ kind, share }) => { if (kind === 'storing' && share) stopping.abort(); } });
    expect(report).toMatchObject({ articles: 400, left: 1 });
  });

  test('one long table says from the beginning how far it is, while it is read and while it is stored, and can be stopped in both', async () => {
    const line = (index: number): string => JSON.stringify({ text: `خبر ${index} ${'و باز هم همان سخن. '.repeat(400)}` });
    const lines = Array.from({ length: 3000 }, (_, index) => line(index)).join('\n');
    const told: { readonly kind: string; readonly share: number }[] = [];
    const { tools, stored } = real();
    const report = await done([source('a.jsonl', lines)], { ...tools, onProgress: ({ kind, share = 0 }) => void told.push({ kind, share }) });
    expect(report).toMatchObject({ articles: 3000, left: 0 });
    expect(stored.length).toBeGreaterThan(5);
    const [looking, first, ...others] = told;
    expect([looking?.kind, first]).toEqual(['looking', { kind: 'reading', share: 0 }]);
    for (const kind of ['reading', 'storing']) {
      const shares = others.filter((one) => one.kind === kind).map(({ share }) => share);
      expect(shares.length).toBeGreaterThan(5);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(5);
    }
    const stopping = new AbortController();
    const again = real();
    const stopped = await done([source('a.jsonl', lines)], { ...again.tools, signal: stopping.signal, onProgress: ({ kind }) => { if (kind === 'storing') stopping.abort(); } });
    expect(stopped).toMatchObject({ articles: again.stored[0]?.articles.length, left: 1 });
    expect(again.stored).toHaveLength(1);
  });

  test('a stop while a single file is looked at or read adds nothing, and asks nothing more', async () => {
    for (const stopAt of ['survey', 'decode'] as const) {
      const { tools, stored, readings, offers } = real();
      const stopping = new AbortController();
      const stop = async (): Promise<null> => {
        stopping.abort();
        return null;
      };
      expect(await takeInFiles([source('a.txt', 'خبر\nمتن')], { ...tools, signal: stopping.signal, [stopAt]: stop })).toBeNull();
      expect([stored, offers, stopAt === 'survey' ? readings : []]).toEqual([[], [], []]);
    }
  });

  test('where storing fails nothing further is begun, and it is said', async () => {
    const { tools, stored } = real({ store: () => fail(problem('save-failed')) });
    const report = await done(files(1000), tools);
    expect(stored).toEqual([]);
    expect(report.articles).toBe(0);
    expect(report.left).toBeGreaterThan(0);
    expect(said(report.problems)).toContain('save-failed undefined:');
  });

  test('a stop leaves whole steps and says how many files were not begun', async () => {
    const stopping = new AbortController();
    const { tools, stored } = real();
    const report = await done(files(1000), { ...tools, signal: stopping.signal, onProgress: ({ current }) => { if (current >= 400) stopping.abort(); } });
    const count = stored.reduce((sum, { articles }) => sum + articles.length, 0);
    expect(report.articles).toBe(count);
    expect(report.left).toBe(1000 - count);
    expect(report.left).toBeGreaterThan(0);
    expect(count % 200).toBe(0);
  });

  test('what was wrong is said in the end, with its file, and the rest is in', async () => {
    const { tools, offers } = real();
    const report = await done([...files(300), source('bad.txt', ''), source('b.png', 'x'), source('gone.txt', '', { read: async () => 'not-found' as const })], tools);
    expect(report.articles).toBe(300);
    expect(said(report.problems)).toEqual(['not-found gone.txt:', 'file-empty bad.txt:', 'format-unknown b.png:']);
    expect(offers).toEqual([]);
  });

  test('what many of them have in common is shown by some, and counted', async () => {
    const { tools } = real();
    const report = await done(Array.from({ length: 300 }, (_, index) => source(`${index}.txt`, `خبر ${index}\r\nمتن\u2028`)), tools);
    expect(report.articles).toBe(300);
    for (const [kind, told] of [['LS', report.problems], ['CRLF', report.notes]] as const) {
      expect(told).toHaveLength(51);
      expect(told.at(-1)).toMatchObject({ code: 'further-like', severity: 'warning', values: { more: 250, code: 'line-ends-unified', kind, count: 1 } });
    }
  });

  test('files with annotations among them come last, with their questions', async () => {
    const { tools, stored, asked } = real({ names: { choices: [{ part: { kind: 'label', name: 'Minister' }, to: 'SPEAKER' }], added: [] } });
    const report = await done([...files(300), source('a.jsonl', jsonLines({ text: 'وزیر گفت', label: [[0, 4, 'Minister']] }))], tools);
    expect(asked).toHaveLength(1);
    expect(report.articles).toBe(301);
    expect(stored.at(-1)?.sets).toHaveLength(1);
  });
});
