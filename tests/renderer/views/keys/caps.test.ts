import { describe, expect, test } from 'vitest';
import { capsOf } from '../../../../renderer/views/keys/cap.ts';
import { isDigitRun, sheetRows } from '../../../../renderer/views/keys/sheet-rows.ts';

describe('capsOf', () => {
  test('a letter key shows what both boards print on it', () => {
    expect(capsOf('KeyQ')).toEqual([{ latin: 'Q', persian: 'ض' }]);
    expect(capsOf('Digit4')).toEqual([{ latin: '4', persian: '۴' }]);
  });

  test('modifiers come first', () => {
    expect(capsOf('Ctrl+Shift+KeyZ').map(({ latin }) => latin)).toEqual(['Ctrl', 'Shift', 'Z']);
  });

  test('other keys have one sign', () => {
    expect(capsOf('ArrowLeft')).toEqual([{ latin: '←', persian: null }]);
  });
});

describe('sheetRows', () => {
  test('one row a meaning, with all its chords', () => {
    expect(
      sheetRows([
        { chord: 'KeyX', command: 'delete', message: 'menu.undo' },
        { chord: 'KeyJ', command: 'next', message: 'menu.redo' },
        { chord: 'Delete', command: 'delete', message: 'menu.undo' },
      ]),
    ).toEqual([
      { message: 'menu.undo', chords: ['KeyX', 'Delete'] },
      { message: 'menu.redo', chords: ['KeyJ'] },
    ]);
  });

  test('digits one after another are a run', () => {
    expect(isDigitRun(['Digit1', 'Digit2', 'Digit3'])).toBe(true);
    expect(isDigitRun(['Digit1', 'Digit2'])).toBe(false);
    expect(isDigitRun(['Digit1', 'Digit3', 'Digit4'])).toBe(false);
  });
});
