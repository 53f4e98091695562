import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { settledSet } from '../../shared/codecs/hugging-face/settled-set.ts';
import { cardText } from '../../shared/dataset/card-text.ts';
import { defaultOptions, type ExportOptions } from '../../shared/dataset/export-options.ts';
import { planExport } from '../../shared/dataset/plan-export.ts';
import { runExport } from '../../shared/dataset/run-export.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { memorySink, memorySource, nobody, testSecret } from '../fixtures/memory-export.ts';
import { snapshotOf } from './snapshot.ts';
import { inFolder, ran, tool } from './tools.ts';

const forms = ['hf-jsonl', 'hf-parquet'] as const;
const python = tool('python');
const script = path.join(import.meta.dirname, 'python', 'check_hugging_face.py');

const optionsFor = (format: string): ExportOptions => ({
  ...defaultOptions,
  format,
  selection: { states: null, sets: { kind: 'everything' }, labels: null, published: null, publishers: null, articles: null },
  split: { method: { kind: 'hash', seed: '7', shares: { train: 2, validation: 1, test: 1 } }, unit: 'group', unseenPublishers: [] },
  pseudonyms: null,
  notes: true,
});

/** Of each Article the set that stands for it, as the documents table has it. */
const settled: Dataset = {
  ...goldenCorpus,
  sets: goldenCorpus.articles.flatMap(({ id }) => settledSet(goldenCorpus.sets.filter(({ article }) => article === id)) ?? []),
};

/** Whole exports, with card and splits, in a folder for each form, and what stands in them beside them. */
async function exportedFolders(): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'naql-hugging-face-'));
  for (const form of forms) {
    const options = optionsFor(form);
    const source = memorySource(goldenCorpus, { stem: 'golden' });
    const planned = await planExport(source, options, { annotator: nobody, secret: testSecret });
    if (planned.outcome !== 'planned') throw new Error('the plan was stopped');
    const sink = memorySink();
    const written = await runExport(source, options, planned.plan, sink, { app: '0.0.0', card: cardText });
    if (written.outcome !== 'written') throw new Error(`the export was ${written.outcome}: ${JSON.stringify(planned.plan.problems)}`);
    for (const [name, bytes] of sink.files()) {
      const file = path.join(root, form, ...name.split('/'));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
  }
  writeFileSync(path.join(root, 'snapshot.json'), JSON.stringify(snapshotOf(settled)));
  return root;
}

describe('datasets, pyarrow and polars load what we export, every table and every split', () => {
  it.for<readonly [name: string, words: readonly string[]]>([
    ['every slice and every count is the one that we meant', []],
    ['whatever is damaged is noticed', ['--damage']],
  ])('%s', async ([, words], context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const root = await exportedFolders();
    const { code, output } = ran(python.path, [script, root, ...words], inFolder(root));
    expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
    expect(code).toBe(0);
  });
});
