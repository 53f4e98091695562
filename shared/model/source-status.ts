import { type Annotation } from './annotation.ts';
import { type Bilingual, type LabelDef } from './schema.ts';

/** By this attribute, where a Label has it, it is said that nobody is named. */
export const unknownSource = { attribute: 'source_status', value: 'unknown' } as const;

const choicesOf = ({ attributes }: LabelDef): LabelDef['attributes'][number]['choices'] => attributes.find(({ id }) => id === unknownSource.attribute)?.choices ?? [];

/** Can that be said of what has this Label? */
export const maySayNobody = (label: LabelDef): boolean => choicesOf(label).some(({ id }) => id === unknownSource.value);

/** What is said by it of a source that is not simply named; `null` for one that is. */
export function sourceStatus(label: LabelDef, { attributes }: Pick<Annotation, 'attributes'>): Bilingual | null {
  return maySayNobody(label) ? (choicesOf(label).slice(1).find(({ id }) => id === attributes[unknownSource.attribute])?.name ?? null) : null;
}
