import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
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
];

/**
 * Scripts that read something else: whole exports with card and splits (`hugging-face.interop.ts`, `rehydrated.interop.ts`), values
 * (`agreement.interop.ts`).
 */
const elsewhere = ['check_hugging_face.py', 'check_rehydrated.py', 'check_agreement.py', 'check_agreement_packages.py'];

/** The name tells doccano's check what offsets count. */
const stemFor = (format: string): string => (format.endsWith('codepoints') ? 'golden-codepoints' : 'golden');

const python = tool('python');

describe('Python reads what we write', () => {
  it('every script is used', () => {
    const used = new Set([...elsewhere, ...checks.map(([script]) => script)]);
    expect(readdirSync(scripts).filter((name) => name.startsWith('check_') && !used.has(name))).toEqual([]);
  });

  for (const [script, formats] of checks)
    for (const format of formats) {
      it(`${script}: ${format}`, (context) => {
        if (python.kind === 'missing') return context.skip(python.reason);
        const { folder } = exported(format, goldenCorpus, stemFor(format));
        const { code, output } = ran(python.path, [path.join(scripts, script), folder], inFolder(folder));
        expect(output).toMatch(/^[1-9]\d* passed, 0 failed$/m);
        expect(code).toBe(0);
      });

      it(`${script}: ${format}, and fails where offsets are wrong`, (context) => {
        if (python.kind === 'missing') return context.skip(python.reason);
        const { folder } = exported(format, goldenCorpus, stemFor(format));
        const { code, output } = ran(python.path, [path.join(scripts, script), folder, '--damage'], inFolder(folder));
        // The script itself says whether it noticed.
        expect(output).not.toContain('Traceback');
        expect(code).toBe(0);
      });
    }
});
