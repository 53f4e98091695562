import { type CodedRule, codedRules, weightOf } from '../model/coded-rule.ts';
import { type Schema } from '../model/schema.ts';
import { type Severity } from '../result.ts';
import { type Finding } from './finding.ts';
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
export const rules: Readonly<Record<CodedRule, readonly Rule[]>> = {
  E1: [storedText, spansInText],
  E2: [edges, crossing],
  E3: [source],
  E5: [deadline, condition],
  E6: [relationEnds],
  W1: [quoteEdges],
  W2: [directMark],
  W3: [noCommitment],
  W5: [namelessPronoun],
  W7: [twins],
};

/** Does the Schema have what any part of the rule speaks of? */
export const isMeant = (schema: Schema, rule: CodedRule): boolean => rules[rule].some(({ needs }) => isApplicable(schema, needs));

/** Those of the rules above that are asked in a project of this Schema, each with the weight that it has there. */
function codedIn(schema: Schema): readonly Rule[] {
  return codedRules.flatMap((id) => {
    const weight = weightOf(schema, id);
    if (weight === 'off') return [];
    return rules[id].filter(({ needs }) => isApplicable(schema, needs)).map((rule) => weighing(rule, weight));
  });
}

function weighing(rule: Rule, severity: Severity): Rule {
  const weighed = (found: readonly Finding[]): readonly Finding[] => found.map((one) => (one.severity === severity ? one : { ...one, severity }));
  return 'findIn' in rule
    ? { needs: rule.needs, findIn: (text, annotation) => weighed(rule.findIn(text, annotation)) }
    : { needs: rule.needs, find: (task) => weighed(rule.find(task)) };
}

const known = new WeakMap<Schema, readonly Rule[]>();

/** All rules that mean anything to this Schema, and those that it states. */
export function rulesFor(schema: Schema): readonly Rule[] {
  const answer = known.get(schema) ?? [...codedIn(schema), ...statedIn(schema)];
  known.set(schema, answer);
  return answer;
}
