import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { tableIds } from '../../shared/codecs/table/column.ts';
import { forPeople } from '../../shared/codecs/table/csv.ts';
import { tableWriter } from '../../shared/codecs/table/rows.ts';
import { tableName } from '../../shared/codecs/table/wording.ts';
import { guarded } from '../../shared/csv.ts';
import { slices } from '../../shared/codecs/slices.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { exported } from './exported.ts';
import { ran, tool } from './tools.ts';

const soffice = tool('soffice');

/** Notes that a table program would run, or take for a date or a number, were they not text. */
const tempting = ['=1+1', '@SUM(A1)', '-2+3', '+98 21', '=HYPERLINK("http://example.org";"x")', '1/2', '0012', '1e5', ' a ', 'خط\nدوم'];

const corpus: Dataset = normalised({
  ...goldenCorpus,
  sets: goldenCorpus.sets.map((set) => ({
    ...set,
    annotations: set.annotations.map((one, index) => ({ ...one, note: tempting[index % tempting.length] ?? '' })),
  })),
});

/** Every sheet of a file as LibreOffice reads it, by the name of its sheet. */
function readByOffice(file: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  if (soffice.kind === 'missing') throw new Error(soffice.reason);
  const folder = mkdtempSync(path.join(tmpdir(), 'naql-office-'));
  const out = path.join(folder, 'out');
  mkdirSync(out);
  // Comma, quote, UTF-8, from line 1, columns as they are, no language, every text quoted, cells as shown, not as formulas, all sheets.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1';
  const input = file.endsWith('.csv') ? ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,false'] : [];
  const { code, output } = ran(soffice.path, [
    `-env:UserInstallation=file://${folder}/profile`, '--headless', ...input, '--convert-to', filter, '--outdir', out, file,
  ]);
  if (code !== 0) throw new Error(output);
  return new Map(
    readdirSync(out).map((name) => {
      const text = readFileSync(path.join(out, name), 'utf8').replace(/^\ufeff/, '');
      return [name.replace(/^[^-]*-|\.csv$/g, ''), Papa.parse<string[]>(text, { skipEmptyLines: true }).data] as const;
    }),
  );
}

/** What stands in the tables, made from the records alone. */
function expectedTables(fitted: Dataset) {
  const { headers, rows } = tableWriter(fitted.schema, forPeople(fitted.schema));
  const parts = [...slices(fitted)].map(rows);
  const plain = (cells: readonly (string | number | null)[]): readonly string[] => cells.map((cell) => String(cell ?? ''));
  return new Map(tableIds.map((table) => [table, [headers[table], ...parts.flatMap((part) => part[table].map(({ cells }) => plain(cells)))]] as const));
}

describe('LibreOffice reads our tables', () => {
  it('every cell of every sheet of the workbook, and no formula among them', (context) => {
    if (soffice.kind === 'missing') return context.skip(soffice.reason);
    const { files, fitted } = exported('xlsx', corpus);
    const sheets = readByOffice(files[0] ?? '');
    const expected = expectedTables(fitted);
    expect([...sheets.keys()].sort()).toEqual(tableIds.map(tableName).sort());
    for (const table of tableIds) expect(sheets.get(tableName(table))).toEqual(expected.get(table));
    expect(sheets.get(tableName('annotations'))?.flat()).toContain('=1+1');
  });

  it('every cell of the CSV, guarded ones with their apostrophe', (context) => {
    if (soffice.kind === 'missing') return context.skip(soffice.reason);
    const { files, fitted } = exported('csv', corpus);
    const [cells] = readByOffice(files[0] ?? '').values();
    const [header = [], ...rows] = expectedTables(fitted).get('annotations') ?? [];
    const note = header.findIndex((name) => name.endsWith('(note)'));
    expect(cells?.length).toBe(rows.length + 1);
    // Beside the notes, which tempt it to read numbers and dates, everything is as it was written.
    const without = (row: readonly string[]): readonly string[] => row.filter((_, index) => index !== note);
    expect(cells?.map(without)).toEqual([header, ...rows.map((row) => row.map(guarded))].map(without));
    const notes = cells?.slice(1).map((row) => row[note]) ?? [];
    for (const [index, row] of rows.entries()) if (guarded(row[note] ?? '') !== row[note]) expect(notes[index]).toBe(`'${row[note]}`);
    expect(notes).toContain("'=1+1");
    expect(notes).not.toContain('2');
  });
});
