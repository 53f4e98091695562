import { describe, expect, test } from 'vitest';
import { type ImportSource, pastedSource } from '../../../../renderer/views/import/source.ts';
import { type ImportTools, takeInFiles } from '../../../../renderer/views/import/take-in-files.ts';
import { type ArticleRow, type Taken } from '../../../../renderer/store/project-store.ts';
import { type Article, unknownSource } from '../../../../shared/model/article.ts';
import { type Dataset, emptyDataset } from '../../../../shared/model/dataset.ts';
import { type ArticleId, makeId } from '../../../../shared/model/id.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import { fail, ok, type Problem, problem, type Result } from '../../../../shared/result.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import schema from '../../../../seeds/schema.json';

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
}

/** A store that takes everything in, or says what `answer` says; files hold the names of their articles, one a line. */
function desk(answer: (dataset: Dataset) => Result<Taken> = taken): Desk {
  const stored: Dataset[] = [];
  const progress: string[] = [];
  const isStored = (id: ArticleId) => stored.some(({ articles }) => articles.some((article) => article.id === id));
  return {
    stored,
    progress,
    tools: {
      store: {
        schema: async () => schema as unknown as Schema,
        row: async (id) => (isStored(id) ? ({ id } as ArticleRow) : undefined),
        takeIn: async (dataset) => {
          const done = answer(dataset);
          if (done.ok) stored.push(dataset);
          return done;
        },
      },
      decode: async (files) =>
        files.map(({ name: file, bytes }) => {
          const names = new TextDecoder().decode(bytes).split('\n').filter((name) => name !== '');
          const isBroken = (name: string) => name === 'broken';
          const broken = names.flatMap((name, index) => (isBroken(name) ? [problem('line-not-json', { file, line: index + 1 })] : []));
          const sound = names.filter((name) => !isBroken(name));
          return { dataset: sound.length > 0 ? datasetOf(...sound) : null, problems: broken };
        }),
      now: () => now,
      onProgress: ({ current, total }) => progress.push(`${current}/${total}`),
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

const said = (problems: readonly Problem[]) => problems.map(({ code, place }) => `${code} ${place.file}:${place.line ?? ''}`);

describe('taking files in', () => {
  test('one after another, with progress; what came in is added up', async () => {
    const { tools, progress } = desk();
    const report = await takeInFiles([source('a.txt', 'a'), source('b.jsonl', 'b\nc')], tools);
    expect(report).toMatchObject({ articles: 3, problems: [], onlyArticle: null });
    expect(progress).toEqual(['1/2', '2/2']);
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
    expect((await takeInFiles([source('a.txt', 'a')], tools)).onlyArticle).toBe('art-a');
    expect((await takeInFiles([source('bad.txt', 'broken'), source('b.txt', 'b')], tools)).onlyArticle).toBe('art-b');
  });

  test('an article that was there already is no new one', async () => {
    const { tools } = desk(() => ok({ articles: 0, sets: 0, annotations: 0, duplicates: 1, problems: [] }));
    expect(await takeInFiles([source('a.txt', 'a')], tools)).toMatchObject({ duplicates: 1, onlyArticle: null });
  });

  test('the sound lines of a file come in, the broken one is named by file and line', async () => {
    const { tools, stored } = desk();
    const report = await takeInFiles([source('a.jsonl', 'a\nbroken\nb')], tools);
    expect(report.articles).toBe(2);
    expect(stored).toHaveLength(1);
    expect(said(report.problems)).toEqual(['line-not-json a.jsonl:2']);
  });

  test('a file without anything sound alters nothing', async () => {
    const { tools, stored } = desk();
    const report = await takeInFiles([source('a.jsonl', 'broken')], tools);
    expect(stored).toEqual([]);
    expect(said(report.problems)).toEqual(['line-not-json a.jsonl:1']);
  });

  test('a file that is too large is refused before it is read', async () => {
    const { tools, stored } = desk();
    const read = () => Promise.reject(new Error('read'));
    const report = await takeInFiles([source('big.txt', 'a', { size: 100 * 2 ** 20, read })], tools);
    expect(stored).toEqual([]);
    expect(report.problems).toEqual([problem('file-too-large', { file: 'big.txt' }, { megabytes: 64 })]);
  });

  test('a file that went away is told, the others come in', async () => {
    const { tools } = desk();
    const report = await takeInFiles([source('gone.txt', '', { read: async () => 'not-found' as const }), source('b.txt', 'b')], tools);
    expect(report.articles).toBe(1);
    expect(said(report.problems)).toEqual(['not-found gone.txt:']);
  });

  test('what the store refuses is told with the file', async () => {
    const { tools } = desk(() => fail(problem('disk-full')));
    expect(said((await takeInFiles([source('a.txt', 'a')], tools)).problems)).toEqual(['disk-full a.txt:']);
  });

  test('pasted text does not claim a file as its source', async () => {
    const { tools, stored } = desk();
    await takeInFiles([pastedSource('a', 'متن')], tools);
    expect(stored[0]?.articles[0]?.source.file).toBeNull();
  });
});
