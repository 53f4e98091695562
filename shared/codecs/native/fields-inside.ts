import { type Json, type JsonObject } from '../../canonical-json.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { isJsonObject } from '../json.ts';
import { documentShape, relationShape, spanShape } from './record.ts';

/**
 * Fields of others inside the records of a line: of its source data, of its set, of spans and relations. They stay with the Article, since a
 * Schema has no place for them, and are written again inside what they stood in. What they stood in is named by kind and ids, with blanks
 * between them, which no id holds: `meta`, `set S`, `span S q1`, `relation S r1`.
 */
export const insideField = 'record_fields';

export type Inside = Readonly<Record<string, JsonObject>>;

const isPlace = (name: string): boolean => /^(?:meta|set \S+|(?:span|relation) \S+ \S+)$/.test(name);
const isInside = (value: Json | undefined): value is Inside =>
  isJsonObject(value) && Object.entries(value).every(([name, fields]) => isPlace(name) && isJsonObject(fields));

const known = {
  meta: new Set(Object.keys(documentShape.shape.meta.shape)),
  set: new Set(Object.keys(documentShape.shape.set.unwrap().shape)),
  span: new Set(Object.keys(spanShape.shape)),
  relation: new Set(Object.keys(relationShape.shape)),
} as const;

/** What a record has beside the fields that are ours; `null` for none. */
function foreignIn(record: Json | undefined, names: ReadonlySet<string>): JsonObject | null {
  if (!isJsonObject(record)) return null;
  const foreign = Object.keys(record).filter((name) => !names.has(name));
  return foreign.length === 0 ? null : Object.fromEntries(foreign.map((name) => [name, record[name] as Json]));
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const idOf = (record: Json | undefined): string => (isJsonObject(record) && typeof record['id'] === 'string' ? record['id'] : '');

/** The foreign fields inside a line that was read, by what they stand in. */
export function fieldsInside(line: JsonObject): Inside {
  const set = line['set'];
  const all: (readonly [string, JsonObject])[] = [];
  const take = (name: string, record: Json | undefined, names: ReadonlySet<string>): void => {
    const foreign = foreignIn(record, names);
    if (foreign && isPlace(name)) all.push([name, foreign]);
  };
  take('meta', line['meta'], known.meta);
  take(`set ${idOf(set)}`, set, known.set);
  for (const kind of ['span', 'relation'] as const) {
    for (const one of listOf(line[`${kind}s`])) take(`${kind} ${idOf(set)} ${idOf(one)}`, one, known[kind]);
  }
  return Object.fromEntries(all);
}

const deeper = {
  fragments: new Set(['start', 'end', 'text']),
  attributes: new Set(['name', 'value']),
} as const;

/** Foreign fields still deeper, which are not kept: `fragments.x` with the id of what they stand in. */
export function fieldsTooDeep(line: JsonObject): readonly { readonly record: string; readonly field: string }[] {
  const found: { readonly record: string; readonly field: string }[] = [];
  for (const record of [...listOf(line['spans']), ...listOf(line['relations'])])
    for (const list of ['fragments', 'attributes'] as const)
      for (const part of isJsonObject(record) ? listOf(record[list]) : [])
        for (const name of Object.keys(foreignIn(part, deeper[list]) ?? {})) found.push({ record: idOf(record), field: `${list}.${name}` });
  return found;
}

/** Which of these places are there? */
function placesOf(sets: readonly AnnotationSet[]): ReadonlySet<string> {
  const inSet = ({ id, annotations, relations }: AnnotationSet): readonly string[] => [
    `set ${id}`, ...annotations.map((one) => `span ${id} ${one.id}`), ...relations.map((one) => `relation ${id} ${one.id}`),
  ];
  return new Set(['meta', ...sets.flatMap(inSet)]);
}

/** The Article's foreign fields with these among them, of what is there; `null` where somebody else's field already bears the name. */
export function withFieldsInside(extra: JsonObject, inside: Inside, sets: readonly AnnotationSet[]): JsonObject | null {
  const there = placesOf(sets);
  const kept = Object.entries(inside).filter(([name]) => there.has(name));
  if (kept.length === 0) return extra;
  const before = extra[insideField];
  if (before !== undefined && !isInside(before)) return null;
  return { ...extra, [insideField]: { ...before, ...Object.fromEntries(kept) } };
}

/** What of an Article's foreign fields goes into which record of its lines, and what stays beside them: of records that are not there any more. */
export interface Placing {
  readonly inside: Inside;
  readonly beside: JsonObject;
}

export function placed(extra: JsonObject, sets: readonly AnnotationSet[]): Placing {
  const { [insideField]: all, ...others } = extra;
  if (!isInside(all)) return { inside: {}, beside: extra };
  const there = placesOf(sets);
  const [inside, rest] = [true, false].map((isThere) => Object.fromEntries(Object.entries(all).filter(([name]) => there.has(name) === isThere))) as [Inside, Inside];
  return { inside, beside: Object.keys(rest).length === 0 ? others : { ...others, [insideField]: rest } };
}

interface Records {
  readonly set: { readonly id: string } | null;
  readonly meta: object;
  readonly spans: readonly { readonly id: string }[];
  readonly relations: readonly { readonly id: string }[];
}

/** A line's fields with the foreign ones at the end of the records that they stood in. */
export function withInside<Fields extends Records>(line: Fields, inside: Inside): Fields {
  if (Object.keys(inside).length === 0) return line;
  const own = line.set?.id ?? '';
  const filled = <One extends object>(record: One, place: string): One => (Object.hasOwn(inside, place) ? { ...record, ...inside[place] } : record);
  return {
    ...line,
    meta: filled(line.meta, 'meta'),
    set: line.set && filled(line.set, `set ${own}`),
    spans: line.spans.map((one) => filled(one, `span ${own} ${one.id}`)),
    relations: line.relations.map((one) => filled(one, `relation ${own} ${one.id}`)),
  };
}

/** An Article's foreign fields as they leave with these sets alone: nothing that stood in other records. */
export function fieldsLeavingWith(extra: JsonObject, sets: readonly AnnotationSet[]): JsonObject {
  const { [insideField]: all, ...others } = extra;
  if (!isInside(all)) return extra;
  const { inside } = placed(extra, sets);
  return Object.keys(inside).length === 0 ? others : { ...others, [insideField]: inside };
}

/** The same where sets are called by other names. */
export function fieldsOfNames(extra: JsonObject, nameOf: (set: string) => string): JsonObject {
  const all = extra[insideField];
  if (!isInside(all)) return extra;
  const renamed = (place: string): string => {
    const [kind = '', set, ...rest] = place.split(' ');
    return set === undefined ? kind : [kind, nameOf(set), ...rest].join(' ');
  };
  return { ...extra, [insideField]: Object.fromEntries(Object.entries(all).map(([place, fields]) => [renamed(place), fields])) };
}
