import { utf8ToBytes } from '@noble/hashes/utils.js';
import { csvLine, type CsvStyle } from '../../csv.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamedBytes, type Writer } from '../codec.ts';
import { tableIds } from './column.ts';
import { type Audience, tableWriter } from './rows.ts';

/** Five tables side by side: `<stem>.csv` with the annotations, `<stem>.relations.csv` and so on. */
export function writeCsv(schema: Schema, stem: string, audience: Audience, style: CsvStyle): Writer {
  const { headers, rows } = tableWriter(schema, audience);
  const names = tableIds.map((table) => [table, table === 'annotations' ? `${stem}.csv` : `${stem}.${table}.csv`] as const);
  let hasBegun = false;
  const begin = (): readonly NamedBytes[] => {
    if (hasBegun) return [];
    hasBegun = true;
    return names.map(([table, name]) => ({ name, bytes: utf8ToBytes(`${style.mark}${csvLine(headers[table], style)}`) }));
  };
  return {
    add(slice) {
      const tables = rows(slice);
      return [
        ...begin(),
        ...names.flatMap(([table, name]) => {
          const lines = tables[table].map(({ cells }) => csvLine(cells, style)).join('');
          return lines === '' ? [] : [{ name, bytes: utf8ToBytes(lines) }];
        }),
      ];
    },
    end: begin,
  };
}
