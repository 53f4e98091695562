import { describe, expect, test } from 'vitest';
import { isDigitRun, sheetRows } from '../../../../renderer/views/keys/sheet-rows.ts';

describe('sheetRows', () => {
  test('one row a meaning, with all its chords', () => {
    expect(
      sheetRows([
        { chord: 'KeyX', command: 'delete', message: 'menu.undo' },
        { chord: 'KeyJ', command: 'next', message: 'menu.redo' },
        { chord: 'Delete', command: 'delete', message: 'menu.undo' },
      ]),
    ).toEqual([
      { command: 'delete', message: 'menu.undo', chords: ['KeyX', 'Delete'] },
      { command: 'next', message: 'menu.redo', chords: ['KeyJ'] },
    ]);
  });

  test('digits one after another are a run', () => {
    expect(isDigitRun(['Digit1', 'Digit2', 'Digit3'])).toBe(true);
    expect(isDigitRun(['Digit1', 'Digit2'])).toBe(false);
    expect(isDigitRun(['Digit1', 'Digit3', 'Digit4'])).toBe(false);
  });
});
