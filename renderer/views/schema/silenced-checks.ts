import { isApplicable } from '../../../shared/checks/rule.ts';
import { rules } from '../../../shared/checks/rules.ts';
import { statedRules } from '../../../shared/checks/usual-rules.ts';
import { codedRules, weightOf } from '../../../shared/model/coded-rule.ts';
import { type Schema } from '../../../shared/model/schema.ts';

/** How many rules of the task find what they speak of in the one Schema and no longer in the other: they would fall silent without a word. */
export function silencedChecks(before: Schema, after: Schema): number {
  const stated = new Set(statedRules(after).map(({ id }) => id));
  const coded = codedRules.flatMap((id) => rules[id].map(({ needs }) => (schema: Schema) => weightOf(schema, id) !== 'off' && isApplicable(schema, needs)));
  return (
    coded.filter((isAsked) => isAsked(before) && !isAsked(after)).length +
    statedRules(before).filter(({ id }) => !stated.has(id)).length
  );
}
