import { type Json, type JsonObject } from '../../canonical-json.ts';
import { problem } from '../../result.ts';
import { codePoint, type OffsetMap, offsetMap, type Span } from '../../text/offsets.ts';
import { type NamedBytes } from '../codec.ts';
import { type Findings } from '../findings.ts';
import { type JsonLine, readLines } from '../native/read-lines.ts';
import { excerpt } from '../shape-problems.ts';
import { firstObject } from '../tokens/objects.ts';
import { type TokenSentence, type TokenText } from './rebuild.ts';

/** A line of `<stem>.tokens.jsonl`: the article with the places of its tokens. */
export interface TokenLine extends TokenText {
  readonly place: JsonLine['place'];
  readonly header: JsonObject;
}

/** A text beside the places of its tokens, sentence by sentence: no other of our lines has these. */
export function looksTokens(file: NamedBytes): boolean {
  const first = firstObject(file);
  return first !== null && typeof first['text'] === 'string' && Array.isArray(first['sentences']);
}

export const readTokens = (file: NamedBytes, found: Findings): readonly TokenLine[] =>
  readLines(file, found).flatMap(({ place, value }) => {
    const { text, sentences, ...header } = value;
    if (typeof text !== 'string') {
      found.add(problem('field-wrong', { ...place, field: 'text' }, { field: 'text', expected: 'string', found: excerpt(text) }));
      return [];
    }
    const read = sentencesOf(sentences, text);
    if (!read) found.add(problem('conll-tokens-wrong', { ...place, field: 'sentences' }));
    return [{ place, header, text, sentences: read ?? [] }];
  });

/** `null` unless they are lists of [start, end] in text order that lie in the text. */
function sentencesOf(value: Json | undefined, text: string): readonly TokenSentence[] | null {
  if (!Array.isArray(value)) return null;
  const offsets = offsetMap(text);
  let last = 0;
  const found: TokenSentence[] = [];
  for (const sentence of value as readonly Json[]) {
    if (!Array.isArray(sentence)) return null;
    const tokens: Span[] = [];
    for (const token of sentence as readonly Json[]) {
      const one = tokenOf(token, last, offsets);
      if (!one) return null;
      last = offsets.toCodePoint(one.end);
      tokens.push(one);
    }
    found.push({ tokens, words: tokens.map(({ start, end }) => text.slice(start, end)) });
  }
  return found;
}

function tokenOf(value: Json, from: number, offsets: OffsetMap): Span | null {
  const [start, end] = Array.isArray(value) ? (value as readonly Json[]) : [];
  if (!Number.isInteger(start) || !Number.isInteger(end)) return null;
  const [first, behind] = [Number(start), Number(end)];
  if (first < from || behind <= first || behind > offsets.codePointLength) return null;
  return { start: offsets.toUtf16(codePoint(first)), end: offsets.toUtf16(codePoint(behind)) };
}
