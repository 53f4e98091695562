/**
 * A part of a text file, a thought a line: lines as they are, and lines of JSON broken before each name of a field, so that a field
 * with Persian words has a line, and a direction, of its own. No character is added or lost but line ends.
 */
export const readableLines = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (/^\s*[[{]/.test(line) ? line.split(/(?<=[{,[])(?=\s*"[^"\\]{1,60}":)/) : [line]));
