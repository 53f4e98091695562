import { boundaryEdits, boundaryOffsets, boundarySimilarity, editCounts } from '../../../shared/agreement/boundaries.ts';
import { alphaU, alphaUCounts, unitizing } from '../../../shared/agreement/alpha-u.ts';
import { pairedValues } from '../../../shared/agreement/attribute-agreement.ts';
import { percentileInterval, replicates } from '../../../shared/agreement/bootstrap.ts';
import { cohenKappa, gwetAc1, rawAgreement, scottPi } from '../../../shared/agreement/contingency-table.ts';
import { continuum, type Continuum, inSegments, labelsOf, type Stretch, stretchesOf } from '../../../shared/agreement/continuum.ts';
import { fleissCounts, fleissKappa } from '../../../shared/agreement/fleiss-kappa.ts';
import { disorderOf, isApart, leastApart, moved } from '../../../shared/agreement/gamma.ts';
import { bestAlignment, type GammaWeights } from '../../../shared/agreement/gamma-alignment.ts';
import { iouCounts } from '../../../shared/agreement/iou-f1.ts';
import { alphaCounts, type Distance, jaccard, krippendorffAlpha, masi, nominal } from '../../../shared/agreement/krippendorff-alpha.ts';
import { overlapCounts } from '../../../shared/agreement/overlap-f1.ts';
import { meanOverPairs } from '../../../shared/agreement/pair-table.ts';
import { contingency, type Pattern, patterns } from '../../../shared/agreement/patterns.ts';
import { metricById } from '../../../shared/agreement/registry.ts';
import { relationCounts } from '../../../shared/agreement/relation-f1.ts';
import { Series } from '../../../shared/agreement/series.ts';
import { spanAlignment } from '../../../shared/agreement/span-alignment.ts';
import { diceOf, diceTally, f1, precision, recall, spanCounts, spanTally, type SpanCounts } from '../../../shared/agreement/span-f1.ts';
import { pooled } from '../../../shared/agreement/tally.ts';
import { labelAlpha, labelCoverage, markedAlpha, oneLabelAlpha, uAlpha, uAlphaCounts } from '../../../shared/agreement/u-alpha.ts';
import { align } from '../../../shared/compare/align.ts';
import { clusters } from '../../../shared/compare/clusters.ts';
import { type Link, type Marked } from '../../../shared/compare/marked.ts';
import { verdictOn } from '../../../shared/compare/verdict.ts';

/** A span of the vectors. */
interface VectorSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly id?: string;
  readonly fragments?: readonly (readonly [number, number])[];
  readonly attrs?: Readonly<Record<string, string>>;
}

interface VectorRelations {
  readonly spans: Readonly<Record<string, VectorSpan>>;
  readonly relations: readonly { readonly type: string; readonly head: string; readonly tail: string }[];
}

type Value = string | number | null;

export interface VectorInput {
  readonly begin?: number;
  readonly length?: number;
  readonly tokens?: readonly (readonly [number, number])[];
  readonly annotators?: Readonly<Record<string, readonly VectorSpan[]>>;
  readonly items?: readonly (readonly Value[])[];
  readonly a?: readonly Value[] | VectorRelations;
  readonly b?: readonly Value[] | VectorRelations;
  readonly documents?: readonly { readonly tp: number; readonly nA: number; readonly nB: number }[];
}

export interface VectorParams {
  readonly label?: string;
  readonly unit?: string;
  readonly categories?: readonly Value[];
  readonly alpha?: number;
  readonly beta?: number;
  readonly delta?: number;
  readonly threshold?: number;
  readonly attribute?: string;
  readonly nT?: number;
  readonly replicates?: number;
  readonly seed?: number;
}

export interface Vector {
  readonly id: string;
  readonly metric: string;
  readonly params: VectorParams;
  readonly input: VectorInput;
  readonly expected: object;
}

const marked = (name: string, begin: number, { start, end, label, id, fragments, attrs }: VectorSpan, place: number): Marked => ({
  id: id ?? `${name}${place}`, label, attributes: attrs ?? {},
  spans: (fragments ?? [[start, end]]).map(([from, to]) => ({ start: from - begin, end: to - begin })),
});

/** As the vectors say it: on their own ruler, or on their tokens where they ask for that. */
function textOf({ annotators = {}, begin = 0, length, tokens = [] }: VectorInput, { unit }: VectorParams): Continuum {
  const voices = Object.entries(annotators).map(([annotator, spans]) =>
    ({ annotator, links: [], marked: spans.map((span, place) => marked(annotator, begin, span, place)) }));
  const end = Math.max(0, ...voices.flatMap((voice) => voice.marked.flatMap(({ spans }) => spans.map((span) => span.end))));
  const whole = continuum('vector', length ?? end, voices);
  return unit?.startsWith('token') ? inSegments(tokens.map(([from, to]) => ({ start: from, end: to })), whole) : whole;
}

function spoken(values: readonly Value[]): Pattern {
  return { values: values.flatMap((value) => (value === null ? [] : String(value))), count: 1 };
}

/** Two lists of values as items of two. */
function twoLists({ a, b }: VectorInput): readonly Pattern[] {
  if (!Array.isArray(a) || !Array.isArray(b)) throw new Error('two lists of values are wanted');
  const [one, two] = [a as readonly Value[], b as readonly Value[]];
  return one.map((value, place) => spoken([value, two[place] ?? null])).filter(({ values }) => values.length === 2);
}

const items = ({ items: all = [] }: VectorInput): readonly Pattern[] => all.map(spoken);
const weightsOf = ({ alpha = 1, beta = 1, delta = 1 }: VectorParams): GammaWeights => ({ alpha, beta, delta });

/** All choices of one of each list. */
function everyWay<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return lists.reduce<readonly (readonly T[])[]>((ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])), [[]]);
}

/** Chance without a draw: each person in turn is everybody, at every place that is far enough from the others'. */
function exhaustiveChance(voices: readonly (readonly Stretch[])[], length: number, weights: GammaWeights): number | null {
  const least = leastApart(voices);
  const places = Array.from({ length }, (_, place) => place);
  const areApart = (way: readonly number[]): boolean => way.every((one, i) => way.slice(i + 1).every((other) => isApart(one, other, least, length)));
  const pivots = everyWay(voices.map(() => places)).filter(areApart);
  const disorders = everyWay(voices.map(() => voices)).flatMap((people) =>
    pivots.flatMap((way) => disorderOf(people.map((units, i) => moved(units, way[i] ?? 0, length)), weights) ?? []));
  return disorders.length === 0 ? null : disorders.reduce((sum, one) => sum + one, 0) / disorders.length;
}

const scored = (counts: SpanCounts): object => ({ ...counts, precision: precision(counts), recall: recall(counts), f1: f1(counts) });

function relations(a: VectorInput['a'], b: VectorInput['b']): Continuum {
  const voice = (annotator: string, work: VectorInput['a']) => {
    const { spans, relations: links } = work as VectorRelations;
    return {
      annotator,
      marked: Object.entries(spans).map(([id, span], place) => ({ ...marked(annotator, 0, span, place), id })),
      links: links.map(({ type, head, tail }, place): Link =>
        ({ id: `${annotator}r${place}`, type, from: head, to: { kind: 'annotation', id: tail } })),
    };
  };
  return continuum('vector', 0, [voice('A', a), voice('B', b)]);
}

const perLabel = (text: Continuum, of: (label: string) => unknown): object => Object.fromEntries(labelsOf(text).map((label) => [label, of(label)]));

function strictPairs({ article, length, voices }: Continuum): ReadonlyMap<string, number | null> {
  return new Map(voices.flatMap((a, place) => voices.slice(place + 1).map((b) =>
    [`${a.annotator}-${b.annotator}`, f1(spanCounts(spanAlignment({ article, length, voices: [a, b] }, null), 'strict'))] as const)));
}

function exactF1(text: Continuum): object {
  const counts = spanCounts(spanAlignment(text, null), 'strict');
  const [a, b] = text.voices;
  return { tp: counts.COR, nA: a?.marked.length, nB: b?.marked.length, f1: diceOf(spanTally(counts)) };
}

const markedBy = ({ voices }: Continuum): ReadonlyMap<string, readonly Marked[]> => new Map(voices.map((voice) => [voice.annotator, voice.marked]));
/** Of a Label where the vector names one. */
const tokensOf = (input: VectorInput, params: VectorParams): readonly Pattern[] => patterns(textOf(input, params), params.label ?? null);

/** What this program gives for a vector, by the name of the vector's metric. */
export const vectorMetrics: Readonly<Record<string, (input: VectorInput, params: VectorParams) => unknown>> = {
  token_cohen_kappa: (input, params) => ({ value: cohenKappa(contingency(tokensOf(input, params))) }),
  token_scott_pi: (input, params) => ({ value: scottPi(contingency(tokensOf(input, params))) }),
  token_fleiss_kappa: (input, params) => ({ value: fleissKappa(fleissCounts(tokensOf(input, params))) }),
  token_alpha_nominal: (input, params) => ({ value: krippendorffAlpha(alphaCounts(tokensOf(input, params), nominal), nominal) }),
  token_alpha_sets: (input, params) => {
    const alpha = (distance: Distance): number | null => krippendorffAlpha(alphaCounts(patterns(textOf(input, params)), distance), distance);
    return { jaccard: alpha(jaccard), masi: alpha(masi) };
  },
  coding_fleiss_kappa: (input) => ({ value: fleissKappa(fleissCounts(items(input))) }),
  coding_alpha_nominal: (input) => ({ value: krippendorffAlpha(alphaCounts(items(input), nominal), nominal) }),
  coding_cohen_kappa: (input) => ({ value: cohenKappa(contingency(twoLists(input))) }),
  coding_kappa_ac1: (input, { categories }) => {
    const table = contingency(twoLists(input));
    return { kappa: cohenKappa(table), ac1: gwetAc1(table, categories?.length), raw: rawAgreement(table) };
  },
  alpha_u: (input, params) => {
    const text = textOf(input, params);
    return {
      alphaU: alphaU(alphaUCounts(text, null)),
      byLabel: perLabel(text, (label) => {
        const { observed, expected } = unitizing(text, label);
        return { Do: observed, De: expected, alpha: alphaU(alphaUCounts(text, label)) };
      }),
    };
  },
  u_alpha_family: (input, params) => {
    const text = textOf(input, params);
    const counts = uAlphaCounts(text, null);
    if (!counts) throw new Error('units of one person overlap');
    return {
      u: uAlpha(counts), barU: markedAlpha(counts), cu: labelAlpha(counts), cuCoverage: labelCoverage(counts),
      ku: perLabel(text, (label) => oneLabelAlpha(counts, label)),
    };
  },
  gamma_best_alignment: (input, params) => {
    const voices = textOf(input, params).voices.map(stretchesOf);
    return { disorder: disorderOf(voices, weightsOf(params)), alignment: bestAlignment(voices, weightsOf(params)).rows };
  },
  gamma_exhaustive: (input, params) => {
    const { voices, length } = textOf(input, params);
    const units = voices.map(stretchesOf);
    const [observed, expected] = [disorderOf(units, weightsOf(params)), exhaustiveChance(units, length, weightsOf(params))];
    return { observed, expected, gamma: observed === null || expected === null || expected === 0 ? null : 1 - observed / expected };
  },
  semeval: (input, params) => {
    const alignment = spanAlignment(textOf(input, params), null);
    return Object.fromEntries((['strict', 'exact', 'partial', 'type'] as const).map((scheme) => [scheme, scored(spanCounts(alignment, scheme))]));
  },
  exact_f1: (input, params) => exactF1(textOf(input, params)),
  mean_pairwise_exact_f1: (input, params) => {
    const pairs = strictPairs(textOf(input, params));
    return { pairs: Object.fromEntries(pairs), mean: meanOverPairs([...pairs.values()]) };
  },
  iou_f1: (input, params) => ({ value: diceOf(iouCounts(textOf(input, params), params.label ?? null, params.threshold ?? 0.5)) }),
  unit_f1: (input, params) => {
    const text = textOf(input, params);
    const byLabel = perLabel(text, (label) => diceOf(overlapCounts(text, label)));
    return { micro: diceOf(overlapCounts(text, null)), macro: meanOverPairs(Object.values(byLabel)), byLabel };
  },
  relation_f1: ({ a, b }) => {
    const text = relations(a, b);
    const value = (scheme: 'strict' | 'relaxed' | 'given'): number | null => diceOf(relationCounts(text, null, scheme));
    return { strict: value('strict'), relaxed: value('relaxed'), givenSpans: value('given') };
  },
  attribute_agreement: (input, params) => {
    const text = textOf(input, params);
    const all = labelsOf(text).flatMap((label) => pairedValues(text, `${label}.${params.attribute ?? ''}`));
    const table = contingency(all);
    return { n: all.length, raw: rawAgreement(table), kappa: cohenKappa(table) };
  },
  boundary_offsets: (input, params) => boundaryOffsets(spanAlignment(textOf(input, params), null)),
  boundary_similarity: (input, params) => {
    const edits = boundaryEdits(textOf(input, params), null, params.nT ?? 2);
    return { B: boundarySimilarity(editCounts(edits)), ...edits };
  },
  bootstrap_f1: ({ documents = [] }, params) =>
    bootstrapped(documents.map(({ tp, nA, nB }) => diceTally(tp, nA, nB)), params.replicates ?? 2000, params.seed ?? 42),
  diff: (input, params) => {
    const [a, b] = textOf(input, params).voices;
    const { pairs, onlyA, onlyB } = align(a?.marked ?? [], b?.marked ?? []);
    return {
      rows: [
        ...pairs.map((pair) => ({ a: pair.a.id, b: pair.b.id, class: verdictOn([pair.a, pair.b]) })),
        ...onlyA.map(({ id }) => ({ a: id, b: null, class: 'onlyA' })),
        ...onlyB.map(({ id }) => ({ a: null, b: id, class: 'onlyB' })),
      ],
    };
  },
  clusters: (input, params) => ({
    clusters: clusters(markedBy(textOf(input, params))).map(({ members, verdict, missing, hull }) => ({
      members: Object.fromEntries([...members].map(([name, { id }]) => [name, id])), class: verdict, missing, hull: [hull.start, hull.end],
    })),
  }),
};

function bootstrapped(tallies: readonly ReturnType<typeof diceTally>[], count: number, seed: number): object {
  const metric = metricById('strict-f1');
  if (!metric) throw new Error('no strict F1');
  const series = new Series(metric, null);
  tallies.forEach((tally, place) => series.add(place, '', tally));
  const values: (number | null)[] = [];
  for (const draws of replicates(tallies.length, count, seed)) values.push(...series.drawn(draws));
  const defined = values.filter((value) => value !== null);
  const interval = percentileInterval(defined);
  return { f1: diceOf(pooled(tallies)), lo: interval?.[0] ?? null, hi: interval?.[1] ?? null, undefined: values.length - defined.length };
}
