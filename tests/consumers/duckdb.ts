import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type NamedBytes } from '../../shared/codecs/codec.ts';

export type Answer = readonly Readonly<Record<string, unknown>>[];

/** A folder on the disk with a database beside it that reads what lies there. */
export interface Duck {
  readonly folder: string;
  readonly put: (files: readonly NamedBytes[], below?: string) => void;
  readonly ask: (query: string) => Promise<Answer>;
  readonly close: () => void;
}

/** Reads nothing from anywhere else: extensions are neither loaded nor fetched. */
export async function duck(): Promise<Duck> {
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-duck-'));
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' });
  const connection = await instance.connect();
  return {
    folder,
    put(files, below = '.') {
      for (const { name, bytes } of files) {
        const file = path.join(folder, below, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, bytes);
      }
    },
    async ask(query) {
      const reader = await connection.runAndReadAll(query);
      return reader.getRowObjectsJson();
    },
    close() {
      connection.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}
