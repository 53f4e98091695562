import { withWeight } from '../../model/coded-rule.ts';
import { type LabelId, type RelationType } from '../../model/id.ts';
import { type CrossingRule, type RelationDef, type Schema } from '../../model/schema.ts';
import { isStatable, type StatedRule } from '../../model/stated-rule.ts';
import { idsBeside, rewriteRows, withLabel } from './rows.ts';
import { idOfPart, type SchemaEdit, type SchemaPart } from './schema-edit.ts';

/**
 * The Schema after an edit that may be made (`refusals`); its version is still the old one. Rules follow what they speak of, and go with it;
 * only where they are stated anew, one that speaks of nothing is left for `validateSchema` to refuse.
 */
export function alteredSchema(schema: Schema, edit: SchemaEdit): Schema {
  const altered = altering(schema, edit);
  if (altered.rules === undefined || edit.kind === 'set-rules' || edit.kind === 'replace') return altered;
  return { ...altered, rules: altered.rules.filter((rule) => isStatable(altered, rule)) };
}

function altering(schema: Schema, edit: SchemaEdit): Schema {
  switch (edit.kind) {
    case 'name':
      return rewriteRows(schema, edit.part, (rows, { of }) =>
        rows.map((row) => (of(row) === idOfPart(edit.part) ? { ...row, name: edit.name } : row)),
      );
    case 'change-id':
      return withIdChanged(schema, edit.part, edit.id);
    case 'retire':
      return without(schema, edit.part);
    case 'move':
      return moved(schema, edit.part, edit.to);
    case 'add-label':
      return { ...schema, labels: [...schema.labels, edit.label] };
    case 'add-attribute':
      return withLabel(schema, edit.label, (label) => ({ ...label, attributes: [...label.attributes, edit.attribute] }));
    case 'add-choice':
      return withLabel(schema, edit.label, (label) => ({
        ...label,
        attributes: label.attributes.map((one) => (one.id === edit.attribute ? { ...one, choices: [...one.choices, edit.choice] } : one)),
      }));
    case 'add-relation':
      return { ...schema, relations: [...schema.relations, edit.relation] };
    case 'alter-label':
      return withLabel(schema, edit.label, (label) => ({ ...label, ...edit.traits }));
    case 'alter-relation':
      return { ...schema, relations: schema.relations.map((one) => (one.type === edit.relation ? { ...one, ...edit.traits } : one)) };
    case 'set-crossing':
      return { ...schema, crossing: crossingWith(schema, edit.pair, edit.mayCross) };
    case 'add-several':
      return edit.additions.reduce<Schema>(altering, schema);
    case 'set-rules':
      return { ...schema, rules: edit.rules };
    case 'set-weight':
      return withWeight(schema, edit.rule, edit.weight);
    case 'replace':
      return edit.schema;
  }
}

function withIdChanged(schema: Schema, part: SchemaPart, id: string): Schema {
  const renamed = rewriteRows(schema, part, (rows, { of, set }) => rows.map((row) => (of(row) === idOfPart(part) ? set(row, id) : row)));
  const named = part.kind === 'label' ? withLabelsNamed(renamed, (label) => (label === part.label ? (id as LabelId) : label)) : renamed;
  return named.rules === undefined ? named : { ...named, rules: named.rules.map((rule) => withPartNamed(rule, part, id)) };
}

/** The rule with the part that it speaks of under another id. */
function withPartNamed(rule: StatedRule, part: SchemaPart, id: string): StatedRule {
  if (part.kind === 'relation') return 'relation' in rule && rule.relation === part.relation ? { ...rule, relation: id as RelationType } : rule;
  if (part.kind === 'label') {
    const own = rule.label === part.label ? { ...rule, label: id as LabelId } : rule;
    return own.kind === 'within' && own.within === part.label ? { ...own, within: id as LabelId } : own;
  }
  if (rule.label !== part.label) return rule;
  if (part.kind === 'attribute') {
    if (rule.kind === 'attribute' && rule.attribute === part.attribute) return { ...rule, attribute: id };
    return rule.kind === 'links' && rule.when?.attribute === part.attribute ? { ...rule, when: { ...rule.when, attribute: id } } : rule;
  }
  const isMeant = rule.kind === 'links' && rule.when?.attribute === part.attribute && rule.when.value === part.choice;
  return isMeant && rule.when ? { ...rule, when: { ...rule.when, value: id } } : rule;
}

function without(schema: Schema, part: SchemaPart): Schema {
  const rest = rewriteRows(schema, part, (rows, { of }) => rows.filter((row) => of(row) !== idOfPart(part)));
  return part.kind === 'label' ? withLabelsNamed(rest, (label) => (label === part.label ? null : label)) : rest;
}

function moved(schema: Schema, part: SchemaPart, to: number): Schema {
  const from = idsBeside(schema, part)?.indexOf(idOfPart(part)) ?? -1;
  return rewriteRows(schema, part, (rows) => {
    const rest = rows.filter((_, index) => index !== from);
    return [...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)];
  });
}

/**
 * Relations and rules with other names for the Labels they speak of; `null` takes a Label out. A Relation that could
 * start or end nowhere any more goes, and so does a rule that says nothing.
 */
function withLabelsNamed(schema: Schema, nameOf: (label: LabelId) => LabelId | null): Schema {
  const named = (labels: readonly LabelId[]): readonly LabelId[] => labels.flatMap((label) => nameOf(label) ?? []);
  const relations = schema.relations.map((def) => ({ def, next: { ...def, from: named(def.from), to: named(def.to) } }));
  return {
    ...schema,
    relations: relations.filter(({ def, next }) => isUsable(next) || !isUsable(def)).map(({ next }) => next),
    crossing: schema.crossing.flatMap(({ label, mayNotCross }) => {
      const [own, others] = [nameOf(label), named(mayNotCross)];
      return own === null || others.length === 0 ? [] : [{ label: own, mayNotCross: others }];
    }),
  };
}

const isUsable = ({ from, to, toEntity }: RelationDef): boolean => from.length > 0 && (to.length > 0 || toEntity);

/** A rule says the same whichever of the two it is written under: it is written, and erased, under both. */
function crossingWith({ crossing, labels }: Schema, [one, other]: readonly [LabelId, LabelId], mayCross: boolean): readonly CrossingRule[] {
  const partnerOf = (label: LabelId): LabelId | null => (label === one ? other : label === other ? one : null);
  return labels.flatMap(({ id }) => {
    const partner = partnerOf(id);
    const others = new Set(crossing.filter(({ label }) => label === id).flatMap(({ mayNotCross }) => mayNotCross));
    if (partner !== null && mayCross) others.delete(partner);
    else if (partner !== null) others.add(partner);
    return others.size === 0 ? [] : [{ label: id, mayNotCross: labels.flatMap((label) => (others.has(label.id) ? label.id : [])) }];
  });
}

/** May Spans of the two Labels cross? A rule under either of them forbids it. */
export const mayCross = ({ crossing }: Schema, one: LabelId, other: LabelId): boolean =>
  !crossing.some(({ label, mayNotCross }) => (label === one && mayNotCross.includes(other)) || (label === other && mayNotCross.includes(one)));
