import { type Rule } from './rule.ts';
import { commitmentInQuote } from './rules/commitment-in-quote.ts';
import { crossing } from './rules/crossing.ts';
import { edges } from './rules/edges.ts';
import { heading } from './rules/heading.ts';
import { longQuote } from './rules/long-quote.ts';
import { condition, deadline } from './rules/mirrored.ts';
import { namelessPronoun } from './rules/nameless-pronoun.ts';
import { noCommitment } from './rules/no-commitment.ts';
import { promiser } from './rules/promiser.ts';
import { directMark, quoteEdges } from './rules/quote-edges.ts';
import { relationEnds } from './rules/relation-ends.ts';
import { source } from './rules/source.ts';
import { speakerEntity } from './rules/speaker-entity.ts';
import { spansInText, storedText } from './rules/stored-text.ts';
import { twins } from './rules/twins.ts';
import { servingCue, unlinked } from './rules/unlinked.ts';

/** E1 to E8, then W1 to W8. */
export const rules: readonly Rule[] = [
  storedText, spansInText, edges, crossing, source, promiser, commitmentInQuote, deadline, condition, relationEnds, speakerEntity, servingCue,
  quoteEdges, directMark, noCommitment, longQuote, namelessPronoun, heading, twins, ...unlinked,
];
