import { type Direction, directionOf } from '../../shared/text/direction.ts';

/**
 * Which way a field is written: as most letters of what stands in it; before there are any, as the window, and its hint with it. With `dir="auto"` an
 * empty field of a Persian window begins on the left, and older engines never look at what was not typed.
 */
export const fieldDirection = (written: string): Direction | undefined => (/\p{L}/u.test(written) ? directionOf(written) : undefined);
