import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../../shared/codecs/corpus/csv-records.ts';
import { forAll } from '../../../arbitraries/for-all.ts';

const records = (text: string, delimiter = ',') => [...csvRecords(text, delimiter)];

describe('records of a CSV text', () => {
  it.each([
    ['cells', 'الف,ب\nپ,ت\n', [['الف', 'ب'], ['پ', 'ت']]],
    ['no last line end', 'الف,ب', [['الف', 'ب']]],
    ['an empty cell at the end', 'الف,\n,ب\n', [['الف', ''], ['', 'ب']]],
    ['marks that are doubled', '"او گفت: ""نه""",ب\n', [['او گفت: "نه"', 'ب']]],
    ['a cell of one mark alone', '"""",ب\n', [['"', 'ب']]],
    ['an empty cell in marks', '"",ب\n', [['', 'ب']]],
    ['delimiters and line ends in marks', '"الف,\r\nب\nپ\rت",ث\r\n', [['الف,\r\nب\nپ\rت', 'ث']]],
    ['blanks behind a mark', '"الف"  ,ب\n', [['الف', 'ب']]],
    ['blanks at the ends of a cell stay', ' الف ,"  ب "\n', [[' الف ', '  ب ']]],
    ['a mark within a cell without marks', 'او گفت "نه",ب\n', [['او گفت "نه"', 'ب']]],
    ['each kind of line end, in one file', 'الف\r\nب\nپ\rت', [['الف'], ['ب'], ['پ'], ['ت']]],
    ['an empty line', 'الف\n\nب\n', [['الف'], [''], ['ب']]],
  ])('%s', (_, text, cells) => expect(records(text).map((one) => one.cells)).toEqual(cells));

  it.each([
    ['a mark that is never closed', 'الف\n"ب\nپ\n', [[1, 1, null], [2, 4, 'open']]],
    ['a mark that is not doubled, over lines', '"الف" ب\nپ\n"ت"\nث\n', [[1, 3, 'stray'], [4, 4, null]]],
    ['a mark that is not doubled, on one line', '"الف "ب" پ"\nت\n', [[1, 1, 'kept'], [2, 2, null]]],
    ['lines in a cell', '"الف\r\nب\rپ",ت\nث', [[1, 3, null], [4, 4, null]]],
  ])('%s has its lines', (_, text, places) => expect(records(text).map(({ line, lastLine, fault }) => [line, lastLine, fault])).toEqual(places));

  const cell = fc.array(fc.constantFrom('الف', 'b', ' ', ',', ';', '"', '\n', '\r\n', '\u200c', '🔴')).map((parts) => parts.join(''));
  it('law: what another program wrote is read as it was, whatever stands in the cells', () =>
    forAll(fc.tuple(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), fc.constantFrom('\n', '\r\n', '\r'), fc.constantFrom(',', ';', '\t')), ([rows, newline, delimiter]) => {
      const read = records(Papa.unparse(rows, { newline, delimiter }), delimiter);
      expect(read.map((one) => one.cells)).toEqual(rows);
      expect(read.every(({ fault }) => fault === null)).toBe(true);
    }));
});
