import { isLegalOffset } from './offsets.ts';

/** A place in a text, with a little of what stands round it. */
export interface InContext {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** `start` and `end` are UTF-16 offsets, `length` is at most so many code units on either side: whole words, where it can be so. */
export function inContext(text: string, { start, end }: { readonly start: number; readonly end: number }, length: number): InContext {
  const legal = (offset: number): number => (isLegalOffset(text, offset) ? offset : offset + 1);
  const [from, to] = [legal(Math.max(0, start - length)), legal(Math.min(text.length, end + length))];
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  const isCutBefore = from > 0 && !/\s$/.test(text.slice(0, from));
  const isCutAfter = to < text.length && !/^\s/.test(text.slice(to));
  return {
    before: isCutBefore ? before.replace(/^\S*(?=\s)/, '') : before,
    marked: text.slice(start, end),
    after: isCutAfter ? after.replace(/(?<=\s)\S*$/, '') : after,
  };
}
