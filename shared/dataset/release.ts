import { type Bilingual } from '../model/schema.ts';
import { type CardWord, cardWords } from './required-facts.ts';

/** A version that is given to others. Its card may have no gap. */
export interface Release {
  /** `major.minor.patch`: label, offset or split changed, added, corrected. */
  readonly version: string;
  /** `YYYY-MM-DD`, written by a person: an export reads no clock. */
  readonly date: string;
  readonly words: Readonly<Record<CardWord, string>>;
  /** What Labels mean, by their id: of those whose meaning neither the Schema nor the guideline tells. */
  readonly definitions: Readonly<Record<string, Bilingual>>;
}

/** `major.minor.patch`, whole numbers without leading zeros. */
export const isVersion = (version: string): boolean => /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(version);

/** Every word, empty. */
export const noWords = Object.fromEntries(cardWords.map((word) => [word, ''])) as Release['words'];

export const emptyRelease: Release = { version: '', date: '', words: noWords, definitions: {} };
