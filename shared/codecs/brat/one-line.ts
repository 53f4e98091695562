import { encodeUtf8, decodeUtf8 } from '../../text/utf8.ts';

/** What brat, or the Python that it is written in, takes for the end of a line or of a field. */
const breaking = /[\p{Cc}\u2028\u2029]/gu;

/** A text for people on one line, without what would end the line or the field. */
export const oneLine = (text: string): string => text.replace(breaking, ' ').trim();

/** JSON on one line for every reader: what JSON leaves as it is and Python takes for a line end is escaped. */
export const oneLineJson = (value: unknown): string =>
  JSON.stringify(value).replace(breaking, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const percent = (sign: string): string =>
  Array.from(encodeUtf8(sign), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** A value in a field that blanks end: blanks, control characters and `%` become `%` and two digits for each UTF-8 byte. */
export const withoutBlanks = (value: string): string => value.replace(/[%\s\p{Cc}]/gu, percent);

/** The value again; what only looks like an escape stays as it is. */
export const withBlanks = (written: string): string =>
  written.replace(/(?:%[0-9A-F]{2})+/g, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16));
    const decoded = decodeUtf8(bytes);
    return decoded.ok ? decoded.text : escapes;
  });
