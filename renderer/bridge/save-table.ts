import { bridge } from './bridge.ts';

/**
 * Asks where a CSV table shall be, and writes it there.
 * @param title of the question
 * @param name of the file, without its extension
 */
export const saveTable = (title: string, name: string, table: string) =>
  bridge.saveFiles(title, `${name}.csv`, [{ suffix: '.csv', bytes: new TextEncoder().encode(table) }]);
