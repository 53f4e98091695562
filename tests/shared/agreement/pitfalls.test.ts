import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../../build/project.mjs';
import { type Vector, type VectorInput, vectorMetrics } from './vector-metrics.ts';

const { vectors } = JSON.parse(readFileSync(inProject('tests', 'fixtures', 'agreement', 'vectors.json'), 'utf8')) as { readonly vectors: readonly Vector[] };

function vector(id: string): Vector {
  const found = vectors.find((one) => one.id === id);
  if (!found) throw new Error(`no worked example ${id}`);
  return found;
}

const measured = (metric: string, input: VectorInput, params: Vector['params'] = {}): Readonly<Record<string, unknown>> => {
  const measure = vectorMetrics[metric];
  if (!measure) throw new Error(`no measure called ${metric}`);
  return measure(input, params) as Readonly<Record<string, unknown>>;
};

type Spans = NonNullable<VectorInput['annotators']>[string];
const q = (start: number, end: number, id?: string, label = 'Q'): Spans[number] => ({ start, end, label, ...(id !== undefined && { id }) });

/** Where measures mislead, by the names that the research gives to its cases; those that are in the file of worked examples are tested with it. */
describe('known pitfalls of measures of agreement', () => {
  it('T05–T07: κ of the same spans moves with the unmarked text around them, and F1 does not', () => {
    const { input, params } = vector('T05');
    const kappas = [40, 400, 4000].map((length) => measured('token_cohen_kappa', { ...input, length }, params)['value']);
    [0.444444, 0.494949, 0.4995].forEach((expected, place) => expect(kappas[place]).toBeCloseTo(expected, 5));
    expect(new Set([40, 400, 4000].map((length) => measured('exact_f1', { ...input, length })['f1']))).toEqual(new Set([0]));
  });

  it('U03, F06, T08, F05: of a side that marked nothing κ is 0, α_U about −⅓ and F1 0; where nobody marked anything both are undefined', () => {
    const oneSided = { length: 10, annotators: { A: [q(2, 6)], B: [] } };
    const bare = { length: 10, annotators: { A: [], B: [] } };
    expect(measured('exact_f1', oneSided)['f1']).toBe(0);
    expect(measured('semeval', oneSided)).toMatchObject({ strict: { MIS: 1, SPU: 0, recall: 0, f1: 0 }, partial: { f1: 0 } });
    expect(measured('exact_f1', bare)['f1']).toBeNull();
    expect(measured('alpha_u', bare)['alphaU']).toBeNull();
    const { input, params } = vector('T09');
    expect(measured('token_cohen_kappa', input, params)['value']).toBe(0);
    // Do = 36/900, De = (2/30) · 36 · (19 + 25) / 3510.
    expect(measured('alpha_u', input)['alphaU']).toBeCloseTo(1 - (36 / 900) / ((2 / 30) * 36 * 44 / 3510), 9);
  });

  it('F03: which spans are a pair does not depend on the order in which either side lists them', () => {
    const a = [q(0, 5), q(5, 10), q(8, 14, undefined, 'SPK')];
    const b = [q(4, 10), q(0, 4), q(9, 14, undefined, 'SPK')];
    const orders = <T>([x, y, z]: readonly T[]): readonly (readonly T[])[] => [[x, y, z], [x, z, y], [y, x, z], [y, z, x], [z, x, y], [z, y, x]] as readonly (readonly T[])[];
    const answers = orders(a).flatMap((A) => orders(b).map((B) => JSON.stringify(measured('semeval', { annotators: { A, B } }))));
    expect(new Set(answers).size).toBe(1);
  });

  it('D02: of three stacked alike against two, two are pairs and one is alone; none is counted twice', () => {
    const { rows } = measured('diff', { annotators: { A: [q(0, 10, 'a1'), q(0, 10, 'a2'), q(0, 10, 'a3')], B: [q(0, 10, 'b1'), q(0, 10, 'b2')] } }) as { readonly rows: readonly { readonly a: string | null; readonly b: string | null; readonly class: string }[] };
    expect(rows.map((row) => row.class).sort()).toEqual(['agree', 'agree', 'onlyA']);
    expect(new Set(rows.flatMap(({ a, b }) => [a, b]).filter((id) => id !== null)).size).toBe(5);
  });

  it('D04: stacked spans of three people fall into a cluster for each layer, with nobody in one twice', () => {
    const stack = (name: string, count: number): Spans => Array.from({ length: count }, (_, place) => q(0, 10, `${name}${place}`));
    const { clusters } = measured('clusters', { annotators: { A: stack('a', 2), B: stack('b', 2), C: stack('c', 1) } }) as { readonly clusters: readonly { readonly members: object; readonly class: string; readonly missing: readonly string[] }[] };
    expect(clusters.map(({ members, missing }) => [Object.keys(members).length, missing.length])).toEqual([[3, 0], [2, 1]]);
    expect(new Set(clusters.flatMap(({ members }) => Object.values(members))).size).toBe(5);
  });

  it('P01–P03: guillemets and a space turn exact F1 from 1 to 0; on tokens both marked the same', () => {
    const { input } = vector('P01');
    expect(measured('exact_f1', input, { unit: 'utf16' })['f1']).toBe(0);
    expect(measured('exact_f1', input, { unit: 'token' })['f1']).toBe(1);
    expect(measured('unit_f1', input, { unit: 'utf16' })['micro']).toBeCloseTo(0.95082, 5);
  });
});
