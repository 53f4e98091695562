import { type LabelId, type RelationType } from '../../model/id.ts';
import { type Bilingual, type Schema } from '../../model/schema.ts';

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** The one that is meant by a word of another program: by its id, by its id in other case, by its name in either language. */
function meant(defs: readonly Named[], word: string): string | null {
  const lower = word.toLowerCase();
  const found =
    defs.find(({ id }) => id === word) ??
    defs.find(({ id }) => id.toLowerCase() === lower) ??
    defs.find(({ name }) => name.fa === word || name.en.toLowerCase() === lower);
  return found?.id ?? null;
}

export const labelMeant = ({ labels }: Schema, word: string): LabelId | null => meant(labels, word) as LabelId | null;

export const relationMeant = ({ relations }: Schema, word: string): RelationType | null =>
  meant(relations.map(({ type, name }) => ({ id: type, name })), word) as RelationType | null;
