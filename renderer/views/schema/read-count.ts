import { fold } from '../../../shared/text/persian.ts';

/** A whole number in the digits of either script; `null` for anything else, and for nothing. */
export function readCount(written: string): number | null {
  const digits = fold(written.trim()).text;
  return /^\d{1,5}$/.test(digits) ? Number(digits) : null;
}
