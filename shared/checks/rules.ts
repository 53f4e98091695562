import { type Schema } from '../model/schema.ts';
import { isApplicable, type Rule } from './rule.ts';
import { crossing } from './rules/crossing.ts';
import { edges } from './rules/edges.ts';
import { condition, deadline } from './rules/mirrored.ts';
import { namelessPronoun } from './rules/nameless-pronoun.ts';
import { noCommitment } from './rules/no-commitment.ts';
import { directMark, quoteEdges } from './rules/quote-edges.ts';
import { relationEnds } from './rules/relation-ends.ts';
import { source } from './rules/source.ts';
import { statedIn } from './rules/stated.ts';
import { spansInText, storedText } from './rules/stored-text.ts';
import { twins } from './rules/twins.ts';

/** Those that read the text, or tell more apart than a Schema can state. */
export const rules: readonly Rule[] = [
  storedText, spansInText, edges, crossing, source, deadline, condition, relationEnds, quoteEdges, directMark, noCommitment, namelessPronoun, twins,
];

const known = new WeakMap<Schema, readonly Rule[]>();

/** All rules that mean anything to this Schema, and those that it states. */
export function rulesFor(schema: Schema): readonly Rule[] {
  const answer = known.get(schema) ?? [...rules.filter(({ needs }) => isApplicable(schema, needs)), ...statedIn(schema)];
  known.set(schema, answer);
  return answer;
}
