import { fold } from './persian.ts';

/** A whole number in the digits of any script that Persian readers use, both bounds included; `null` for anything else, and for nothing. */
export function writtenCount(written: string, most: number, least = 0): number | null {
  const digits = fold(written).text.trim();
  const count = /^\d+$/.test(digits) ? Number(digits) : null;
  return count !== null && count >= least && count <= most ? count : null;
}
