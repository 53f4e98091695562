import { type DatasheetFacts, type Told } from './datasheet-facts.ts';
import { type RequiredFact, requiredFacts } from './required-facts.ts';

/** Required facts that are not there yet; a release is refused while there is one. */
export const missingForRelease = (facts: DatasheetFacts): readonly RequiredFact[] => requiredFacts.filter((name) => isMissing(told(facts, name)));

/** Ids of the Labels whose meaning is not told in both languages. */
export const undefinedLabels = ({ schema, definitions }: Pick<DatasheetFacts, 'schema' | 'definitions'>): readonly string[] =>
  schema.labels.map(({ id }): string => id).filter((id) => isMissing(definitions[id]?.fa) || isMissing(definitions[id]?.en));

/** What counts of a fact: where it is a record, the part that says something. */
function told(facts: DatasheetFacts, name: RequiredFact): unknown {
  switch (name) {
    case 'splits':
      return facts.splits.filter(({ articles }) => articles > 0);
    case 'grouping':
      // One file holds no two splits that could share a group.
      return facts.splits.length > 1 ? facts.grouping?.method : 'one split';
    case 'definitions':
      return undefinedLabels(facts).length === 0 ? 'all' : null;
    case 'changes':
      return facts.changes.told;
    case 'guideline':
    case 'publishers':
    case 'published':
    case 'agreement':
      return eitherOf(facts[name]);
    default:
      return facts[name];
  }
}

/** What a person has only begun to say is a gap, also where the project says something. */
const eitherOf = (fact: Told<unknown>): unknown =>
  (fact.told !== null && gapWord.test(fact.told) ? null : [fact.told, fact.found].filter((part) => !isMissing(part)));

const gapWord = /\bTODO\b/;

/** A blank text and an empty list say as little as nothing does, and a text that is still to be written says so. */
export function isMissing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '' || gapWord.test(value);
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
