import { type Span, span, type Utf16Offset } from './offsets.ts';

/** One line is one paragraph: wire copy has no other, and the editor draws it so. */
export const paragraphVersion = 1;

/**
 * The lines of a text without their LF, in order, empty ones too; one more than there are LFs, so never none.
 */
export function paragraphs(text: string): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    found.push(span(start, end));
    start = end + 1;
  }
  return [...found, span(start, text.length)];
}

/** The paragraph that holds the offset; its own end belongs to it. */
export function paragraphAt(text: string, offset: Utf16Offset): Span {
  const end = text.indexOf('\n', offset);
  return span(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end);
}

/** The same with the LF that closes it, if there is one. */
export function lineAt(text: string, offset: Utf16Offset): Span {
  const { start, end } = paragraphAt(text, offset);
  return span(start, Math.min(end + 1, text.length));
}

/** The paragraphs that a Span touches, an empty one between its ends included. */
export function paragraphsTouching(text: string, { start, end }: Span): readonly Span[] {
  const from = paragraphAt(text, start).start;
  const to = paragraphAt(text, end).end;
  return paragraphs(text.slice(from, to)).map((one) => span(from + one.start, from + one.end));
}

export const isBlank = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === '';
