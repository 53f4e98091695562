import { type DatasheetFacts } from './datasheet-facts.ts';

/**
 * The one list of what a card must say before anything is released (formats.md 4.3), in the order of the card, and who can say it:
 * `person` alone, the `project` itself, `either` (the project where it knows, and a person where it does not), the fields of the
 * `release`, or the text of each `label`. Card, export screen and command line are all made from it.
 */
const saidBy = {
  title: 'person', summary: 'person', version: 'release', date: 'release', languages: 'project', splits: 'project', grouping: 'project',
  guideline: 'either', definitions: 'label', publishers: 'either', published: 'either', collection: 'person', annotationLicence: 'person',
  textRights: 'person', annotators: 'person', process: 'person', agreement: 'either', limits: 'person', personalData: 'person',
  intendedUse: 'person', outOfScopeUse: 'person', changes: 'person', citation: 'person', contact: 'person',
} as const satisfies { readonly [Name in keyof DatasheetFacts]?: 'person' | 'project' | 'either' | 'release' | 'label' };

export type RequiredFact = keyof typeof saidBy;
/** A fact that a person can write, in plain text of any language; empty means not said. */
export type CardWord = { readonly [Name in RequiredFact]: (typeof saidBy)[Name] extends 'person' | 'either' ? Name : never }[RequiredFact];

export const requiredFacts = Object.keys(saidBy) as readonly RequiredFact[];

/** Does the project say it where nobody has written anything? */
export const isKnownToProject = (word: CardWord): boolean => saidBy[word] === 'either';

const isWord = (name: RequiredFact): name is CardWord => saidBy[name] === 'person' || saidBy[name] === 'either';
export const cardWords: readonly CardWord[] = requiredFacts.filter(isWord);
