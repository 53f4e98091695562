import { type Direction } from '../../shared/text/direction.ts';
import { nextEnd, nextStart, previousStart } from '../../shared/text/motion.ts';
import { type Utf16Offset, utf16 } from '../../shared/text/offsets.ts';
import { type SnapUnit } from '../../shared/text/snap.ts';
import { type ArticleText } from './article-text.ts';
import { lineAt } from './positions.ts';
import { type Selected } from './text-drag.ts';

export interface Motion {
  readonly to: Selected;
  /** With Alt a part of a word can be selected; otherwise as usual. */
  readonly unit: SnapUnit | null;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The motions the editor makes itself, all in logical order, so that none is lost or turns back where directions meet; `null` leaves
 * the key to the browser. An arrow means what it shows in the paragraph: left is forward where text runs right to left.
 */
export function motionFor(event: Pressed, article: ArticleText, { anchor, head }: Selected, direction: Direction): Motion | null {
  const { text } = article;
  const to = (next: number): Motion => ({
    to: { anchor: event.shiftKey ? anchor : next, head: next },
    unit: event.altKey ? 'letter' : null,
  });
  const control = event.ctrlKey || event.metaKey;
  const at = utf16(head);
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const forward = (event.key === 'ArrowLeft') === (direction === 'rtl');
    if (control && !event.altKey) return to(byToken(text, at, forward, event.shiftKey));
    if (control || (event.altKey && !event.shiftKey)) return null;
    if (!event.shiftKey && anchor !== head) return to(forward ? Math.max(anchor, head) : Math.min(anchor, head));
    return to(forward ? nextEnd(text, at, 'grapheme') : previousStart(text, at, 'grapheme'));
  }
  if (control && !event.altKey && event.key === 'Home') return to(0);
  if (control && !event.altKey && event.key === 'End') return to(text.length);
  return null;
}

/** Going on stops before each word; extending forwards takes the word with it. */
function byToken(text: string, at: Utf16Offset, forward: boolean, extending: boolean): Utf16Offset {
  if (!forward) return previousStart(text, at, 'token');
  return extending ? nextEnd(text, at, 'token') : nextStart(text, at, 'token');
}

/** Ctrl+A: the paragraph first, the whole text when it is selected already. */
export function selectAll(article: ArticleText, { anchor, head }: Selected): Selected {
  const { start, end } = article.line(lineAt(article.lines, head));
  const isSelected = Math.min(anchor, head) <= start && Math.max(anchor, head) >= end;
  return isSelected ? { anchor: 0, head: article.text.length } : { anchor: start, head: end };
}
