/** Text is quoted where it must be, numbers are written as they are, nothing is nothing. */
export type CsvCell = string | number | null | undefined;

/** How lines and cells of a CSV file are written (RFC 4180). */
export interface CsvStyle {
  /** Excel takes a file for UTF-8 only where one stands before it. */
  readonly mark: '' | '\ufeff';
  readonly lineEnd: '\n' | '\r\n';
  readonly cell: (text: string) => string;
}

/**
 * What a table program would take for a formula, and run: what begins so gets an apostrophe, which says "text" (CWE-1236; OWASP ASVS
 * 1.2.10). NUL is among them because programs pass over it.
 */
const beginsFormula = /^[=+\-@\t\r\0]/;
export const isFormula = (cell: CsvCell): cell is string => typeof cell === 'string' && beginsFormula.test(cell);
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** One line with its end. */
export const csvLine = (cells: readonly CsvCell[], { lineEnd, cell }: CsvStyle): string =>
  `${cells.map((one) => (typeof one === 'string' ? quoted(cell(one)) : String(one ?? ''))).join(',')}${lineEnd}`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
