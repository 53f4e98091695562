import { type LabelId } from '../../../shared/model/id.ts';
import { labelDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';
import { type Demand, demandKinds, isStatable, type StatedRule } from '../../../shared/model/stated-rule.ts';

/** The first id that no rule has. */
function freshId(rules: readonly StatedRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  let number = 1;
  while (taken.has(`R${number}`)) number += 1;
  return `R${number}`;
}

/** What a rule of this kind asks of the Label until the person says otherwise; `null` where the Label has nothing that it could speak of. */
export function firstDemand(schema: Schema, label: LabelId, kind: Demand['kind']): Demand | null {
  switch (kind) {
    case 'links': {
      const [relation] = relationsFrom(schema, label);
      return relation ? { kind, relation: relation.type, least: 1, most: null, when: null } : null;
    }
    case 'linked':
      return { kind, relation: null };
    case 'entity':
      return labelDef(schema, label)?.entity ? { kind } : null;
    case 'within': {
      const other = schema.labels.find(({ id }) => id !== label);
      return other ? { kind, within: other.id } : null;
    }
    case 'attribute': {
      const [attribute] = labelDef(schema, label)?.attributes ?? [];
      return attribute ? { kind, attribute: attribute.id } : null;
    }
    case 'words':
      return { kind, most: 120 };
  }
}

/** Kinds of rules that mean something for the Label. */
export const kindsFor = (schema: Schema, label: LabelId): readonly Demand['kind'][] => demandKinds.filter((kind) => firstDemand(schema, label, kind) !== null);

/** The rules with a new one; `null` where it would speak of something that is not there, or ask for what nothing can keep. */
export function withRule(
  schema: Schema, rules: readonly StatedRule[], label: LabelId, severity: StatedRule['severity'], demand: Demand,
): readonly StatedRule[] | null {
  // In the order in which a file gives them: the same rules are the same bytes.
  const rule: StatedRule = { id: freshId(rules), severity, label, ...demand };
  const asksNothing = rule.kind === 'links' && (rule.most === null ? rule.least === 0 : rule.most < rule.least);
  return asksNothing || !isStatable(schema, rule) ? null : [...rules, rule];
}
