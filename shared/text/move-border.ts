import { directionOf } from './direction.ts';
import { nextEnd, nextStart, previousEnd, previousStart } from './motion.ts';
import { type Utf16Offset } from './offsets.ts';
import { paragraphAt } from './paragraphs.ts';

export type BorderUnit = 'word' | 'grapheme';
export type Side = 'left' | 'right';

/** Where the border would stand one unit further on, as seen: in a right-to-left paragraph left is onwards. */
export function movedOffset(text: string, offset: Utf16Offset, edge: 'start' | 'end', unit: BorderUnit, side: Side): Utf16Offset {
  const { start, end } = paragraphAt(text, offset);
  const isOnward = (side === 'left') === (directionOf(text.slice(start, end)) === 'rtl');
  const over = unit === 'word' ? 'token' : 'grapheme';
  if (edge === 'start') return isOnward ? nextStart(text, offset, over) : previousStart(text, offset, over);
  return isOnward ? nextEnd(text, offset, over) : previousEnd(text, offset, over);
}
