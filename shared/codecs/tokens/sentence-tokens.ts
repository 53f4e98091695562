import { type Annotation } from '../../model/annotation.ts';
import { type Span } from '../../text/offsets.ts';
import { sentences } from '../../text/segment.ts';

/** The tokens of one sentence, at least one. */
export type Sentence = readonly [Span, ...Span[]];

/** Tokens by the sentence they stand in, in text order. */
export function tokensBySentence(text: string, tokens: readonly Span[]): readonly Sentence[] {
  const found: [Span, ...Span[]][] = [];
  const borders = sentences(text);
  let [at, open] = [0, -1];
  for (const token of tokens) {
    while (at + 1 < borders.length && token.start >= (borders[at] as Span).end) at++;
    if (at === open) found.at(-1)?.push(token);
    else found.push([token]);
    open = at;
  }
  return found;
}

/** Sentences put together where a Span goes from one into the next: none is cut. */
export function unbrokenSentences(parts: readonly Sentence[], annotations: readonly Annotation[]): readonly Sentence[] {
  const spans = annotations.flatMap((one) => one.spans).sort((a, b) => a.start - b.start);
  const found: [Span, ...Span[]][] = [];
  let [next, covered] = [0, 0];
  for (const sentence of parts) {
    const { start } = sentence[0];
    for (; (spans[next]?.start ?? Infinity) < start; next++) covered = Math.max(covered, spans[next]?.end ?? 0);
    const before = found.at(-1);
    if (before && covered > start) before.push(...sentence);
    else found.push([...sentence]);
  }
  return found;
}
