import { type Marked } from '../compare/marked.ts';
import { type PairVerdict, verdictOn } from '../compare/verdict.ts';
import { type Continuum } from './continuum.ts';
import { spanAlignment } from './span-alignment.ts';
import { pairsOf } from './voice-pairs.ts';

/** One thing that two people saw, or one of them. */
export interface Case {
  /** Of the Continuum. */
  readonly article: string;
  readonly people: readonly [a: string, b: string];
  /** `null` where that person marked nothing. */
  readonly a: Marked | null;
  readonly b: Marked | null;
  readonly verdict: PairVerdict;
}

/** What every two people of a text saw, pair by pair: those who agree, too. */
export function casesIn(text: Continuum): readonly Case[] {
  return pairsOf(text).flatMap((pair) => {
    const people = pair.voices.map(({ annotator }) => annotator) as unknown as Case['people'];
    const { pairs, onlyA, onlyB } = spanAlignment(pair, null);
    const about = { article: text.article, people };
    return [
      ...pairs.map(({ a, b }): Case => ({ ...about, a, b, verdict: verdictOn([a, b]) })),
      ...onlyA.map((a): Case => ({ ...about, a, b: null, verdict: 'only-a' })),
      ...onlyB.map((b): Case => ({ ...about, a: null, b, verdict: 'only-b' })),
    ];
  });
}
