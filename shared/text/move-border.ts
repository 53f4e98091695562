import { type Direction, directionOf } from './direction.ts';
import { nextEnd, nextStart, previousEnd, previousStart } from './motion.ts';
import { type Span, type Utf16Offset } from './offsets.ts';
import { paragraphAt } from './paragraphs.ts';

export type BorderUnit = 'word' | 'grapheme';
export type Side = 'left' | 'right';

/** Paragraphs that somebody has laid out in a direction of their choice, by line, counted from 0. */
type Turned = Readonly<Record<number, Direction>>;

/** The direction in which the paragraph that begins there is seen. */
function seenDirection(text: string, { start, end }: Span, turned: Turned): Direction {
  // Lines are counted only where one of them is turned: mostly none is, and an article has thousands.
  const chosen = Object.keys(turned).length > 0 ? turned[text.slice(0, start).split('\n').length - 1] : undefined;
  return chosen ?? directionOf(text.slice(start, end));
}

/** Where the border would stand one unit further on, as seen: in a right-to-left paragraph left is onwards. */
export function movedOffset(text: string, offset: Utf16Offset, edge: 'start' | 'end', unit: BorderUnit, side: Side, turned: Turned = {}): Utf16Offset {
  const isOnward = (side === 'left') === (seenDirection(text, paragraphAt(text, offset), turned) === 'rtl');
  const over = unit === 'word' ? 'token' : 'grapheme';
  if (edge === 'start') return isOnward ? nextStart(text, offset, over) : previousStart(text, offset, over);
  return isOnward ? nextEnd(text, offset, over) : previousEnd(text, offset, over);
}
