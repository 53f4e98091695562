import { canonicalJson } from '../canonical-json.ts';
import { type Codec } from '../codecs/codec.ts';
import { surroundings } from '../codecs/surroundings.ts';
import { type Schema } from '../model/schema.ts';
import { graphemeVersion } from '../text/graphemes.ts';
import { tokenVersion } from '../text/tokens.ts';
import { toldArticles, toldLeaks } from './article-names.ts';
import { type ExportOptions } from './export-options.ts';
import { type ExportPlan } from './export-plan.ts';
import { groupingVersion } from './groups.ts';
import { leastContainment, leastJaccard, pieceLength } from './likeness.ts';
import { dayRange } from './near-pairs.ts';
import { passageLength, passageWindow } from './passages.ts';
import { bands, signatureLength } from './signature.ts';

export const exportFile = surroundings.export;

/** How near-duplicates were found, for the record and the card. */
export const grouping = {
  version: groupingVersion, characters: pieceLength, permutations: signatureLength, bands, jaccard: leastJaccard * 100,
  containment: leastContainment * 100, days: dayRange, passages: { characters: passageLength, window: passageWindow },
} as const;

/**
 * What this export was made of and how: enough to make the same bytes again. Keys are sorted, there is no clock in it, and nobody's
 * id where Annotators have pseudonyms.
 */
export function exportText(plan: ExportPlan, { schema, codec, app, lossHash }: {
  readonly schema: Schema;
  readonly codec: Codec;
  readonly app: string;
  /** SHA-256 of `loss-report.json`. */
  readonly lossHash: string;
}): string {
  const { snapshot, options, counts, splits } = plan;
  const record = {
    format: 'naql.export',
    version: '1.0',
    app,
    snapshot,
    schema: { id: schema.id, version: schema.version },
    codec: { id: codec.id, offset_unit: codec.offsetUnit },
    segmentation: { graphemes: graphemeVersion, tokens: tokenVersion },
    grouping: splits && grouping,
    options: anonymous(options, plan),
    seed: options.split && options.split.method.kind !== 'time' ? options.split.method.seed : null,
    counts,
    splits,
    leaks: toldLeaks(plan),
    loss_report_sha256: lossHash,
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(record)), null, 1)}\n`;
}

/** The Annotator and the Articles that were chosen, as files call them. */
export function anonymous(options: ExportOptions, plan: Pick<ExportPlan, 'pseudonyms' | 'articleNames' | 'snapshot'>): ExportOptions {
  const { sets } = options.selection;
  const told = { ...options, selection: { ...options.selection, articles: toldArticles(options.selection.articles, plan) } };
  if (sets.kind !== 'annotator') return told;
  const annotator = (plan.pseudonyms?.get(sets.annotator) ?? sets.annotator) as typeof sets.annotator;
  return { ...told, selection: { ...told.selection, sets: { ...sets, annotator } } };
}
