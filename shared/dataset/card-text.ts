import { type CardFacts } from './card-facts.ts';
import { cardOfExport, datasheetOf } from './card-of-export.ts';
import { type DatasheetFacts } from './datasheet-facts.ts';
import { grouping } from './export-record.ts';

const thresholds = [
  { name: 'compared by', value: `${grouping.characters}-character pieces of the folded text` },
  { name: 'near-duplicates from', value: `Jaccard ${grouping.jaccard} % or containment ${grouping.containment} %` },
  { name: 'found with', value: `MinHash, ${grouping.permutations} permutations in ${grouping.bands} bands` },
  { name: 'and with', value: `passages in common, winnowed: ${grouping.passages.characters} characters in windows of ${grouping.passages.window}` },
  { name: 'published within', value: `${grouping.days} days` },
];

/** The `README.md` of an export. */
export const cardText = (facts: CardFacts): string => cardOfExport(facts, { ...facts.ground, thresholds });

/** What that card says, as facts: of a plan too, which has no files yet. */
export const cardSays = (facts: CardFacts): DatasheetFacts => datasheetOf(facts, { ...facts.ground, thresholds });
