import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { annoContext } from '../consumers/anno-context.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { longArticle } from '../fixtures/long-article.ts';
import { exported } from './exported.ts';
import { inFolder, ran, tool } from './tools.ts';

const scripts = path.join(import.meta.dirname, 'python');

/** Each script, and the formats that it reads. The script compares every slice and every count with `snapshot.json`. */
const checks: readonly (readonly [script: string, formats: readonly string[]])[] = [
  ['check_spacy.py', ['spacy']],
  ['check_prodigy.py', ['prodigy']],
  ['check_conll.py', ['conll2003-iob2', 'conll2003-iob1', 'conll2003-bioes', 'conll-tab-iob2', 'conll-tab-bioes']],
  ['check_conllup.py', ['conllu-plus']],
  ['check_label_studio.py', ['label-studio']],
  ['check_doccano.py', ['doccano', 'doccano-codepoints', 'doccano-relations', 'doccano-relations-codepoints']],
  ['check_cassis.py', ['uima-xmi', 'uima-json']],
  ['check_openpyxl.py', ['xlsx']],
  ['check_w3c.py', ['w3c']],
];

/**
 * Scripts that read something else: whole exports with card and splits (`hugging-face.interop.ts`, `rehydrated.interop.ts`), values
 * (`agreement.interop.ts`), groups and splits (`splits.interop.ts`).
 */
const elsewhere = ['check_hugging_face.py', 'check_rehydrated.py', 'check_agreement.py', 'check_agreement_packages.py', 'check_splits.py'];

/** The name tells doccano's check what offsets count. */
const stemFor = (format: string): string => (format.endsWith('codepoints') ? 'golden-codepoints' : 'golden');

/** Those that read a long article in a few seconds. */
const ofLongArticle = [
  ['check_prodigy.py', 'prodigy'], ['check_conllup.py', 'conllu-plus'], ['check_label_studio.py', 'label-studio'], ['check_doccano.py', 'doccano'],
  ['check_cassis.py', 'uima-xmi'], ['check_w3c.py', 'w3c'],
] as const;

const python = tool('python');

/** A corpus in a format, and beside W3C's the context that rdflib would otherwise ask the network for. */
function written(format: string, corpus = goldenCorpus): string {
  const { folder } = exported(format, corpus, stemFor(format));
  if (format === 'w3c') writeFileSync(path.join(folder, 'anno-context.json'), JSON.stringify(annoContext));
  return folder;
}

describe('Python reads what we write', () => {
  it('every script is used', () => {
    const used = new Set([...elsewhere, ...checks.map(([script]) => script)]);
    expect(readdirSync(scripts).filter((name) => name.startsWith('check_') && !used.has(name))).toEqual([]);
  });

  for (const [script, formats] of checks)
    for (const format of formats) {
      it(`${script}: ${format}`, (context) => {
        if (python.kind === 'missing') return context.skip(python.reason);
        const folder = written(format);
        const { code, output } = ran(python.path, [path.join(scripts, script), folder], inFolder(folder));
        expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
        expect(code).toBe(0);
      });

      it(`${script}: ${format}, and fails where offsets are wrong`, (context) => {
        if (python.kind === 'missing') return context.skip(python.reason);
        const folder = written(format);
        const { code, output } = ran(python.path, [path.join(scripts, script), folder, '--damage'], inFolder(folder));
        // The script itself says whether it noticed.
        expect(output).not.toContain('Traceback');
        expect(code).toBe(0);
      });
    }

  for (const [script, format] of ofLongArticle)
    it(`${script}: ${format} of an article of 200,000 characters`, (context) => {
      if (python.kind === 'missing') return context.skip(python.reason);
      const folder = written(format, longArticle());
      const { code, output } = ran(python.path, [path.join(scripts, script), folder], inFolder(folder));
      expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
      expect(code).toBe(0);
    });
});
