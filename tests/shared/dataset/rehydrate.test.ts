import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Codec } from '../../../shared/codecs/codec.ts';
import { encode } from '../../../shared/codecs/encode.ts';
import { fit } from '../../../shared/codecs/fit.ts';
import { huggingFace } from '../../../shared/codecs/hugging-face/hugging-face.ts';
import { w3c } from '../../../shared/codecs/w3c/w3c.ts';
import { codecs } from '../../../shared/codecs/registry.ts';
import { native } from '../../../shared/codecs/native/native.ts';
import { defaultOptions, type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { planExport } from '../../../shared/dataset/plan-export.ts';
import { runExport } from '../../../shared/dataset/run-export.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { memorySink, type MemorySink, memorySource, plainCard, testSecret } from '../../fixtures/memory-export.ts';
import { goldenCorpus } from '../../fixtures/golden-corpus.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';

const options: ExportOptions = {
  ...defaultOptions,
  selection: { states: null, sets: { kind: 'judgements' }, labels: null, published: null, publishers: null, articles: null },
  text: { kind: 'offsets' },
  pseudonyms: null,
  notes: true,
};
const text = interruptedQuote.articles[0]?.text ?? '';

async function exported(whole: Dataset, chosen: ExportOptions): Promise<MemorySink> {
  const source = memorySource(whole);
  const planned = await planExport(source, chosen, { annotator: 'A03' as AnnotatorId, secret: testSecret });
  if (planned.outcome !== 'planned') throw new Error('stopped without being told to');
  const sink = memorySink();
  const result = await runExport(source, chosen, planned.plan, sink, { app: '1.0.0', card: plainCard });
  if (result.outcome !== 'written') throw new Error(JSON.stringify(result));
  return sink;
}

describe('an export of offsets only', () => {
  it('holds not a word of the text, says so, and brings the script', async () => {
    const sink = await exported(interruptedQuote, options);
    const line = sink.text('sample.offsets.jsonl');
    for (const word of ['برق', 'افزود', 'گران', 'قول می', 'kept beside']) expect(line).not.toContain(word);
    const hash = interruptedQuote.articles[0]?.fingerprint;
    expect(JSON.parse(line)).toMatchObject({ format: 'naql.offsets', doc_id: 'd1', title: '', text: null, text_sha256: hash });
    expect(JSON.parse(line).spans[3].fragments).toEqual([{ start: 25, end: 38 }]);
    expect(JSON.parse(sink.text('loss-report.json')).losses).toMatchObject([{ code: 'TEXT_WITHHELD', count: 1, severity: 'lossy' }]);
    expect(sink.text('rehydrate.py').startsWith('#!/usr/bin/env python3\n')).toBe(true);
  });

  it('is refused for a format that is nothing without its texts, and names those that are something', async () => {
    const withText = codecs.filter(({ id, write }) => write && !['native', 'hf-jsonl', 'hf-parquet', 'w3c'].includes(id)).map(({ id }) => id);
    for (const format of [...withText, 'standoff']) {
      const context = { annotator: 'A03' as AnnotatorId, secret: testSecret };
      const planned = await planExport(memorySource(interruptedQuote), { ...options, format }, context);
      const code = format === 'standoff' ? 'export-format-unknown' : 'export-format-needs-text';
      expect(planned).toMatchObject({ outcome: 'planned', plan: { problems: [{ code }] } });
    }
  });
});

describe('the tables and the web annotations of offsets only', () => {
  const words = ['برق', 'افزود', 'گران', 'قول می', 'kept beside', 'شمارهٔ یک'];
  it.each(['hf-jsonl', 'w3c'])('hold not a word of the text in any file: %s', async (format) => {
    const sink = await exported(goldenCorpus, { ...options, format });
    const files = [...sink.files().keys()].filter((name) => /\.json(?:l|ld)$/.test(name));
    const sentences = goldenCorpus.articles.flatMap((article) => [article.title, ...article.text.split('\n')]).filter((line) => line.length > 15);
    const told = files.flatMap((name) => [...words, ...sentences].filter((word) => sink.text(name).includes(word)).map((word) => `${name}: ${word}`));
    expect(told).toEqual([]);
    expect([...sink.files().keys()]).toContain('rehydrate.py');
    expect(sink.text('README.md')).toContain('"kind": "offsets"');
  });

  it('keep every column, and offsets where they were', async () => {
    const sink = await exported(interruptedQuote, { ...options, format: 'hf-jsonl' });
    const row = JSON.parse(sink.text('data/sample.jsonl'));
    expect(row).toMatchObject({ doc_id: 'd1', title: '', text: null, extra: null, url: 'https://example.org/1' });
    const [judged] = sink.text('judgements/sample.jsonl').split('\n').filter(Boolean).map((line) => JSON.parse(line));
    expect(judged.spans[3].fragments).toEqual([{ start: 25, end: 38, text: null }]);
  });

  it('point by position alone', async () => {
    const sink = await exported(interruptedQuote, { ...options, format: 'w3c' });
    const selectors = (JSON.parse(sink.text('sample.jsonld')) as { target: { selector: { type: string }[] }[] }[]).flatMap(({ target }) => target.flatMap(({ selector }) => selector));
    expect(selectors.map(({ type }) => type).every((type) => type === 'TextPositionSelector')).toBe(true);
    expect(selectors.length).toBeGreaterThan(3);
  });
});

const python = spawnSync('python3', ['--version']).status === 0;

describe.runIf(python)('rehydrate.py', () => {
  let folder = '';
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'naql-offsets-'));
    for (const [name, bytes] of (await exported(interruptedQuote, options)).files()) writeFileSync(path.join(folder, name), bytes);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function rehydrated(files: Readonly<Record<string, string>>) {
    const texts = mkdtempSync(path.join(folder, 'texts-'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(texts, name), content);
    return spawnSync('python3', [path.join(folder, 'rehydrate.py'), texts], { encoding: 'utf8' });
  }

  /** What Naql would have written of the same work with its text, but without title and foreign fields. */
  const whole = (): string => {
    const [article] = interruptedQuote.articles;
    const sets = interruptedQuote.sets.filter(({ role }) => role === 'work');
    const told = { ...interruptedQuote, sets, articles: article ? [{ ...article, title: '', extra: {} }] : [] };
    const [file] = encode(native, told, 'sample');
    return `${new TextDecoder().decode(file?.bytes).split('\n')[0]}\n`;
  };

  it.each([
    ['as it is', { 'any name.txt': text }],
    ['with a byte order mark, CRLF and a line end at the end', { 'a.txt': `\ufeff${text.replaceAll('\n', '\r\n')}\r\n` }],
    ['in the field of a record, between others', { 'corpus.jsonl': `{"text":"چیز دیگر"}\nno json\n[1]\n${JSON.stringify({ id: 1, text })}\n` }],
  ])('puts a text back that lies there %s: the same bytes as an export with texts', (_, files) => {
    const { status, stdout } = rehydrated(files);
    expect([status, stdout]).toEqual([0, '1 records written, 0 articles without a text\n']);
    const written = readFileSync(path.join(folder, 'with-texts', 'sample.jsonl'), 'utf8');
    expect(written).toBe(whole());
    const file = { name: 'sample.jsonl', bytes: new TextEncoder().encode(written) };
    const read = native.decode?.([file], { schemas: [interruptedQuote.schema], now: '2024-01-01T00:00:00.000Z' });
    expect(read?.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read?.dataset?.sets[0]?.annotations).toEqual(interruptedQuote.sets[0]?.annotations);
  });

  it.each([
    ['one letter differs', { 'a.txt': text.replace('برق', 'آب') }],
    ['there is none', {}],
    ['a file is not UTF-8', { 'a.txt': Buffer.from([0xff, 0xfe, 0x31]).toString('latin1') }],
  ])('leaves out and names what has no text, when %s', (_, files) => {
    const { status, stdout, stderr } = rehydrated(files);
    expect([status, stdout, stderr]).toEqual([1, '0 records written, 1 articles without a text\n', 'missing\td1\thttps://example.org/1\n']);
  });
});

describe.runIf(python)('rehydrate.py with tables and web annotations', () => {
  /** All of it work that was read to the end, so that every table has rows. */
  const corpus: Dataset = { ...goldenCorpus, sets: goldenCorpus.sets.map((set) => ({ ...set, role: 'work' as const, status: 'done' as const })) };
  /** Without what an export of offsets leaves out for good. */
  const told: Dataset = {
    ...corpus,
    articles: corpus.articles.map((article) => ({ ...article, title: '', extra: {} })),
    sets: corpus.sets.filter(({ role }) => role === 'work'),
  };
  const texts = Object.fromEntries(goldenCorpus.articles.map(({ id, text: whole }) => [`${id}.txt`, whole]));

  async function rehydrated(format: string, files: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(path.join(tmpdir(), 'naql-offsets-'));
    for (const [name, bytes] of (await exported(corpus, { ...options, format })).files()) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), bytes);
    }
    mkdirSync(path.join(folder, 'texts'));
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, 'texts', name), content);
    const { status, stderr } = spawnSync('python3', [path.join(folder, 'rehydrate.py'), path.join(folder, 'texts')], { encoding: 'utf8' });
    const whole = path.join(folder, 'with-texts');
    const written = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => ({ name: path.relative(whole, file), bytes: new Uint8Array(readFileSync(file)) }));
    rmSync(folder, { recursive: true });
    return { status, stderr, written };
  }
  const encoded = (codec: Codec) => encode(codec, fit(told, codec).dataset, 'sample');

  it('gives every table the bytes of an export with texts', async () => {
    const { status, stderr, written } = await rehydrated('hf-jsonl', texts);
    expect([status, stderr]).toEqual([0, '']);
    const found = new Map(written.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
    const expected = encoded(huggingFace('jsonl', 'all'));
    expect(expected.map(({ name }) => name)).toEqual(expect.arrayContaining(['data/sample.jsonl', 'judgements/sample.jsonl', 'soft/sample.jsonl', 'majority/sample.jsonl']));
    for (const { name, bytes } of expected) expect([name, found.get(name)]).toEqual([name, new TextDecoder().decode(bytes)]);
    expect(found.has('README.md')).toBe(true);
    expect(found.has('MANIFEST.sha256')).toBe(false);
  });

  it('gives web annotations that are read as they were', async () => {
    const { status, stderr, written } = await rehydrated('w3c', texts);
    expect([status, stderr]).toEqual([0, '']);
    const context = { schemas: [goldenCorpus.schema], now: '2024-01-01T00:00:00.000Z' } as const;
    const read = w3c.decode?.(written.filter(({ name }) => name.startsWith('sample.')), context);
    const expected = w3c.decode?.(encoded(w3c), context);
    expect(read?.problems).toEqual([]);
    expect([read?.dataset?.articles, read?.dataset?.sets]).toEqual([expected?.dataset?.articles, expected?.dataset?.sets]);
    expect(read?.dataset?.sets.flatMap(({ annotations }) => annotations).length).toBeGreaterThan(5);
  });

  it.each(['hf-jsonl', 'w3c'])('leaves out and names what has no text: %s', async (format) => {
    const [first] = goldenCorpus.articles;
    const id = first?.id ?? '';
    const { [`${id}.txt`]: _, ...others } = texts;
    const { status, stderr, written } = await rehydrated(format, others);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`missing\t${id}\t`)]);
    const telling = written.filter((file) => /(?:sample|data|bio)/.test(file.name) && new TextDecoder().decode(file.bytes).includes(`"doc_id":"${id}"`));
    expect(telling.map(({ name }) => name)).toEqual([]);
  });
});
