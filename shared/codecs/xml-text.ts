/** What XML 1.0 (section 2.2) cannot hold in any form; each is one UTF-16 code unit. */
export const illegalInXml = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A blank in place of each character that XML cannot hold: the length stays, and every offset with it. */
export const xmlLegal = (text: string): string => text.replace(illegalInXml, ' ');

/** JSON text as XML can hold it: what is illegal stands inside strings alone, where an escape says the same. */
export const jsonInXml = (json: string): string =>
  json.replace(illegalInXml, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (sign: string): string => entities[sign] ?? `&#${sign.charCodeAt(0)};`;

/**
 * Between double quotes. Tabs and line ends are written as numbers, since a reader makes blanks of them where they stand raw (XML 1.0,
 * section 3.3.3); so are the controls U+007F to U+009F, which some readers take for line ends.
 */
export const xmlAttribute = (text: string): string => text.replace(/[&<>"\t\n\r\x7f-\x9f]/g, escaped);

/** Between tags. A carriage return is written as a number, since a reader makes a line feed of it. */
export const xmlContent = (text: string): string => text.replace(/[&<>\r\x7f-\x9f]/g, escaped);
