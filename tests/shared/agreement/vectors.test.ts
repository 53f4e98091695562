import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../../build/project.mjs';
import { type Vector, vectorMetrics } from './vector-metrics.ts';

/** Worked examples, many of them printed in the papers that the measures come from; another file of that form may be named. */
const file = process.env.NAQL_VECTORS ?? inProject('tests', 'fixtures', 'agreement', 'vectors.json');
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { readonly vectors: readonly Vector[] };
const tolerance = 1.5e-6;

/** Where an answer differs from what is expected; what nobody expects is passed over. */
function differences(expected: unknown, found: unknown, path: string): readonly string[] {
  if (typeof expected === 'number' && typeof found === 'number') {
    return Math.abs(expected - found) <= tolerance ? [] : [`${path}: ${found}, not ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
    return expected.flatMap((one, place) => differences(one, found[place], `${path}[${place}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return [`${path}: ${String(found)} is no object`];
    return Object.entries(expected).flatMap(([key, value]) => differences(value, (found as Record<string, unknown>)[key], `${path}.${key}`));
  }
  return Object.is(expected, found) ? [] : [`${path}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`];
}

/** The same spans, listed the other way round. */
function reversed(vector: Vector): Vector {
  const { annotators } = vector.input;
  if (!annotators) return vector;
  // Their ids are given by place where they have none.
  const named = Object.entries(annotators).map(([name, spans]) =>
    [name, spans.map((span, place) => ({ id: `${name}${place}`, ...span })).toReversed()] as const);
  return { ...vector, input: { ...vector.input, annotators: Object.fromEntries(named.toReversed()) } };
}

const answer = ({ metric, input, params }: Vector): unknown => {
  const measure = vectorMetrics[metric];
  if (!measure) throw new Error(`no measure called "${metric}"`);
  return measure(input, params);
};

describe('worked examples of agreement', () => {
  it('there are as many as there should be', () => expect(vectors.length).toBeGreaterThanOrEqual(process.env.NAQL_VECTORS === undefined ? 38 : 1));

  const rows = vectors.map((vector) => [vector.id, vector.metric, vector] as const);

  it.each(rows)('%s %s', (_, __, vector) => {
    expect(differences(vector.expected, answer(vector), vector.id)).toEqual([]);
  });

  it.each(rows)('%s %s, spans and people listed the other way round', (_, __, vector) => {
    expect(differences(vector.expected, answer(reversed(vector)), vector.id)).toEqual([]);
  });
});
