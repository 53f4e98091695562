import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type Config } from './configs.ts';
import { type Row } from './article-rows.ts';

/** One file of rows that is written as they come. What comes back is to be appended to it. */
export interface RowFile {
  /** `weight` is about how long the row is, in characters: what waits in memory is bounded by it. */
  readonly add: (row: Row, weight: number) => Uint8Array;
  readonly end: () => Uint8Array;
}

/** How the tables of a folder are written. */
export interface Form {
  /** What stands behind the stem in a file's name. */
  readonly suffix: string;
  readonly begin: (config: Config) => RowFile;
}

const nothing = new Uint8Array(0);

export const jsonLines: Form = {
  suffix: '.jsonl',
  begin: () => ({ add: (row) => utf8ToBytes(`${JSON.stringify(row)}\n`), end: () => nothing }),
};
