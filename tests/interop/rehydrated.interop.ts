import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { settledSet } from '../../shared/codecs/hugging-face/settled-set.ts';
import { codecs } from '../../shared/codecs/registry.ts';
import { cardText } from '../../shared/dataset/card-text.ts';
import { defaultOptions, type ExportOptions } from '../../shared/dataset/export-options.ts';
import { planExport } from '../../shared/dataset/plan-export.ts';
import { runExport } from '../../shared/dataset/run-export.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { memorySink, memorySource, nobody, testSecret } from '../fixtures/memory-export.ts';
import { snapshotOf } from './snapshot.ts';
import { inFolder, ran, tool } from './tools.ts';

const python = tool('python');
const script = path.join(import.meta.dirname, 'python', 'check_rehydrated.py');
const formats = codecs.filter(({ writeOffsets }) => writeOffsets).map(({ id }) => id);

/** One set an Article, so that every format tells of the same ones. */
const settled: Dataset = {
  ...goldenCorpus,
  sets: goldenCorpus.articles.flatMap(({ id }) => settledSet(goldenCorpus.sets.filter(({ article }) => article === id)) ?? []),
};

async function exportedFolders(): Promise<string> {
  const root = mkdtempSync(path.join(tmpdir(), 'naql-rehydrated-'));
  const put = (name: string, bytes: Uint8Array | string): void => {
    const file = path.join(root, ...name.split('/'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  for (const format of formats) {
    const options: ExportOptions = {
      ...defaultOptions, format, text: { kind: 'offsets' }, pseudonyms: null, selection: { ...defaultOptions.selection, states: null, sets: { kind: 'everything' } },
    };
    const source = memorySource(settled, { stem: 'golden' });
    const planned = await planExport(source, options, { annotator: nobody, secret: testSecret });
    if (planned.outcome !== 'planned') throw new Error('the plan was stopped');
    const sink = memorySink();
    const written = await runExport(source, options, planned.plan, sink, { app: '0.0.0', card: cardText });
    if (written.outcome !== 'written') throw new Error(`the export was ${written.outcome}: ${JSON.stringify(planned.plan.problems)}`);
    for (const [name, bytes] of sink.files()) put(`${format}/${name}`, bytes);
  }
  // As people keep texts on other systems: with a mark at the start and other line ends.
  for (const [index, { id, text }] of settled.articles.entries()) put(`texts/${id}.txt`, index % 2 === 0 ? text : `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`);
  put('snapshot.json', JSON.stringify(snapshotOf(settled)));
  return root;
}

describe('the script of an export without texts puts them back, in every format that can be without', () => {
  it('knows all of these formats', () => expect(formats.toSorted()).toEqual(['hf-jsonl', 'hf-parquet', 'native', 'w3c']));

  it.for<readonly [name: string, words: readonly string[]]>([
    ['every slice is the one that we meant', []],
    ['whatever is damaged is noticed', ['--damage']],
  ])('%s', async ([, words], context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const root = await exportedFolders();
    const { code, output } = ran(python.path, [script, root, ...words], inFolder(root));
    expect(output).toMatch(words.length === 0 ? /^[1-9]\d* passed, 0 failed$/m : /^damaged: [1-9]\d* noticed$/m);
    expect(output).not.toContain('Traceback');
    expect(code).toBe(0);
  });
});
