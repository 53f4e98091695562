import { describe, expect, test } from 'vitest';
import { capsOf, chordText } from '../../../renderer/ui/cap.ts';

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

test('a chord in one line', () => {
  expect(chordText('Ctrl+Shift+KeyZ')).toBe('Ctrl+Shift+Z');
  expect(chordText('Ctrl+Comma')).toBe('Ctrl+,');
});
