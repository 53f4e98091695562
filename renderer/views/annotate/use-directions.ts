import { useMemo, useState } from 'react';
import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Direction, directionOf } from '../../../shared/text/direction.ts';
import { paragraphs } from '../../../shared/text/paragraphs.ts';
import { type Reading } from './reading.ts';

/** How the paragraphs of the Article are laid out. Lines are counted from 0. */
export interface Directions {
  readonly set: ParagraphDirections;
  /** What a line has of itself. */
  readonly usual: (line: number) => Direction;
  /** `null`: as usual. */
  readonly onTurn: (line: number, direction: Direction | null) => void;
}

/** A way of looking at the text, remembered with the place where the Article was left, and nothing that belongs to the Article. */
export function useDirections(article: Article, { directionsIn, onDirections }: Reading): Directions {
  const [set, change] = useState(() => directionsIn(article.id));
  return useMemo(
    () => ({
      set,
      usual(line) {
        const { start, end } = paragraphs(article.text)[line] ?? { start: 0, end: 0 };
        return directionOf(article.text.slice(start, end));
      },
      onTurn(line, direction) {
        const { [line]: _, ...others } = set;
        const now = direction === null ? others : { ...others, [line]: direction };
        change(now);
        onDirections(article.id, now);
      },
    }),
    [article, set, onDirections],
  );
}
