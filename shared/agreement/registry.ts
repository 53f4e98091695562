import { type MessageCode } from '../messages/catalogue.ts';
import { alphaU, alphaUCounts } from './alpha-u.ts';
import { clusteredValues, pairedValues } from './attribute-agreement.ts';
import { boundaryEdits, boundarySimilarity, editCounts, meanOffset, offsetCounts, type Side } from './boundaries.ts';
import { citations } from './citations.ts';
import { cohenKappa, gwetAc1, rawAgreement, scottPi } from './contingency-table.ts';
import { type Continuum } from './continuum.ts';
import { fleissCounts, fleissKappa } from './fleiss-kappa.ts';
import { chancePrecision, gamma, gammaCounts } from './gamma.ts';
import { iouCounts } from './iou-f1.ts';
import { alphaCounts, type Distance, jaccard, krippendorffAlpha, masi, nominal } from './krippendorff-alpha.ts';
import { type Metric, type Scope } from './metric.ts';
import { overlapCounts } from './overlap-f1.ts';
import { contingency, type Pattern, patterns } from './patterns.ts';
import { relationCounts, type RelationScheme } from './relation-f1.ts';
import { spanAlignment } from './span-alignment.ts';
import { diceOf, spanCounts, type SpanScheme, spanTally, strictTally } from './span-f1.ts';
import { Counts, type Tally } from './tally.ts';
import { labelAlpha, labelCoverage, markedAlpha, oneLabelAlpha, uAlpha, uAlphaCounts } from './u-alpha.ts';

const labels: Scope = { of: 'labels', overall: true, each: true };
const overall: Scope = { of: 'labels', overall: true, each: false };
const relations: Scope = { of: 'relations', overall: true, each: true };
const attributes: Scope = { of: 'attributes', overall: false, each: true };

const spans = { unit: 'character', counts: 'annotations', people: 'pairs', scope: labels, best: 1 } as const;
const onTokens = { unit: 'token', counts: 'tokens', scope: labels, best: 1 } as const;
const unitizing = { unit: 'character', counts: 'annotations', people: 'all', best: 1 } as const;
const onPairs = { unit: 'character', counts: 'pairs', people: 'mean-of-pairs', scope: attributes, best: 1, source: citations.cohen } as const;

const spanF1 = <Id extends string>(id: Id, scheme: SpanScheme) => ({
  ...spans, id, source: citations.semeval, value: diceOf,
  count: (text: Continuum, label: string | null) => spanTally(spanCounts(spanAlignment(text, label), scheme)),
});

/** A table of two people's values, with how many things it is about. */
const tableOf = (items: readonly Pattern[]): Tally =>
  new Counts([...contingency(items), ['n', items.reduce((sum, { count }) => sum + count, 0)]]);

const tokenTable = <Id extends string>(id: Id) => ({
  ...onTokens, id, people: 'mean-of-pairs' as const, count: (text: Continuum, label: string | null) => tableOf(patterns(text, label)),
});

const tokenAlpha = <Id extends string>(id: Id, distance: Distance) => ({
  ...onTokens, id, people: 'all' as const,
  count: (text: Continuum, label: string | null) => alphaCounts(patterns(text, label), distance),
  value: (tally: Tally) => krippendorffAlpha(tally, distance),
});

const relationF1 = <Id extends string>(id: Id, scheme: RelationScheme) => ({
  id, unit: 'character' as const, counts: 'relations' as const, people: 'pairs' as const, scope: relations, best: 1 as const,
  source: citations.hripcsak, value: diceOf, count: (text: Continuum, type: string | null) => relationCounts(text, type, scheme),
});

/** What two people said of one attribute. */
export const attributeTable = (text: Continuum, subject: string | null): Tally => tableOf(pairedValues(text, named(subject)));
const onAttribute = <Id extends string>(id: Id) => ({ ...onPairs, id, count: attributeTable });

const boundaryOffset = <Id extends string>(id: Id, side: Side) => ({
  id, unit: 'token' as const, counts: 'pairs' as const, people: 'pairs' as const, scope: labels, best: 0 as const, source: citations.fournier,
  count: (text: Continuum, label: string | null) => offsetCounts(text, label, side), value: meanOffset,
});

function named(subject: string | null): string {
  if (subject === null) throw new Error('a measure of single attributes or labels was asked about everything together');
  return subject;
}

/** All Metrics, in the order in which lists show them. Adding one: its file, a line here, its words in `shared/messages/agreement.ts`. */
export const metrics = [
  { ...spans, id: 'strict-f1', source: citations.hripcsak, count: strictTally, value: diceOf },
  { ...spans, id: 'overlap-f1', source: citations.dice, count: (text: Continuum, label: string | null) => overlapCounts(text, label), value: diceOf },
  { ...unitizing, id: 'gamma', scope: labels, source: citations.gamma, count: gammaCounts, value: gamma, precision: chancePrecision },
  spanF1('exact-f1', 'exact'),
  spanF1('partial-f1', 'partial'),
  spanF1('type-f1', 'type'),
  {
    ...spans, id: 'iou-f1', source: citations.jaccard, value: diceOf,
    count: (text: Continuum, label: string | null, { threshold }) => iouCounts(text, label, threshold),
  },
  { ...tokenAlpha('token-alpha', nominal), source: citations.krippendorff2004 },
  { ...tokenAlpha('token-alpha-jaccard', jaccard), scope: overall, source: citations.krippendorff2004 },
  { ...tokenAlpha('token-alpha-masi', masi), scope: overall, source: citations.passonneau },
  { ...tokenTable('token-kappa'), source: citations.cohen, value: cohenKappa },
  { ...tokenTable('token-pi'), source: citations.scott, value: scottPi },
  {
    ...onTokens, id: 'token-fleiss', people: 'all', source: citations.fleiss, value: fleissKappa,
    count: (text: Continuum, label: string | null) => fleissCounts(patterns(text, label)),
  },
  { ...unitizing, id: 'alpha-u', scope: labels, source: citations.krippendorff1995, count: alphaUCounts, value: alphaU },
  { ...unitizing, id: 'u-alpha', scope: labels, source: citations.uAlpha, count: uAlphaCounts, value: uAlpha },
  { ...unitizing, id: 'u-alpha-marked', scope: labels, source: citations.uAlpha, count: uAlphaCounts, value: markedAlpha },
  { ...unitizing, id: 'cu-alpha', scope: overall, source: citations.uAlpha, count: uAlphaCounts, value: labelAlpha, coverage: labelCoverage },
  {
    ...unitizing, id: 'ku-alpha', scope: { of: 'labels', overall: false, each: true }, source: citations.uAlpha,
    count: (text: Continuum) => uAlphaCounts(text, null), value: (tally: Tally, subject: string | null) => oneLabelAlpha(tally, named(subject)), coverage: labelCoverage,
  },
  {
    id: 'boundary-similarity', unit: 'token', counts: 'borders', people: 'pairs', scope: labels, best: 1, source: citations.fournier,
    count: (text: Continuum, label: string | null, { window }) => editCounts(boundaryEdits(text, label, window)), value: boundarySimilarity,
  },
  boundaryOffset('start-offset', 'start'),
  boundaryOffset('end-offset', 'end'),
  relationF1('relation-strict-f1', 'strict'),
  relationF1('relation-relaxed-f1', 'relaxed'),
  relationF1('relation-given-f1', 'given'),
  { ...onAttribute('attribute-raw'), value: rawAgreement },
  { ...onAttribute('attribute-kappa'), value: cohenKappa },
  { ...onAttribute('attribute-ac1'), source: citations.gwet, value: (tally: Tally) => gwetAc1(tally) },
  {
    ...onPairs, id: 'attribute-alpha', people: 'all', source: citations.krippendorff2004, value: (tally: Tally) => krippendorffAlpha(tally, nominal),
    count: (text: Continuum, subject: string | null) => alphaCounts(clusteredValues(text, named(subject)), nominal),
  },
] as const satisfies readonly Metric[];

export type KnownMetric = (typeof metrics)[number];
export type MetricId = KnownMetric['id'];

export const metricById = (id: string): KnownMetric | undefined => metrics.find((metric) => metric.id === id);

/** Its name, and a sentence on what it counts. */
export const metricName = (id: MetricId) => `metric.${id}` as const satisfies MessageCode;
export const metricMeaning = (id: MetricId) => `metric.${id}.means` as const satisfies MessageCode;
