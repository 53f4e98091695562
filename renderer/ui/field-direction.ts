import { type Direction, directionOf } from '../../shared/text/direction.ts';

/**
 * Which way a field is written: as most letters of what stands in it; before there are any, as the window, and its hint with it. Latin digits without a
 * letter are a date or a version, which is read from the left. With `dir="auto"` an empty field of a Persian window begins on the left, and older
 * engines never look at what was not typed.
 */
export function fieldDirection(written: string): Direction | undefined {
  if (/\p{L}/u.test(written)) return directionOf(written);
  return /[0-9]/.test(written) ? 'ltr' : undefined;
}
