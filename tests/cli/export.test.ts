import fc from 'fast-check';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLine } from '../../electron/journal-line.ts';
import { journalSource } from '../../electron/cli/sources/journal-source.ts';
import { isLinewise, lineSource } from '../../electron/cli/sources/line-source.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { joinedSlices } from '../../shared/codecs/slices.ts';
import { type ExportSource } from '../../shared/dataset/export-source.ts';
import { cardWords } from '../../shared/dataset/required-facts.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { dataset as anyDataset } from '../arbitraries/dataset.ts';
import { firstChange, log, nextEntry } from '../arbitraries/log.ts';
import { runs } from '../arbitraries/runs.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { interruptedQuote } from '../fixtures/native/interrupted-quote.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { upToIds } from '../laws/up-to-ids.ts';
import { makeId } from '../../shared/model/id.ts';
import { naql } from './terminal.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'naql-export-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);

function journal(entries: readonly Entry[], name = 'پروژه'): string {
  const project = at('project');
  mkdirSync(project, { recursive: true });
  const counts = { articles: 0, annotators: 0, entities: 0, sets: 0, annotations: 0, relations: 0 };
  writeFileSync(path.join(project, 'journal.ndjson'), Buffer.concat(entries.map((entry) => encodeLine({ entry, counts }))));
  writeFileSync(path.join(project, 'project.json'), JSON.stringify({ id: 'prj-a', name, created: '2026-01-01T00:00:00.000Z' }));
  return project;
}
const entriesOf = (whole: Dataset): readonly Entry[] => [
  nextEntry([], { device: makeId('device', 'a'), annotator: makeId('annotator', 'a') }, firstChange(whole), { kind: 'do', command: 'take-in' }),
];
function nativeFile(whole: Dataset, stem = 'golden'): string {
  for (const { name, bytes } of encode(native, whole, stem)) writeFileSync(at(name), bytes);
  return at(`${stem}.jsonl`);
}
/** Every file below a folder, by its path inside, with its text. */
function tree(root: string, inside = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(path.join(root, inside)).toSorted().flatMap((name) => {
      const here = path.join(inside, name);
      return statSync(path.join(root, here)).isDirectory() ? Object.entries(tree(root, here)) : [[here, readFileSync(path.join(root, here), 'latin1')]];
    }),
  );
}
async function read(source: ExportSource): Promise<Dataset> {
  const parts: Dataset[] = [];
  for await (const slice of source.slices()) parts.push(slice);
  return joinedSlices(source.head.schema, parts);
}

describe('what an export is made from, read in a memory of fixed size', () => {
  it('law: the Journal of a project gives what its Log folds to', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(log, async ({ entries, state }) => {
        const { source, close } = await journalSource(journal(entries), 'a', seedSchema);
        try {
          // What was said about work goes from laptop to laptop, and into no dataset.
          const { schema, articles, annotators, entities, sets } = state;
          const exported = normalised({ schema, articles, annotators, entities, sets });
          expect(await read(source)).toEqual(exported);
          expect(await read(source)).toEqual(exported);
          expect(source.articles).toBe(state.articles.length);
          const texts = await source.texts(state.articles.map(({ id }) => id));
          expect(texts).toEqual(new Map(state.articles.map(({ id, title, text }) => [id, { title, text }])));
        } finally {
          await close();
        }
      }),
      { numRuns: Math.min(runs, 200) },
    ));

  // A folder's sets of one article stand in several files; line-source.test.ts compares a file of it with the same file read at once.
  it.each(codecs.filter((codec) => isLinewise(codec)).filter(({ layout }) => layout !== 'folder'))('law: a file of $id gives what was written into it, whatever the order of its lines', { timeout: 120_000 }, (codec) =>
    fc.assert(
      fc.asyncProperty(anyDataset, fc.nat(), async (whole, turn) => {
        const { dataset } = fit(whole, codec);
        const written = encode(codec, dataset, 'whole');
        const [main] = written;
        if (!main) throw new Error('no file');
        for (const { name, bytes } of written) writeFileSync(at(name), bytes);
        const lines = Buffer.from(main.bytes).toString('utf8').split('\n').filter((line) => line !== '');
        const file = at(main.name);
        writeFileSync(file, lines.map((_, place) => `${lines[(place + turn) % lines.length]}\n`).join(''));
        const { source, problems, close } = await lineSource(file, codec, { schemas: [whole.schema], now: '' });
        try {
          expect(problems).toEqual([]);
          const again = source && (await read(source));
          expect(again && upToIds(again, codec.capabilities)).toEqual(upToIds(dataset, codec.capabilities));
        } finally {
          await close();
        }
      }),
      { numRuns: Math.min(runs, 200) },
    ));

  it('a torn line at the end of a Journal is named, and what stands before it is read', async () => {
    const project = journal(entriesOf(goldenCorpus));
    writeFileSync(path.join(project, 'journal.ndjson'), Buffer.concat([readFileSync(path.join(project, 'journal.ndjson')), Buffer.from('0123 {"entry')]));
    const { code, err } = await naql(['export', project, '--to', 'native', '--out', at('out'), '--names']);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('journal.ndjson:2: warning: Line 2 of the project’s journal is damaged') as string });
    expect(existsSync(at('out', 'پروژه.jsonl'))).toBe(true);
  });

  it('reads a Journal of several files as one, and where a file is missing names the one that does not follow', async () => {
    const first = entriesOf(goldenCorpus);
    const writer = { device: makeId('device', 'a'), annotator: makeId('annotator', 'a') };
    const [title] = goldenCorpus.articles;
    if (!title) throw new Error('no article');
    const renamed = nextEntry(first, writer, { added: [], removed: [], updated: [[{ kind: 'article', value: title }, { kind: 'article', value: { ...title, title: 'نام دیگر' } }]] }, { kind: 'do', command: 'edit' });
    const project = journal(first);
    const counts = { articles: 0, annotators: 0, entities: 0, sets: 0, annotations: 0, relations: 0 };
    writeFileSync(path.join(project, 'journal-0000000002.ndjson'), encodeLine({ entry: renamed, counts }));
    expect((await naql(['export', project, '--to', 'native', '--out', at('out'), '--names', '--article-names'])).code).toBe(0);
    expect(readFileSync(at('out', 'پروژه.jsonl'), 'utf8')).toContain('نام دیگر');
    expect(JSON.parse((await naql(['bundle', 'make', project, '--out', at('whole.naql'), '--json'])).out)).toMatchObject({ entries: 2 });

    writeFileSync(path.join(project, 'journal-0000000009.ndjson'), encodeLine({ entry: renamed, counts }));
    const { code, err } = await naql(['export', project, '--to', 'native', '--out', at('again'), '--names']);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('journal-0000000009.ndjson:1: warning: Line 1') as string });
    expect(JSON.parse((await naql(['bundle', 'make', project, '--out', at('two.naql'), '--json'])).out)).toMatchObject({ entries: 2 });
  });
});

describe('export', () => {
  it('makes the same files of a project, of its native export and of a folder of files', async () => {
    const project = journal(entriesOf(goldenCorpus), 'golden');
    const file = nativeFile(goldenCorpus);
    mkdirSync(at('files'));
    for (const { name, bytes } of encode(native, goldenCorpus, 'golden')) writeFileSync(at('files', name), bytes);
    const made = await Promise.all(
      [project, file, at('files')].map(async (from, index) => {
        const { code, err } = await naql(['export', from, '--to', 'native', '--out', at(`out${index}`), '--names', '--notes']);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        // What stands for the state it came from, and the file's name, are rightly different.
        const { 'export.json': _, 'MANIFEST.sha256': __, 'README.md': ___, ...files } = tree(at(`out${index}`));
        return Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace(/^files\./, 'golden.'), text]));
      }),
    );
    expect(Object.keys(made[0] ?? {})).toContain('golden.jsonl');
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
    expect(made[0]?.['golden.jsonl']).toBe(readFileSync(file, 'latin1'));
  });

  it('writes splits, a lock, a card and a manifest that sha256sum can check', async () => {
    const words = ['--split', '50/25/25', '--method', 'hash', '--seed', '7', '--names'];
    const { code } = await naql(['export', nativeFile(goldenCorpus), '--to', 'hf-jsonl', '--out', at('out'), ...words]);
    expect(code).toBe(0);
    const files = tree(at('out'));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['MANIFEST.sha256', 'README.md', 'export.json', 'loss-report.json', 'splits.lock.jsonl']) as string[]);
    const { createHash } = await import('node:crypto');
    const lines = (files['MANIFEST.sha256'] ?? '').trimEnd().split('\n').map((line) => line.split('  '));
    expect(lines.length).toBe(Object.keys(files).length - 1);
    for (const [sum, name] of lines) expect(createHash('sha256').update(readFileSync(at('out', Buffer.from(name ?? '', 'latin1').toString('utf8')))).digest('hex')).toBe(sum);
  });

  it('is the same bytes every time, and replaces an older export as a whole', async () => {
    const file = nativeFile(goldenCorpus);
    const run = () => naql(['export', file, '--to', 'native', '--out', at('out'), '--names']);
    await run();
    const first = tree(at('out'));
    writeFileSync(at('out', 'stray.txt'), 'x');
    expect((await run()).code).toBe(0);
    expect(tree(at('out'))).toEqual(first);
  });

  it('gives away fields of others inside records with those records alone, under the names that these have there', async () => {
    const lines = readFileSync(nativeFile(interruptedQuote), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { annotator: string | null; set: { id: string } | null; spans: { id: string; colour?: string }[] });
    for (const { spans, annotator } of lines) for (const one of spans) one.colour = `of ${annotator ?? ''}`;
    writeFileSync(at('coloured.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    writeFileSync(at('secret'), 'ab'.repeat(32));
    const { code } = await naql(['export', at('coloured.jsonl'), '--to', 'native', '--out', at('out'), '--set', 'A03', '--secret', at('secret')]);
    expect(code).toBe(0);
    const written = readFileSync(at('out/coloured.jsonl'), 'utf8');
    const [line] = written.split('\n').map((one) => JSON.parse(one === '' ? '{}' : one) as (typeof lines)[number]);
    expect(line?.spans.map(({ colour }) => colour)).toEqual(line?.spans.map(() => 'of A03'));
    expect(line?.spans.length).toBeGreaterThan(3);
    expect(written).not.toContain('of M01');
    for (const { set } of lines) expect(written).not.toContain(`"${set?.id ?? '?'}`);
    expect(written).not.toContain('record_fields');
  });

  it.each(['native', 'hf-jsonl', 'hf-parquet', 'doccano', 'brat'])('its folder is read without a word about what lies beside the files of the format: %s', async (format) => {
    await naql(['export', nativeFile(goldenCorpus), '--to', format, '--out', at('out'), '--set', 'everything', '--names', '--split', '50/0/50', '--seed', '7']);
    expect(readdirSync(at('out'))).toEqual(expect.arrayContaining(['README.md', 'export.json', 'splits.lock.jsonl', 'MANIFEST.sha256']));
    const { code, out, err } = await naql(['stats', at('out'), '--json']);
    expect([code, err, (JSON.parse(out) as { counts: { articles: number } }).counts.articles]).toEqual([0, '', goldenCorpus.articles.length]);
  });

  it('leaves a folder that holds something else alone', async () => {
    mkdirSync(at('out'));
    writeFileSync(at('out', 'diary.txt'), 'mine');
    const { code, err } = await naql(['export', nativeFile(goldenCorpus), '--to', 'native', '--out', at('out'), '--names']);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('Something stands here that is not an export') as string });
    expect(readdirSync(at('out'))).toEqual(['diary.txt']);
  });

  it('refuses a release while the card has a gap, names it, and keeps a whole one with its lock', async () => {
    const project = journal(entriesOf(goldenCorpus), 'golden');
    const words = Object.fromEntries(cardWords.map((word) => [word, 'گفته شد']));
    writeFileSync(at('gap.json'), JSON.stringify({ version: '1.0.0', date: '2026-03-21', words: { ...words, citation: ' ' } }));
    writeFileSync(at('whole.json'), JSON.stringify({ version: '1.0.0', date: '2026-03-21', words }));
    const options = ['--to', 'hf-jsonl', '--split', '50/25/25', '--method', 'hash', '--seed', '7'];
    const refused = await naql(['export', project, ...options, '--out', at('a'), '--release', at('gap.json')]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('still empty: citation') as string });
    expect(existsSync(at('a'))).toBe(false);
    const kept = await naql(['export', project, ...options, '--out', at('b'), '--release', at('whole.json')]);
    expect({ code: kept.code, lock: readdirSync(path.join(project, 'releases')) }).toEqual({ code: 0, lock: ['1.0.0.json'] });
    const twice = await naql(['export', project, ...options, '--out', at('d'), '--release', at('whole.json')]);
    expect({ ...twice, there: existsSync(at('d')) }).toMatchObject({ code: 1, err: expect.stringContaining('released already') as string, there: false });
    const again = await naql(['export', project, ...options, '--seed', '8', '--out', at('c')]);
    expect(again.code).toBe(0);
    expect(tree(at('c'))['splits.lock.jsonl']).toBe(tree(at('b'))['splits.lock.jsonl']);
  });

  it('writes offsets alone where a format can, and says why where it cannot', async () => {
    const file = nativeFile(goldenCorpus);
    const written = await naql(['export', file, '--to', 'hf-parquet', '--text', 'offsets', '--out', at('a'), '--names']);
    expect({ code: written.code, script: existsSync(at('a', 'rehydrate.py')) }).toEqual({ code: 0, script: true });
    const refused = await naql(['export', file, '--to', 'csv', '--text', 'offsets', '--out', at('b'), '--names']);
    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/is nothing without the texts.*native.*w3c/) as string });
    expect(existsSync(at('b'))).toBe(false);
  });

  it('names the articles of windows only when it is told to', async () => {
    const file = nativeFile(goldenCorpus);
    writeFileSync(at('secret'), 'ab'.repeat(32));
    const words = ['export', file, '--to', 'native', '--text', 'windows:5', '--names', '--secret', at('secret')];
    await naql([...words, '--out', at('a')]);
    await naql([...words, '--article-names', '--out', at('b')]);
    const [id] = goldenCorpus.articles.map((one) => one.id);
    expect(tree(at('a'))['golden.jsonl']).not.toContain(`"doc_id":"${id ?? ''}"`);
    expect(tree(at('b'))['golden.jsonl']).toContain(`"doc_id":"${id ?? ''}"`);
  });

  it('takes what is chosen from a file, and names what is wrong in it', async () => {
    const file = nativeFile(goldenCorpus);
    const [first] = goldenCorpus.articles.map(({ id }) => id);
    const selection = { states: null, sets: { kind: 'everything' }, labels: ['QUOTE', 'GONE'], published: null, publishers: null, articles: [first] };
    writeFileSync(at('selection.json'), JSON.stringify(selection));
    const run = (...words: readonly string[]) => naql(['export', file, '--to', 'native', '--out', at('out'), '--names', '--selection', at('selection.json'), ...words]);
    const { code, err } = await run();
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('does not have these labels: GONE') as string });
    expect(JSON.parse(tree(at('out'))['export.json'] ?? '')).toMatchObject({ counts: { articles: 1 }, options: { selection } });
    expect(await run('--set', 'mine')).toMatchObject({ code: 2, err: expect.stringContaining('--set cannot') as string });
    writeFileSync(at('selection.json'), JSON.stringify({ ...selection, states: ['ready'] }));
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('states.0') as string });
  });

  it('takes articles of one publisher', async () => {
    const [{ source: { publisher } }] = goldenCorpus.articles.filter((one) => one.source.publisher !== null) as [(typeof goldenCorpus.articles)[number]];
    await naql(['export', nativeFile(goldenCorpus), '--to', 'native', '--out', at('out'), '--names', '--publisher', publisher ?? '']);
    const { publishers, articles } = (JSON.parse(Buffer.from(tree(at('out'))['export.json'] ?? '', 'latin1').toString('utf8')) as { counts: { publishers: object; articles: number } }).counts;
    expect(Object.keys(publishers)).toEqual([publisher]);
    expect(articles).toBe(goldenCorpus.articles.filter(({ source }) => source.publisher === publisher).length);
  });

  it('answers in JSON', async () => {
    const { out } = await naql(['export', nativeFile(goldenCorpus), '--to', 'doccano', '--out', at('out'), '--names', '--json']);
    expect(JSON.parse(out)).toMatchObject({ command: 'export', counts: { articles: 4 }, losses: { format: 'doccano' }, files: expect.any(Array) as unknown[] });
  });

  it.each([
    ['two things at once', ['a', 'b', '--to', 'native', '--out', 'x']],
    ['an unknown format', ['a', '--to', 'nothing', '--out', 'x']],
    ['no place', ['a', '--to', 'native']],
    ['parts that are none', ['a', '--to', 'native', '--out', 'x', '--split', '80/20']],
    ['a day that is none', ['a', '--to', 'native', '--out', 'x', '--since', '1403/05/12']],
    ['a state that is none', ['a', '--to', 'native', '--out', 'x', '--state', 'ready']],
    ['pseudonyms of files without a secret', ['FILE', '--to', 'native', '--out', 'x']],
    ['the same, said before anything is read, even of a file that is not there', ['NOWHERE', '--to', 'native', '--out', 'x']],
    ['mine, where several people have annotated', ['FILE', '--to', 'native', '--out', 'x', '--names', '--set', 'mine']],
  ])('is wrong usage: %s', async (_, words) => {
    const file = nativeFile(goldenCorpus);
    const paths: Readonly<Record<string, string>> = { FILE: file, NOWHERE: at('nowhere.jsonl') };
    const { code, err } = await naql(['export', ...words.map((word) => paths[word] ?? word)]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Try --help') as string });
  });
});

describe('schema', () => {
  const seed = path.resolve(import.meta.dirname, '../../seeds/schema.json');

  it('check finds nothing wrong with the one that ships, and names line and reason of what is', async () => {
    expect(await naql(['schema', 'check', seed])).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(at('bad.json'), readFileSync(seed, 'utf8').replace('"key": 2', '"key": 1'));
    const { code, out } = await naql(['schema', 'check', at('bad.json')]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/bad\.json:\d+: /) as string });
  });

  it('json-schema is one that the schema that ships follows', async () => {
    const { out } = await naql(['schema', 'json-schema']);
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(out) as object);
    expect(validate(JSON.parse(readFileSync(seed, 'utf8')))).toBe(true);
    expect(validate({ ...JSON.parse(readFileSync(seed, 'utf8')), labels: [] })).toBe(false);
  });

  it('diff tells what was added, removed and changed, member by member', async () => {
    const other = JSON.parse(readFileSync(seed, 'utf8')) as {
      labels: { id: string; key: number | null; attributes: { choices: { id: string }[] }[] }[];
      relations: { type: string }[];
      rules: { relation?: string }[];
    };
    other.relations = other.relations.filter(({ type }) => type !== 'RESTATES');
    other.rules = other.rules.filter(({ relation }) => relation !== 'RESTATES');
    other.labels = other.labels.map((label) => (label.id === 'QUOTE' ? { ...label, key: 9 } : label));
    other.labels[0]?.attributes[0]?.choices.push({ ...other.labels[0].attributes[0].choices[0], id: 'new' });
    writeFileSync(at('other.json'), JSON.stringify(other));
    expect(await naql(['schema', 'diff', seed, seed])).toEqual({ code: 0, out: '', err: '' });
    const { code, out } = await naql(['schema', 'diff', seed, at('other.json')]);
    expect({ code, out }).toEqual({ code: 1, out: '+ labels.QUOTE.attributes.mode.choices.new\n~ labels.QUOTE.key\n- relations.RESTATES\n- rules.W6\n' });
  });
});
