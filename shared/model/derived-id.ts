import { isLegalOffset } from '../text/offsets.ts';

const maximum = 128;

/** `<id>~<suffix>`: an id made from another one, which is cut short where the whole would be longer than an id may be. */
export function derivedId<T extends string>(id: T, suffix: string): T {
  const room = Math.min(id.length, maximum - suffix.length - 1);
  return `${id.slice(0, isLegalOffset(id, room) ? room : room - 1)}~${suffix}` as T;
}

/** The id itself when it is free, otherwise `<id>~2`, `<id>~3` … */
export function freeId<T extends string>(id: T, isTaken: (id: T) => boolean): T {
  let free = id;
  for (let count = 2; isTaken(free); count++) free = derivedId(id, String(count));
  return free;
}
