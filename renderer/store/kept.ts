import { saysTheSame } from '../../shared/says-the-same.ts';

/**
 * What was there before where the new value says the same, however deep; else the new value. What is read anew from the database is
 * never the same object, and a screen that is given another object draws itself again.
 */
export const kept = <Value>(before: Value, now: Value): Value => (saysTheSame(before, now) ? before : now);

/** The same for each field by itself: what has stayed stays the same value, though something else is new. */
export function keptFields<Value extends object>(before: Value, now: Value): Value {
  const names = Object.keys(now) as (keyof Value)[];
  if (names.length !== Object.keys(before).length) return now;
  const fields = names.map((name) => [name, kept(before[name], now[name])] as const);
  return fields.every(([name, value]) => value === before[name]) ? before : (Object.fromEntries(fields) as Value);
}

/** Answers each value with the one before where that says the same; `keep` says how it is compared. */
export function keeper<Value>(keep: (before: Value, now: Value) => Value = kept): (now: Value) => Value {
  let last: { readonly value: Value } | null = null;
  return (now) => {
    last = { value: last ? keep(last.value, now) : now };
    return last.value;
  };
}
