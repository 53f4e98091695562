import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { type Cell, tableIds } from './column.ts';
import { type Audience, tableWriter } from './rows.ts';

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
export const isFormula = (cell: Cell): cell is string => typeof cell === 'string' && beginsFormula.test(cell);
export const guarded = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** Five tables side by side: `<stem>.csv` with the annotations, `<stem>.relations.csv` and so on. */
export function writeCsv(schema: Schema, stem: string, audience: Audience, style: CsvStyle): Writer {
  const { headers, rows } = tableWriter(schema, audience);
  const names = tableIds.map((table) => [table, table === 'annotations' ? `${stem}.csv` : `${stem}.${table}.csv`] as const);
  let hasBegun = false;
  const begin = (): readonly NamedBytes[] => {
    if (hasBegun) return [];
    hasBegun = true;
    return names.map(([table, name]) => ({ name, bytes: utf8ToBytes(`${style.mark}${line(headers[table], style)}`) }));
  };
  return {
    add(slice) {
      const tables = rows(slice);
      return [
        ...begin(),
        ...names.flatMap(([table, name]) => {
          const lines = tables[table].map(({ cells }) => line(cells, style)).join('');
          return lines === '' ? [] : [{ name, bytes: utf8ToBytes(lines) }];
        }),
      ];
    },
    end: begin,
  };
}

const line = (cells: readonly Cell[], { lineEnd, cell }: CsvStyle): string =>
  `${cells.map((one) => (typeof one === 'string' ? quoted(cell(one)) : String(one ?? ''))).join(',')}${lineEnd}`;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
