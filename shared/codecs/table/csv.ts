import { guarded } from '../../csv.ts';
import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { type Schema } from '../../model/schema.ts';
import { tellGuards } from './reductions.ts';
import { type Audience } from './rows.ts';
import { wordingForPeople, wordingForPrograms } from './wording.ts';
import { writeCsv } from './write-csv.ts';

export const forPeople = (schema: Schema): Audience => ({ wording: wordingForPeople(schema), isForPeople: true, hasTexts: false });
const forPrograms: Audience = { wording: wordingForPrograms, isForPeople: false, hasTexts: true };

/** Tables to be read and sorted in Excel or LibreOffice. Write only: docs/formats/table.md. */
export const csv: Codec = {
  id: 'csv',
  title: 'CSV tables for people',
  extensions: ['csv'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  reductions: [tellGuards(forPeople)],
  bytes: 'own',
  write: (schema, stem) => writeCsv(schema, stem, forPeople(schema), { mark: '\ufeff', lineEnd: '\r\n', cell: guarded }),
};

/** The same tables for programs: ids in place of names, no mark, LF, cells as they are. Write only. */
export const csvRaw: Codec = {
  id: 'csv-raw',
  title: 'CSV tables for programs',
  extensions: ['csv'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  bytes: 'utf-8',
  write: (schema, stem) => writeCsv(schema, stem, forPrograms, { mark: '', lineEnd: '\n', cell: (text) => text }),
};
