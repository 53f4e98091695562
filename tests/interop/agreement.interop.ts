import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { continuum, type Continuum, type Stretch, stretchesOf } from '../../shared/agreement/continuum.ts';
import { disorderOf, gamma, gammaCounts } from '../../shared/agreement/gamma.ts';
import { alphaCounts, krippendorffAlpha, nominal } from '../../shared/agreement/krippendorff-alpha.ts';
import { measure } from '../../shared/agreement/measure.ts';
import { defaultParameters } from '../../shared/agreement/metric.ts';
import { metrics } from '../../shared/agreement/registry.ts';
import { runThrough } from '../../shared/agreement/run-through.ts';
import { spanAlignment } from '../../shared/agreement/span-alignment.ts';
import { f1, spanCounts, type SpanScheme } from '../../shared/agreement/span-f1.ts';
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
const scriptIn = (name: string): string => path.join(import.meta.dirname, 'python', name);
const cases = fc.sample(continuumOf('one', { min: 2, max: 3 }), { numRuns: 300, seed: 1405 }).map(caseOf);

describe('κ, π, α and F1 of random texts, by nltk and scikit-learn', () => {
  it('are what we say', (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, 'check_agreement.py', 'cases.json', cases);
    expect(output).toMatch(/^[1-9]\d{3,} passed, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('are not what we say when that is moved by a thousandth', (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, 'check_agreement.py', 'cases.json', cases, '--damage');
    // The script itself says whether it noticed.
    expect(output).not.toContain('Traceback');
    expect(code).toBe(0);
  });
});

/** What up to four people said of the same things; `null` where somebody was silent. */
const coding = fc.integer({ min: 2, max: 4 }).chain((people) =>
  fc.array(fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: people, maxLength: people }), { minLength: 3, maxLength: 12 }));

function codingCase(things: readonly (readonly (string | null)[])[]): object {
  const tally = alphaCounts(things.map((values) => ({ values: values.filter((value) => value !== null), count: 1 })), nominal);
  return { columns: (things[0] ?? []).map((_, person) => things.map((values) => values[person] ?? null)), alpha: krippendorffAlpha(tally, nominal) };
}

/** One piece each, no two in the same place: packages hold no others. */
const unit = fc.record({ start: fc.nat(60), size: fc.integer({ min: 1, max: 12 }), label: fc.constantFrom(...continuumLabels) });
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 6, selector: ({ start, size }) => `${start} ${size}` })
  .map((list) => list.map(({ start, size, label }) => ({ start, end: start + size, label })));

const textOf = (people: Readonly<Record<string, readonly Stretch[]>>): Continuum => continuum('one', 80, Object.entries(people).map(([annotator, list]) => ({
  annotator, links: [], marked: list.map(({ start, end, label }, place) => ({ id: `${annotator}${place}`, label, spans: [{ start, end }], attributes: {} })),
})));

function spanCase([a, b]: readonly [readonly Stretch[], readonly Stretch[]]): object {
  const alignment = spanAlignment(textOf({ a, b }), null);
  const value = (scheme: SpanScheme): number | null => f1(spanCounts(alignment, scheme));
  return { a, b, labels: continuumLabels, values: { strict: value('strict'), exact: value('exact'), partial: value('partial'), ent_type: value('type') } };
}

/** γ itself of a few: drawing chance takes the package long. */
function unitCase(lists: readonly (readonly Stretch[])[], place: number): object {
  const people = Object.fromEntries(lists.map((list, person) => [`p${person}`, list]));
  const text = textOf(people);
  const weights = { alpha: [1, 3][place % 2] ?? 1, beta: 1, delta: 1 };
  const counts = place < 10 ? runThrough(gammaCounts(text, null, { ...defaultParameters, ...weights, samples: 60 })) : null;
  return { people, alpha: weights.alpha, beta: weights.beta, disorder: disorderOf(text.voices.map(stretchesOf), weights), gamma: counts && gamma(counts) };
}

const sampled = <Value,>(arbitrary: fc.Arbitrary<Value>, numRuns: number): readonly Value[] => fc.sample(arbitrary, { numRuns, seed: 1405 });

const packages = {
  codings: sampled(coding, 300).map(codingCase),
  spans: sampled(fc.tuple(units, units), 400).map(spanCase),
  units: sampled(fc.integer({ min: 2, max: 3 }).chain((people) => fc.array(units, { minLength: people, maxLength: people })), 60).map(unitCase),
};

describe('α with silent people, SemEval’s F1 and γ, by krippendorff, simpledorff, nervaluate and pygamma-agreement', () => {
  it('are what we say, but for the traps that are named', (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, 'check_agreement_packages.py', 'packages.json', packages);
    for (const name of ['krippendorff', 'simpledorff', 'nervaluate', 'pygamma-agreement']) expect(output).toMatch(new RegExp(`^${name}: [1-9]\\d+ passed, 0 failed$`, 'm'));
    expect(code).toBe(0);
  });

  it('are not what we say when that is moved by a thousandth: each package notices', (context) => {
    if (python.kind === 'missing') return context.skip(python.reason);
    const { code, output } = checked(python.path, 'check_agreement_packages.py', 'packages.json', packages, '--damage');
    expect(output).toContain('damaged: not noticed by nobody');
    expect(code).toBe(0);
  });
});

function checked(program: string, script: string, file: string, content: object, ...damage: readonly string[]): Ran {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-agreement-'));
  writeFileSync(path.join(folder, file), JSON.stringify(content));
  return ran(program, [scriptIn(script), folder, ...damage], inFolder(folder));
}
