import { describe, expect, it } from 'vitest';
import { chordOf, digitOf, keyMap, type KeyPress, writesNothing } from '../../../renderer/ui/keyboard.ts';

const press = (code: string, key: string, held: Partial<Omit<KeyPress, 'code' | 'key'>> = {}): KeyPress => ({
  code, key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, getModifierState: () => false, ...held,
});

describe('chordOf', () => {
  it.each([
    ['the Persian layout prints ض on KeyQ', press('KeyQ', 'ض'), 'KeyQ'],
    ['the Persian layout prints م on KeyL', press('KeyL', 'م'), 'KeyL'],
    ['the Persian layout prints a digit of its own', press('Digit1', '۱'), 'Digit1'],
    ['Arabic digits are digits too', press('Digit4', '٤'), 'Digit4'],
    ['the Persian layout prints punctuation with Shift', press('KeyW', ']', { shiftKey: true }), 'Shift+KeyW'],
    ['QWERTY', press('KeyJ', 'j'), 'KeyJ'],
    ['capitals with caps lock', press('KeyJ', 'J'), 'KeyJ'],
    ['the numeric pad', press('Numpad3', '3'), 'Digit3'],
    ['the numeric pad on a Persian layout', press('Numpad3', '۳'), 'Digit3'],
    ['Enter of the numeric pad', press('NumpadEnter', 'Enter'), 'Enter'],
    ['Dvorak: the letter counts, not its place', press('Semicolon', 's'), 'KeyS'],
    ['AZERTY: the letter counts', press('KeyQ', 'a'), 'KeyA'],
    ['AZERTY: the digit row without Shift', press('Digit1', '&'), 'Digit1'],
    ['AZERTY: a digit that prints a minus', press('Digit6', '-'), 'Digit6'],
    ['QWERTZ: the question mark is on ß', press('Minus', '?', { shiftKey: true }), 'Shift+Slash'],
    ['AZERTY: the question mark is on the comma', press('KeyM', '?', { shiftKey: true }), 'Shift+Slash'],
    ['QWERTZ: plus beside Ü zooms', press('BracketRight', '+', { ctrlKey: true }), 'Ctrl+Equal'],
    ['QWERTZ: minus is where the slash is', press('Slash', '-', { ctrlKey: true }), 'Ctrl+Minus'],
    ['AZERTY: the comma is on M', press('KeyM', ',', { ctrlKey: true }), 'Ctrl+Comma'],
    ['plus of the numeric pad', press('NumpadAdd', '+', { ctrlKey: true }), 'Ctrl+Equal'],
    ['minus of the numeric pad', press('NumpadSubtract', '-', { ctrlKey: true }), 'Ctrl+Minus'],
    ['modifiers in one order', press('KeyZ', 'ظ', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+KeyZ'],
    ['Command on a Mac is Ctrl', press('KeyZ', 'z', { metaKey: true }), 'Ctrl+KeyZ'],
    ['named keys', press('ArrowLeft', 'ArrowLeft', { ctrlKey: true }), 'Ctrl+ArrowLeft'],
    ['Alt alone is a modifier', press('KeyA', 'a', { altKey: true }), 'Alt+KeyA'],
  ])('%s', (_, event, chord) => expect(chordOf(event)).toBe(chord));

  it.each([
    ['Shift+Space is ZWNJ in ISIRI 9147', press('Space', '\u200c', { shiftKey: true })],
    ['AltGr writes the third layer', press('KeyQ', '°', { getModifierState: () => true })],
    ['Ctrl+Alt is AltGr on Windows', press('KeyQ', '°', { ctrlKey: true, altKey: true })],
    ['composition', press('KeyQ', 'Process', { isComposing: true })],
    ['a modifier alone', press('ShiftLeft', 'Shift', { shiftKey: true })],
    ['Ctrl+Shift alone switches the layout', press('ShiftLeft', 'Shift', { shiftKey: true, ctrlKey: true })],
    ['the numeric pad without NumLock moves the caret', press('Numpad1', 'End')],
    ['Dvorak prints an apostrophe at the place of Q', press('KeyQ', "'")],
  ])('is none: %s', (_, event) => expect(chordOf(event)).toBeNull());
});

describe('digitOf', () => {
  it.each([['Digit0', 0], ['Digit9', 9], ['Ctrl+Digit1', null], ['KeyD', null], [null, null]] as const)('%s is %s', (chord, digit) =>
    expect(digitOf(chord)).toBe(digit),
  );
});

describe('keyMap', () => {
  it('refuses two commands on one chord', () => {
    const conflicting = () =>
      keyMap([
        { chord: 'KeyX', command: 'delete', message: 'keys.delete' },
        { chord: 'KeyX', command: 'neither', message: 'keys.delete' },
      ]);
    expect(conflicting).toThrow('KeyX is bound to "delete" and to "neither"');
  });

  it('lets one command have several chords', () => {
    const map = keyMap([
      { chord: 'KeyX', command: 'delete', message: 'keys.delete' },
      { chord: 'Delete', command: 'delete', message: 'keys.delete' },
    ]);
    expect(map).toHaveLength(2);
  });
});

describe('while one writes', () => {
  it.each([
    ['Ctrl with a letter', press('KeyK', 'ن', { ctrlKey: true }), true],
    ['a function key', press('F1', 'F1'), true],
    ['a letter', press('KeyL', 'م'), false],
    ['the third layer', press('KeyL', 'م', { ctrlKey: true, altKey: true }), false],
    ['Command, which is the menu’s', press('KeyK', 'k', { metaKey: true }), false],
  ] as const)('%s', (_, pressed, isHeard) => expect(writesNothing(pressed, false)).toBe(isHeard));

  it('on a Mac Control with a letter moves the caret', () => expect(writesNothing(press('KeyK', 'k', { ctrlKey: true }), true)).toBe(false));
});
