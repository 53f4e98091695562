import { directionOf } from '../../../shared/text/direction.ts';
import { isLegalOffset } from '../../../shared/text/offsets.ts';
import styles from './Excerpt.module.css';

interface ExcerptProps {
  readonly id?: string;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** UTF-16 code units of a marked place that are shown from either of its ends; what is cut is cut in the middle, for the edges tell. */
const longestEnd = 36;

function shortened(marked: string): string {
  if (marked.length <= 2 * longestEnd + 3) return marked;
  const legal = (offset: number): number => (isLegalOffset(marked, offset) ? offset : offset + 1);
  return `${marked.slice(0, legal(longestEnd))} … ${marked.slice(legal(marked.length - longestEnd))}`;
}

/** A marked place with a little of the text round it, in the direction of most of its letters. */
export const Excerpt = ({ id, before, marked, after }: ExcerptProps) => (
  <span id={id} className={styles.excerpt} lang="fa" dir={directionOf(before + marked + after)}>
    {before}
    <mark className={styles.mark}>{shortened(marked)}</mark>
    {after}
  </span>
);
