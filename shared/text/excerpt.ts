import { clusterEnd } from './graphemes.ts';

/** The beginning of a long text and a sign that it goes on, cut at a blank or, within a long word, between graphemes. `length` in UTF-16 code units, without the sign. */
export function excerpt(words: string, length: number): string {
  if (words.length <= length) return words;
  const blank = words.lastIndexOf(' ', length);
  return `${words.slice(0, blank > length / 2 ? blank : lastBorder(words, length)).trimEnd()}…`;
}

/** The last end of a grapheme at or before `length`. */
function lastBorder(words: string, length: number): number {
  let at = 0;
  for (;;) {
    const next = clusterEnd(words, at, words.length);
    if (next > length) return at;
    at = next;
  }
}
