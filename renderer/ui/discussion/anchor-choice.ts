import { type Anchor } from '../../../shared/model/discussed.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';

/** Something that can be talked about, and what it is called in a list. */
export interface AnchorChoice {
  readonly anchor: Anchor;
  readonly label: string;
}

/** Words of a text as they stand in such a list. */
export const shortQuote = (words: string): string => excerpt(words, 50);
