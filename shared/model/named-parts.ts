import { fold } from '../text/persian.ts';
import { type LabelId, type RelationType } from './id.ts';
import { type AttributeDef, type Bilingual, type LabelDef, type Schema } from './schema.ts';

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** What the attribution corpora PolNeAR and PARC call the parts of an attribution, for Schemas that have these labels. */
const otherNames: Readonly<Record<string, readonly string[]>> = { QUOTE: ['Content'], SPEAKER: ['Source'] };

/** One spelling for `SAID_BY`, `saidBy` and `said by`, for «نقل‌قول» with a half-space, a blank or neither, and for Arabic letters. */
const spelling = (word: string): string => fold(word).text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The one that is meant by a word of another program: by its id, by its id in another spelling, by its name in either language, by what
 * others call it. `null` where none is, and where two could be: nothing is guessed.
 */
function meant(defs: readonly Named[], word: string): string | null {
  if (defs.some(({ id }) => id === word)) return word;
  const wanted = spelling(word);
  if (wanted === '') return null;
  const ways: readonly ((def: Named) => readonly string[])[] = [
    ({ id }) => [id],
    ({ name }) => [name.fa, name.en],
    ({ id }) => otherNames[id] ?? [],
  ];
  for (const namesOf of ways) {
    const found = defs.filter((def) => namesOf(def).some((name) => spelling(name) === wanted));
    if (found.length > 0) return found.length === 1 ? (found[0]?.id ?? null) : null;
  }
  return null;
}

export const labelMeant = ({ labels }: Schema, word: string): LabelId | null => meant(labels, word) as LabelId | null;

export const relationMeant = ({ relations }: Schema, word: string): RelationType | null =>
  meant(relations.map(({ type, name }) => ({ id: type, name })), word) as RelationType | null;

export const attributeMeant = ({ attributes }: Pick<LabelDef, 'attributes'>, word: string): string | null => meant(attributes, word);

/** The choice that a value stands for. */
export const choiceMeant = ({ choices }: Pick<AttributeDef, 'choices'>, word: string): string | null => meant(choices, word);
