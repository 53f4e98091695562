/** What the app cannot know of a dataset and a person must say (formats.md 4.3). Plain text, in any language; empty means not said. */
export const requiredWords = [
  'title', 'summary', 'annotationLicence', 'textRights', 'collection', 'guideline', 'annotators', 'process', 'limits', 'personalData',
  'intendedUse', 'outOfScopeUse', 'changes', 'citation', 'contact',
] as const;
export type CardWord = (typeof requiredWords)[number];

/** A version that is given to others. Its card may have no gap. */
export interface Release {
  /** `major.minor.patch`: label, offset or split changed, added, corrected. */
  readonly version: string;
  /** `YYYY-MM-DD`, written by a person: an export reads no clock. */
  readonly date: string;
  readonly words: Readonly<Record<CardWord, string>>;
}
