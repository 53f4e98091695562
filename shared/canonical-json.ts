export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * One text for one value: keys in code-unit order, no white space, ECMAScript number and string
 * forms (the JSON Canonicalization Scheme, RFC 8785). Hashes and equality are taken over this text.
 * Fields that are `undefined` are left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  // The engine's own writer takes a third of the time, and whole imports go through here.
  if (isInOrder(value)) return JSON.stringify(value);
  if (value === null || typeof value !== 'object') throw new Error(`no JSON form for a value of type ${typeof value}`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let fields = '';
  for (const key of Object.keys(value).sort()) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) fields += `${fields === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${fields}}`;
}

/** Does `JSON.stringify` write this value as `canonicalJson` does? False of what has no JSON form. */
export function isInOrder(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  if (Array.isArray(value)) return value.every(isInOrder);
  const fields = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(fields);
  for (let place = 1; place < keys.length; place++) if ((keys[place - 1] as string) > (keys[place] as string)) return false;
  return keys.every((key) => fields[key] === undefined || isInOrder(fields[key]));
}
