/** In development a record that somebody alters must fail there and then; in the shipped program nothing is spent on it. */
export function frozen<T>(value: T): T {
  if (import.meta.env.DEV) freezeDeep(value);
  return value;
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freezeDeep);
}
