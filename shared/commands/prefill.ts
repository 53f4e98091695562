import { type Span } from '../text/offsets.ts';
import { paragraphAt } from '../text/paragraphs.ts';
import { isHeading } from '../text/sections.ts';
import { type Undertaking, undertakingIn } from '../text/undertaking.ts';

/** What a rule looks at: the words of the paragraph before the Span, without blanks at the end, and the Span's own first character. */
interface Neighbourhood {
  readonly before: string;
  readonly opening: string;
  readonly isHeading: boolean;
}

interface Rule {
  readonly attribute: string;
  readonly value: string;
  readonly holds: (here: Neighbourhood) => boolean;
}

const endsWithKe = /(?:^|[^\p{L}\p{M}])(?:که|اینکه|این که|این\u200cکه|آنکه|آن که|آن\u200cکه)$/u;
const markedBy = (marks: string) => ({ before, opening }: Neighbourhood): boolean =>
  (before !== '' && marks.includes(before.slice(-1))) || (opening !== '' && marks.includes(opening));
/** Guillemets the wrong way round, and the two signs that some texts have for one. */
const foreignGuillemet = ({ before }: Neighbourhood): boolean => /(?:<<|(?:^|[\s:(])»)$/u.test(before);
const beginsQuote = markedBy('«‹"“„\'‘:-–—');
const isMarked = (here: Neighbourhood): boolean => beginsQuote(here) || foreignGuillemet(here);

/** The first rule that holds for an attribute gives its value; a value that the Schema's attribute does not have is not used. */
const rules: readonly Rule[] = [
  { attribute: 'marking', value: 'guillemets', holds: (here) => markedBy('«‹')(here) || foreignGuillemet(here) },
  { attribute: 'marking', value: 'double_quotes', holds: markedBy('"“„') },
  { attribute: 'marking', value: 'single_quotes', holds: markedBy("'‘") },
  { attribute: 'marking', value: 'colon', holds: markedBy(':') },
  { attribute: 'marking', value: 'dash', holds: markedBy('-–—') },
  { attribute: 'marking', value: 'ke', holds: ({ before }) => endsWithKe.test(before) },
  { attribute: 'marking', value: 'none', holds: () => true },
  { attribute: 'mode', value: 'indirect', holds: (here) => !isMarked(here) },
  { attribute: 'position', value: 'heading', holds: (here) => here.isHeading },
];

const ofUndertaking: ReadonlySet<string> = new Set<keyof Undertaking>(['act', 'polarity', 'person']);
const isOfUndertaking = (attribute: string): attribute is keyof Undertaking => ofUndertaking.has(attribute);

/** What the first Span and the text around it show about an attribute (guideline rules 2, 7 and 8); `null` when nothing. */
export function prefilled(attribute: string, text: string, first: Span): string | null {
  if (isOfUndertaking(attribute)) return undertakingIn(text.slice(first.start, first.end))[attribute];
  const candidates = rules.filter((rule) => rule.attribute === attribute);
  if (candidates.length === 0) return null;
  const paragraph = paragraphAt(text, first.start);
  const here: Neighbourhood = {
    before: text.slice(paragraph.start, first.start).trimEnd(),
    opening: text.charAt(first.start),
    isHeading: isHeading(text, paragraph),
  };
  return candidates.find((rule) => rule.holds(here))?.value ?? null;
}
