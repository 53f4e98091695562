import { type Language } from '../../../shared/bridge.ts';
import { codecById } from '../../../shared/codecs/registry.ts';
import { cardFacts } from '../../../shared/dataset/card-facts.ts';
import { cardSays } from '../../../shared/dataset/card-text.ts';
import { definitionsOf } from '../../../shared/dataset/definitions.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { isMissing, missingForRelease } from '../../../shared/dataset/missing-for-release.ts';
import { type Release } from '../../../shared/dataset/release.ts';
import { type RequiredFact } from '../../../shared/dataset/required-facts.ts';
import { type LabelDef, type Schema } from '../../../shared/model/schema.ts';
import { guideline } from './export-ground.ts';

/** What the card of a release would still lack. */
export interface CardGaps {
  readonly missing: readonly RequiredFact[];
}

/** @param plan of what is chosen, whatever its form: what the project says of itself. */
export function cardGaps(plan: ExportPlan, draft: Release, schema: Schema): CardGaps {
  const codec = codecById(plan.options.format);
  if (!codec) throw new Error(`a plan in the unknown format "${plan.options.format}"`);
  const facts = cardFacts({ ...plan, options: { ...plan.options, release: draft } }, { stem: '', head: { schema, annotators: [], entities: [] } }, codec);
  return { missing: missingForRelease(cardSays(facts)) };
}

/** A Label whose meaning neither the Schema nor the guideline tells in these languages. */
export interface LabelToDefine {
  readonly label: LabelDef;
  readonly languages: readonly Language[];
}

export function labelsToDefine(schema: Schema): readonly LabelToDefine[] {
  const known = definitionsOf(schema, guideline().definitions, {});
  return schema.labels.flatMap((label) => {
    const languages = (['fa', 'en'] as const).filter((language) => isMissing(known[label.id]?.[language]));
    return languages.length === 0 ? [] : [{ label, languages }];
  });
}
