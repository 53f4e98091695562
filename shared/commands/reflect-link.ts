import { noChange } from '../model/change.ts';
import { type RelationTarget } from '../model/relation.ts';
import { ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { type RelateInput } from './relate.ts';
import { setAttribute } from './set-attribute.ts';

interface Reflection {
  readonly relation: string;
  /** What links of this type reach: the text as soon as one of them does, else people and bodies alone. */
  readonly reaching: RelationTarget['kind'];
  readonly attribute: string;
  /** The values that the link contradicts; `undefined` where the annotator said nothing. Any other stays. */
  readonly wrong: readonly (string | undefined)[];
  /** What it becomes: the value of the target's attribute, or always the same. */
  readonly becomes: { readonly attribute: string } | { readonly value: string };
}

/**
 * What a link says is said in an attribute as well: whether a commitment has a deadline or a condition (task.md E5), and whether the source
 * of a quote stands in the text (E3). Where a Schema lacks them nothing happens.
 */
const reflections: readonly Reflection[] = [
  { relation: 'HAS_DEADLINE', reaching: 'annotation', attribute: 'deadline', wrong: ['none'], becomes: { attribute: 'kind' } },
  { relation: 'HAS_CONDITION', reaching: 'annotation', attribute: 'condition', wrong: ['unconditional'], becomes: { value: 'conditional' } },
  { relation: 'SAID_BY', reaching: 'annotation', attribute: 'source_status', wrong: ['implicit', 'unknown'], becomes: { value: 'explicit' } },
  { relation: 'SAID_BY', reaching: 'entity', attribute: 'source_status', wrong: [undefined, 'explicit', 'unknown'], becomes: { value: 'implicit' } },
];

/** Brings the source's attribute in line with a new link, which is in the set already; a value that goes with it stays. Never refused. */
export const reflectLink: Command<SetContext, RelateInput> = (context, { type, from, to }) => {
  const { annotations, relations } = context.set;
  const source = annotations.find(({ id }) => id === from);
  const target = to.kind === 'annotation' ? annotations.find(({ id }) => id === to.id) : undefined;
  const inText = relations.some((one) => one.type === type && one.from === from && one.to.kind === 'annotation');
  const rule = reflections.find(
    ({ relation, reaching, attribute, wrong }) =>
      relation === type && reaching === (inText ? 'annotation' : 'entity') && wrong.includes(source?.attributes[attribute]),
  );
  const value = rule && ('value' in rule.becomes ? rule.becomes.value : target?.attributes[rule.becomes.attribute]);
  if (!rule || value === undefined) return ok(noChange);
  const changed = setAttribute(context, { annotation: from, attribute: rule.attribute, value });
  return changed.ok ? changed : ok(noChange);
};
