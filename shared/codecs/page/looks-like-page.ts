import { lettersOf } from '../../text/letters.ts';
import { type NamedBytes } from '../codec.ts';

/** Bytes in which the first element is looked for. */
const beginning = 1024;

/** Marks of an encoding, as its bytes are letters; the upper halves of UTF-16 are NUL where markup is. */
const marks = /^(?:ï»¿|ÿþ|þÿ)|\0/g;

/** A document type or the outermost element, behind what may stand before (HTML, 13.1; XML, 2.8). */
const start = /^\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/** Is it a whole web page, whatever it is called? */
export const looksLikePage = ({ bytes }: NamedBytes): boolean => start.test(lettersOf(bytes.subarray(0, beginning)).replaceAll(marks, ''));
