import { fold } from '../../../shared/text/persian.ts';

/** A line that can be found. `folded` is `words` as searching sees them. */
export interface Findable {
  readonly folded: string;
}

export const folded = (words: string): string => fold(words).text;

/** Whatever the spelling: every word of the query is somewhere in the line. Lines that begin with the query come first. */
export function found<Line extends Findable>(lines: readonly Line[], query: string, limit: number): readonly Line[] {
  const words = folded(query).split(' ').filter((word) => word !== '');
  const whole = words.join(' ');
  const begins: Line[] = [];
  const holds: Line[] = [];
  for (const line of lines) {
    if (begins.length >= limit) break;
    if (line.folded.startsWith(whole)) begins.push(line);
    else if (words.every((word) => line.folded.includes(word))) holds.push(line);
  }
  return [...begins, ...holds].slice(0, limit);
}
