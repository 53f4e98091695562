import { type Severity } from '../result.ts';
import { type Schema } from './schema.ts';

/**
 * The rules of the task that are code (`shared/checks/rules`), by the number that the task gives them. What each asks is no data; how much it weighs in
 * a project is.
 */
export const codedRules = ['E1', 'E2', 'E3', 'E5', 'E6', 'W1', 'W2', 'W3', 'W5', 'W7'] as const;
export type CodedRule = (typeof codedRules)[number];

/** An error stands between a set and "done", a warning does not; what is off is not asked. */
export type Weight = Severity | 'off';
export const weights = ['error', 'warning', 'off'] as const satisfies readonly Weight[];

/** Where a Schema says nothing. */
export const usualWeight = (rule: CodedRule): Severity => (rule.startsWith('E') ? 'error' : 'warning');

export const weightOf = ({ weights: stated }: Pick<Schema, 'weights'>, rule: CodedRule): Weight => stated?.[rule] ?? usualWeight(rule);

/** The Schema with the rule weighing so much: only what is not as usual is stated. */
export function withWeight({ weights: stated, ...schema }: Schema, rule: CodedRule, weight: Weight): Schema {
  const next = codedRules.flatMap((one): readonly (readonly [CodedRule, Weight])[] => {
    const wanted = one === rule ? weight : stated?.[one];
    return wanted === undefined || wanted === usualWeight(one) ? [] : [[one, wanted]];
  });
  return next.length === 0 ? schema : { ...schema, weights: Object.fromEntries(next) };
}
