import { canonicalJson } from '../canonical-json.ts';
import { type Schema } from './schema.ts';

/** One thing in which two Schemas differ: `labels.QUOTE.attributes.mode.choices.direct`, for example. */
export interface SchemaDifference {
  readonly what: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

type Named = Readonly<Record<string, unknown>>;

/** Lists whose members have a name of their own, and the field that it stands in. */
const names: Readonly<Record<string, string>> = { labels: 'id', attributes: 'id', choices: 'id', relations: 'type', crossing: 'label', rules: 'id' };

/** What leads from one Schema to another, member by member, sorted. Another order of the same members is no difference but a `changed` list. */
export function schemaDifferences(before: Schema, after: Schema): readonly SchemaDifference[] {
  return differences(before as unknown as Named, after as unknown as Named, '').toSorted((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));
}

function differences(before: Named, after: Named, path: string): readonly SchemaDifference[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    const here = `${path}${field}`;
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) return [];
    const key = names[field];
    if (key !== undefined && Array.isArray(was) && Array.isArray(is)) return memberDifferences(was as readonly Named[], is as readonly Named[], key, here);
    return isObject(was) && isObject(is) ? differences(was, is, `${here}.`) : [{ what: here, kind: 'changed' as const }];
  });
}

function memberDifferences(before: readonly Named[], after: readonly Named[], key: string, path: string): readonly SchemaDifference[] {
  const named = (members: readonly Named[]) => new Map(members.map((one) => [String(one[key]), one]));
  const [was, is] = [named(before), named(after)];
  const own = [...new Set([...was.keys(), ...is.keys()])].flatMap((name): readonly SchemaDifference[] => {
    const [one, other] = [was.get(name), is.get(name)];
    if (!one || !other) return [{ what: `${path}.${name}`, kind: one ? 'removed' : 'added' }];
    return differences(one, other, `${path}.${name}.`);
  });
  const common = (members: ReadonlyMap<string, Named>, others: ReadonlyMap<string, Named>) => [...members.keys()].filter((name) => others.has(name)).join(' ');
  return common(was, is) === common(is, was) ? own : [...own, { what: path, kind: 'changed' }];
}

const isObject = (value: unknown): value is Named => typeof value === 'object' && value !== null && !Array.isArray(value);
