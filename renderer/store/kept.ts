/**
 * What was there before where the new value says the same, however deep; else the new value. What is read anew from the database is
 * never the same object, and a screen that is given another object draws itself again.
 */
export const kept = <Value>(before: Value, now: Value): Value => (saysTheSame(before, now) ? before : now);

function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => saysTheSame(item, b[index]));
  return isPlain(a) && isPlain(b) && sameFields(a, b);
}

function sameFields(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && saysTheSame(a[name], b[name]));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
