const [quote, backslash] = [0x22, 0x5c];

/** Digits that a number of JavaScript may not hold exactly: 2^53 has sixteen. */
const longNumber = /-?[1-9]\d{15,}(?![\d.eE])/y;
const perhapsLong = /\d{16}/;

/**
 * A JSON text with its long integers as words: ids of posts and messages are such, and as numbers two of them would become one. Sound JSON stays
 * sound, and what is none stays none.
 */
export function longNumbersAsWords(json: string): string {
  if (!perhapsLong.test(json)) return json;
  const parts: string[] = [];
  let [taken, at] = [0, 0];
  while (at < json.length) {
    const unit = json.charCodeAt(at);
    if (unit === quote) {
      at = endOfWords(json, at);
      continue;
    }
    longNumber.lastIndex = at;
    const number = isNumberStart(unit) ? longNumber.exec(json)?.[0] : undefined;
    if (number !== undefined) {
      parts.push(json.slice(taken, at), `"${number}"`);
      taken = at + number.length;
      at = taken;
    } else if (isNumberStart(unit)) at = endOfNumber(json, at);
    else at++;
  }
  return parts.join('') + json.slice(taken);
}

const isNumberStart = (unit: number): boolean => unit === 0x2d || (unit >= 0x30 && unit <= 0x39);

/** Behind the closing mark of a string. */
function endOfWords(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charCodeAt(at) !== quote) at += json.charCodeAt(at) === backslash ? 2 : 1;
  return at + 1;
}

/** Behind a number of any kind: `1.0000000000000000` is no integer. */
function endOfNumber(json: string, start: number): number {
  const number = /[-+.\deE]+/y;
  number.lastIndex = start;
  return start + (number.exec(json)?.[0].length ?? 1);
}
