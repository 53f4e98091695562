import { type Annotation } from '../../model/annotation.ts';
import { graphemeFloor } from '../../text/graphemes.ts';
import { isLegalOffset, type Utf16Offset } from '../../text/offsets.ts';
import { type Finding, finding, type FindingCode } from '../finding.ts';
import { type OwnRule } from '../rule.ts';

const blank = /^[\s\u200b\ufeff]$/u;
const joiner = '\u200c';
const insideWord = /^[\p{L}\p{N}]/u;
/** Between two of these a character always ends: the long way is for marks, joiners and pictures. */
const plain = /^[\p{L}\p{Nd}\p{P}\p{Zs}\n]$/u;

const isHalfLetter = (text: string, offset: Utf16Offset): boolean =>
  !(plain.test(text.charAt(offset - 1)) && plain.test(text.charAt(offset))) && graphemeFloor(text, offset) !== offset;

/** After a ZWNJ that a letter follows, a word is cut in two. One at the end of a word belongs to the letter before it. */
const cutsAtJoiner = (text: string, offset: Utf16Offset): boolean => text.charAt(offset - 1) === joiner && insideWord.test(text.slice(offset, offset + 2));

const faults: readonly (readonly [code: FindingCode, holds: (text: string, start: Utf16Offset, end: Utf16Offset) => boolean])[] = [
  ['E2.blank', (text, start, end) => blank.test(text.charAt(start)) || blank.test(text.charAt(end - 1))],
  ['E2.letter', (text, start, end) => isHalfLetter(text, start) || isHalfLetter(text, end)],
  ['E2.joiner', (text, start, end) => cutsAtJoiner(text, start) || cutsAtJoiner(text, end)],
];

function faultsOf(text: string, { id, spans }: Annotation): readonly Finding[] {
  const legal = spans.filter(({ start, end }) => start < end && isLegalOffset(text, start) && isLegalOffset(text, end));
  return faults.flatMap(([code, holds]) => (legal.some(({ start, end }) => holds(text, start, end)) ? [finding(code, [id])] : []));
}

/** E2, edges: no Span begins or ends with a blank or a line break, inside a character, or at a ZWNJ inside a word. */
export const edges: OwnRule = { needs: {}, findIn: faultsOf };
