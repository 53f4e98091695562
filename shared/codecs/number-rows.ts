import { encodeUtf8 } from '../text/utf8.ts';

const zero = 0x30;
const mostDigits = 10;

/** Of a whole number from 0 up. */
const digitsOf = (value: number): number => (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : String(value).length);

/**
 * Rows in UTF-8 that differ in whole numbers alone: `around[0]`, a number of the first column, `around[1]`, one of the second … Formats that tell
 * the place of each word consist of them for the greater part; to make a text of each row, and bytes of that, would take longer than
 * all the rest. Numbers grow along a text, so that runs of rows have equally long ones: what stands round them is copied for a whole
 * run at once, and the digits are put over it. Numbers lie from 0 up and below 2³¹; they need not grow, then runs are short.
 */
export function numberRows(around: readonly string[], columns: readonly Int32Array[]): Uint8Array {
  const count = columns[0]?.length ?? 0;
  if (around.length !== columns.length + 1 || columns.some(({ length }) => length !== count))
    throw new Error(`${around.length} texts stand round ${columns.length} columns of ${columns.map(({ length }) => length).join(', ')} numbers`);
  const pieces = around.map(encodeUtf8);
  const fixed = pieces.reduce((sum, { length }) => sum + length, 0);
  const most = columns.reduce((sum, column) => sum + digitsOf(greatest(column)), fixed);
  const bytes = new Uint8Array(count * most);
  let at = 0;
  for (let first = 0, next = 0; first < count; first = next) {
    const digits = columns.map((column) => digitsOf(column[first] as number));
    next = endOfRun(columns, digits, first, count);
    const length = digits.reduce((sum, one) => sum + one, fixed);
    const end = at + (next - first) * length;
    putPattern(bytes, at, pieces, digits);
    repeat(bytes, at, length, end);
    let last = at - 1;
    for (const [place, column] of columns.entries()) {
      last += (pieces[place] as Uint8Array).length + (digits[place] as number);
      putColumn(bytes, last, length, column, first, next);
    }
    at = end;
  }
  return bytes.subarray(0, at);
}

function greatest(column: Int32Array): number {
  let most = 0;
  for (const value of column) if (value > most) most = value;
  return most;
}

/** The first row from there on one of whose numbers has more or fewer digits. */
function endOfRun(columns: readonly Int32Array[], digits: readonly number[], first: number, count: number): number {
  let end = count;
  for (const [place, column] of columns.entries()) {
    const wide = digits[place] as number;
    // Whole numbers of 32 bits, which the engine compares fast.
    const least = wide === 1 ? 0 : (10 ** (wide - 1)) | 0;
    const most = wide >= mostDigits ? 0x7fffffff : (10 ** wide - 1) | 0;
    let row = first;
    while (row < end && (column[row] as number) >= least && (column[row] as number) <= most) row++;
    end = row;
  }
  return end;
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

/** Fills the bytes with their first ones over and over, copying what is there twice as much each time. */
function repeat(bytes: Uint8Array, from: number, first: number, to: number): void {
  for (let length = first; from + length < to; length *= 2) bytes.copyWithin(from + length, from, Math.min(from + length, to - length));
}

/** The digits of the numbers of these rows over zeros, the first of which end at `last`. `| 0` lets the engine divide whole numbers. */
function putColumn(bytes: Uint8Array, last: number, length: number, column: Int32Array, first: number, next: number): void {
  for (let row = first, end = last; row < next; row++, end += length) {
    let left = column[row] as number;
    for (let place = end; left > 0; place--) {
      const tenth = (left / 10) | 0;
      bytes[place] = zero + left - tenth * 10;
      left = tenth;
    }
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
