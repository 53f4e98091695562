import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Continuum } from '../../shared/agreement/continuum.ts';
import { measure } from '../../shared/agreement/measure.ts';
import { defaultParameters } from '../../shared/agreement/metric.ts';
import { metrics } from '../../shared/agreement/registry.ts';
import { continuumLabels, continuumOf, textUnder } from '../arbitraries/continuum.ts';
import { inFolder, type Ran, ran, tool } from './tools.ts';

const wanted = ['strict-f1', 'token-alpha', 'token-alpha-jaccard', 'token-alpha-masi', 'token-fleiss', 'token-kappa', 'token-pi'];
const options = {
  metrics: metrics.filter(({ id }) => wanted.includes(id)), subjects: { labels: continuumLabels, relations: [], attributes: [] },
  parameters: { ...defaultParameters, replicates: 0 },
};

/** A text as its marks, and what we say of it. */
function caseOf(text: Continuum): object {
  const scores = measure([{ text: textUnder(), continuum: text }], options);
  return {
    length: text.length, labels: continuumLabels,
    people: Object.fromEntries(text.voices.map(({ annotator, marked }) =>
      [annotator, marked.map(({ label, spans }) => ({ label, spans: spans.map(({ start, end }) => [start, end]) }))])),
    values: Object.fromEntries(scores.map(({ metric, label, value }) => [label === null ? metric : `${metric} ${label}`, value])),
  };
}

const python = tool('python');
const script = path.join(import.meta.dirname, 'python', 'check_agreement.py');
const cases = fc.sample(continuumOf('one', { min: 2, max: 3 }), { numRuns: 300, seed: 1405 }).map(caseOf);

describe('κ, π, α and F1 of random texts, by nltk and scikit-learn', () => {
  it('are what we say', (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path);
    expect(output).toMatch(/^[1-9]\d{3,} passed, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('are not what we say when that is moved by a thousandth', (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, '--damage');
    // The script itself says whether it noticed.
    expect(output).not.toContain('Traceback');
    expect(code).toBe(0);
  });
});

function checked(program: string, ...damage: readonly string[]): Ran {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-agreement-'));
  writeFileSync(path.join(folder, 'cases.json'), JSON.stringify(cases));
  return ran(program, [script, folder, ...damage], inFolder(folder));
}
