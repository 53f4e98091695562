import { type Bilingual } from '../model/schema.ts';
import { type CardFacts } from './card-facts.ts';
import { cardOfExport } from './card-of-export.ts';
import { grouping } from './export-record.ts';

/** What each Label means, by its id. */
export type Definitions = Readonly<Record<string, Bilingual>>;

/** The `README.md` of an export. */
export const cardText = (facts: CardFacts, definitions: Definitions): string =>
  cardOfExport(facts, { definitions, agreement: { absence: 'No agreement was measured for this export.' }, thresholds });

const thresholds = [
  { name: 'compared by', value: `${grouping.characters}-character pieces of the folded text` },
  { name: 'near-duplicates from', value: `Jaccard ${grouping.jaccard} % or containment ${grouping.containment} %` },
  { name: 'found with', value: `MinHash, ${grouping.permutations} permutations in ${grouping.bands} bands` },
  { name: 'and with', value: `passages in common, winnowed: ${grouping.passages.characters} characters in windows of ${grouping.passages.window}` },
  { name: 'published within', value: `${grouping.days} days` },
];
