import { noChange } from '../model/change.ts';
import { ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { type RelateInput } from './relate.ts';
import { setAttribute } from './set-attribute.ts';

interface Reflection {
  readonly relation: string;
  readonly attribute: string;
  /** The value that says that there is no such link. */
  readonly unset: string;
  /** What it becomes: the value of the target's attribute, or always the same. */
  readonly becomes: { readonly attribute: string } | { readonly value: string };
}

/** A commitment that has a deadline or a condition says so in an attribute (task.md E5). Where a Schema lacks them nothing happens. */
const reflections: readonly Reflection[] = [
  { relation: 'HAS_DEADLINE', attribute: 'deadline', unset: 'none', becomes: { attribute: 'kind' } },
  { relation: 'HAS_CONDITION', attribute: 'condition', unset: 'unconditional', becomes: { value: 'conditional' } },
];

/** Brings the source's attribute in line with a new link; a value that the annotator chose stays. Never refused. */
export const reflectLink: Command<SetContext, RelateInput> = (context, { type, from, to }) => {
  const { annotations } = context.set;
  const source = annotations.find(({ id }) => id === from);
  const target = to.kind === 'annotation' ? annotations.find(({ id }) => id === to.id) : undefined;
  const rule = reflections.find(({ relation, attribute, unset }) => relation === type && source?.attributes[attribute] === unset);
  const value = rule && ('value' in rule.becomes ? rule.becomes.value : target?.attributes[rule.becomes.attribute]);
  if (!rule || value === undefined) return ok(noChange);
  const changed = setAttribute(context, { annotation: from, attribute: rule.attribute, value });
  return changed.ok ? changed : ok(noChange);
};
