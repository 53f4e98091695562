import { type DatasheetFacts } from './datasheet-facts.ts';

/** What a card must say before anything is released, in the order of the card. */
export const requiredFacts = [
  'title', 'summary', 'version', 'languages', 'splits', 'grouping', 'guideline', 'definitions', 'publishers', 'published', 'collection', 'licence',
  'textRights', 'annotators', 'process', 'agreement', 'limits', 'personalData', 'intendedUse', 'outOfScopeUse', 'changes', 'citation', 'contact',
] as const satisfies readonly (keyof DatasheetFacts)[];
export type RequiredFact = (typeof requiredFacts)[number];

/** Required facts that are not there yet; a release is refused while there is one. */
export const missingForRelease = (facts: DatasheetFacts): readonly RequiredFact[] => requiredFacts.filter((name) => isMissing(told(facts, name)));

/** What counts of a fact: where it is a record, the part that says something. */
function told(facts: DatasheetFacts, name: RequiredFact): unknown {
  switch (name) {
    case 'splits':
      return facts.splits.filter(({ articles }) => articles > 0);
    case 'grouping':
      // One file holds no two splits that could share a group.
      return facts.splits.length > 1 ? facts.grouping?.method : 'one split';
    case 'definitions':
      return facts.schema.labels.every(({ id }) => !isMissing(facts.definitions[id]?.fa) && !isMissing(facts.definitions[id]?.en)) ? 'all' : null;
    case 'agreement':
      return facts.agreement && ('values' in facts.agreement ? facts.agreement.values : facts.agreement.absence);
    default:
      return facts[name];
  }
}

/** A blank text and an empty list say as little as nothing does. */
function isMissing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
