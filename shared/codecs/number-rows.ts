import { encodeUtf8 } from '../text/utf8.ts';

const zero = 0x30;

/** Of a whole number from 0 up. */
export const digitsOf = (value: number): number => String(value).length;

/** Rows whose numbers are equally long, column by column. */
interface Run {
  readonly first: number;
  /** The first row behind them. */
  readonly next: number;
  readonly digits: readonly number[];
  /** Of each row, in bytes. */
  readonly length: number;
}

/**
 * Rows in UTF-8 that differ in whole numbers alone: `around[0]`, a number of the first column, `around[1]`, one of the second … Formats that tell
 * the place of each word consist of them for the greater part; to make a text of each row, and bytes of that, would take longer than
 * all the rest. Numbers grow along a text, so that runs of rows have equally long ones: what stands round them is copied for a whole
 * run at once, and the digits are put over it. Numbers lie from 0 up and below 2³¹.
 * @throws where a number is smaller than the one above it.
 */
export function numberRows(around: readonly string[], columns: readonly Int32Array[]): Uint8Array {
  const count = columns[0]?.length ?? 0;
  if (around.length !== columns.length + 1 || columns.some(({ length }) => length !== count))
    throw new Error(`${around.length} texts stand round ${columns.length} columns of ${columns.map(({ length }) => length).join(', ')} numbers`);
  const pieces = around.map(encodeUtf8);
  const runs = runsOf(columns, count, pieces.reduce((sum, { length }) => sum + length, 0));
  const bytes = new Uint8Array(runs.reduce((sum, { first, next, length }) => sum + (next - first) * length, 0));
  let at = 0;
  for (const { first, next, digits, length } of runs) {
    const end = at + (next - first) * length;
    putPattern(bytes, at, pieces, digits);
    repeatFirst(bytes, at, length, end);
    let last = at - 1;
    for (const [place, column] of columns.entries()) {
      last += (pieces[place] as Uint8Array).length + (digits[place] as number);
      putColumn(bytes, last, length, column, first, next);
    }
    at = end;
  }
  return bytes;
}

function runsOf(columns: readonly Int32Array[], count: number, fixed: number): readonly Run[] {
  const runs: Run[] = [];
  for (let first = 0, next = 0; first < count; first = next) {
    const digits = columns.map((column) => digitsOf(column[first] as number));
    next = Math.min(...columns.map((column, place) => firstAtLeast(column, 10 ** (digits[place] as number), first + 1)));
    runs.push({ first, next, digits, length: digits.reduce((sum, one) => sum + one, fixed) });
  }
  return runs;
}

/** The first row, from this one on, whose number is so great; the number of rows where none is. */
function firstAtLeast(column: Int32Array, least: number, from: number): number {
  let [low, high] = [from, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] as number) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A row whose numbers are all zeros. */
function putPattern(bytes: Uint8Array, from: number, pieces: readonly Uint8Array[], digits: readonly number[]): void {
  let at = from;
  for (const [place, piece] of pieces.entries()) {
    bytes.set(piece, at);
    at += piece.length;
    const wide = digits[place] ?? 0;
    bytes.fill(zero, at, at + wide);
    at += wide;
  }
}

/** Fills the bytes up to `to` with the first ones over and over, copying what is there twice as much each time. */
export function repeatFirst(bytes: Uint8Array, from: number, first: number, to: number): void {
  for (let length = first; from + length < to; length *= 2) bytes.copyWithin(from + length, from, Math.min(from + length, to - length));
}

/** The digits of a whole number below 2³¹ over the zeros that end at this place. `| 0` lets the engine divide whole numbers. */
export function putDigits(bytes: Uint8Array, last: number, value: number): void {
  let left = value;
  for (let place = last; left > 0; place--) {
    const tenth = (left / 10) | 0;
    bytes[place] = zero + left - tenth * 10;
    left = tenth;
  }
}

/** The numbers of these rows over zeros, the first of which end at `last`. */
function putColumn(bytes: Uint8Array, last: number, length: number, column: Int32Array, first: number, next: number): void {
  let above = first === 0 ? 0 : (column[first - 1] as number);
  for (let row = first, end = last; row < next; row++, end += length) {
    const value = column[row] as number;
    if (value < above) throw new Error(`number ${value} stands below ${above}`);
    above = value;
    putDigits(bytes, end, value);
  }
}

/** Where Spans begin and end, in UTF-16 code units, as columns. */
export function placesOf(spans: readonly { readonly start: number; readonly end: number }[]): readonly [starts: Int32Array, ends: Int32Array] {
  const [starts, ends] = [new Int32Array(spans.length), new Int32Array(spans.length)];
  for (let row = 0; row < spans.length; row++) {
    const one = spans[row] as (typeof spans)[number];
    starts[row] = one.start;
    ends[row] = one.end;
  }
  return [starts, ends];
}

/** `first`, the number after it, and so on: so many. */
export function countedFrom(first: number, count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let row = 0; row < count; row++) numbers[row] = first + row;
  return numbers;
}
