import { type LabelId } from '../../model/id.ts';
import { type Bilingual, type LabelDef, lanePatterns, type Schema } from '../../model/schema.ts';
import { sameColour, swatches } from './swatches.ts';

const letters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'];
const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A Label to add, told apart from those that are there by key, badge, pattern and colour as long as there are any left. */
export function freshLabel(schema: Schema, id: LabelId, name: Bilingual): LabelDef {
  const { labels } = schema;
  const isFreeBadge = (letter: string): boolean => !labels.some(({ badge }) => badge === letter);
  const wanted = [...[...name.fa].filter((letter) => letters.includes(letter)), ...letters];
  return {
    id,
    name,
    key: digits.find((digit) => !labels.some(({ key }) => key === digit)) ?? null,
    badge: wanted.find(isFreeBadge) ?? String(labels.length + 1),
    pattern: rarest(lanePatterns, (pattern) => labels.filter((label) => label.pattern === pattern).length),
    colour: rarest(swatches, (colour) => labels.filter((label) => sameColour(label.colour, colour)).length),
    discontinuous: false,
    entity: false,
    attributes: [],
  };
}

/** The first one of those that are used least. @throws if there is none to choose from. */
function rarest<T>(items: readonly T[], uses: (item: T) => number): T {
  const least = Math.min(...items.map(uses));
  const found = items.find((item) => uses(item) === least);
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
