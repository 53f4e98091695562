import { isLegalOffset, type Span, span } from './offsets.ts';

/** What a Span says and what stands around it: enough to find it again in another version of the text. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** `context` is the number of UTF-16 code units kept on either side, less where the text ends or a pair would be split. */
export function quoteOf(text: string, { start, end }: Span, context: number): Quote {
  const from = Math.max(0, start - context);
  const to = Math.min(text.length, end + context);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(isLegalOffset(text, from) ? from : from + 1, start),
    suffix: text.slice(end, isLegalOffset(text, to) ? to : to - 1),
  };
}

/** The one place whose words are exactly these and whose surroundings agree best; `null` when there is none, or no single best. */
export function findQuote(text: string, quote: Quote): Span | null {
  if (quote.exact === '') return null;
  let best: { readonly at: number; readonly score: number } | null = null;
  let isTied = false;
  for (let at = text.indexOf(quote.exact); at !== -1; at = text.indexOf(quote.exact, at + 1)) {
    const score = agreement(text, at, quote);
    if (best && score === best.score) isTied = true;
    if (!best || score > best.score) [best, isTied] = [{ at, score }, false];
  }
  return best && !isTied ? span(best.at, best.at + quote.exact.length) : null;
}

/** How many code units next to the place are those of the prefix and the suffix, counted outwards. */
function agreement(text: string, at: number, { exact, prefix, suffix }: Quote): number {
  let before = 0;
  while (before < prefix.length && text[at - before - 1] === prefix[prefix.length - before - 1]) before++;
  let after = 0;
  while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after++;
  return before + after;
}
