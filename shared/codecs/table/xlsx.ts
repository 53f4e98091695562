import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { forPeople } from './csv.ts';
import { cutToCells } from './reductions.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The tables as one workbook, read from right to left. Write only: docs/formats/table.md. */
export const xlsx: Codec = {
  id: 'xlsx',
  title: 'Excel workbook (XLSX)',
  extensions: ['xlsx'],
  offsetUnit: 'code-point',
  capabilities: { ...everything, unreferenced: false },
  reductions: [cutToCells],
  bytes: 'own',
  write: (schema, stem) => writeWorkbook(schema, stem, forPeople(schema)),
};
