import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenChord, chosenMap, isFixed, soundChoices, takenBy, withChord, withUsual } from '../../../renderer/ui/key-choices.ts';
import { type Chord, keyMap, type KeyPress } from '../../../renderer/ui/keyboard.ts';
import { runs } from '../../arbitraries/runs.ts';

const map = keyMap([
  { chord: 'KeyW', command: 'grow', message: 'keys.grow' },
  { chord: 'Shift+KeyW', command: 'shrink', message: 'keys.shrink' },
  { chord: 'KeyX', command: 'delete', message: 'keys.delete' },
  { chord: 'Delete', command: 'delete', message: 'keys.delete' },
  { chord: 'Ctrl+KeyK', command: 'palette', message: 'menu.palette' },
  { chord: 'Digit1', command: 'digit', message: 'keys.label' },
  { chord: 'Escape', command: 'back', message: 'keys.back' },
]);
const press = (code: string, key: string, held: Partial<Omit<KeyPress, 'code' | 'key'>> = {}): KeyPress => ({
  code, key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, getModifierState: () => false, ...held,
});

describe('keys pressed to be chosen', () => {
  it.each<[string, KeyPress, Chord]>([
    ['a letter of the Persian layout', press('KeyD', 'ی'), 'KeyD'],
    ['with Shift it prints punctuation', press('KeyD', ']', { shiftKey: true }), 'Shift+KeyD'],
    ['with Ctrl', press('KeyG', 'ل', { ctrlKey: true }), 'Ctrl+KeyG'],
    ['BracketLeft arrives as «ج»', press('BracketLeft', 'ج'), 'BracketLeft'],
    ['a digit of the Persian layout with Ctrl', press('Digit4', '۴', { ctrlKey: true }), 'Ctrl+Digit4'],
    ['a function key', press('F7', 'F7'), 'F7'],
    ['on a Mac Command is Ctrl', press('KeyG', 'g', { metaKey: true }), 'Ctrl+KeyG'],
  ])('%s', (_, event, chord) => expect(chosenChord(event, true)).toBe(chord));

  it.each<[string, KeyPress, string]>([
    ['Shift+Space is ZWNJ', press('Space', '\u200c', { shiftKey: true }), 'layout'],
    ['AltGr writes the third layer', press('KeyQ', '°', { getModifierState: () => true }), 'layout'],
    ['Ctrl+Alt is AltGr on Windows', press('KeyQ', '°', { ctrlKey: true, altKey: true }), 'layout'],
    ['Shift alone', press('ShiftLeft', 'Shift', { shiftKey: true }), 'modifier'],
    ['Ctrl+Shift switches the layout', press('ShiftLeft', 'Shift', { shiftKey: true, ctrlKey: true }), 'modifier'],
    ['Alt opens menus', press('KeyF', 'ب', { altKey: true }), 'system'],
    ['Alt+F4 closes', press('F4', 'F4', { altKey: true }), 'system'],
    ['F10 opens menus', press('F10', 'F10'), 'system'],
    ['Ctrl+C copies', press('KeyC', 'ز', { ctrlKey: true }), 'system'],
    ['Tab always leaves the text', press('Tab', 'Tab'), 'fixed'],
    ['arrows walk', press('ArrowLeft', 'ArrowLeft', { shiftKey: true }), 'fixed'],
    ['Home', press('Home', 'Home', { ctrlKey: true }), 'fixed'],
    ['a digit stands for its label', press('Digit3', '۳'), 'fixed'],
    ['Enter accepts', press('Enter', 'Enter'), 'fixed'],
    ['a key of multimedia boards', press('AudioVolumeUp', 'AudioVolumeUp'), 'system'],
  ])('are refused: %s', (_, event, kind) => expect(chosenChord(event, true)).toMatchObject({ kind }));

  it('the key of the system’s own menu is the system’s', () => {
    expect(chosenChord(press('KeyG', 'g', { metaKey: true }), false)).toMatchObject({ kind: 'system' });
  });
});

describe('a changed key', () => {
  it('takes the place of all that the command had, and no other command moves', () => {
    expect(chosenMap(map, { delete: 'KeyD' }).map(({ command, chord }) => `${command} ${chord}`)).toEqual([
      'grow KeyW', 'shrink Shift+KeyW', 'delete KeyD', 'palette Ctrl+KeyK', 'digit Digit1', 'back Escape',
    ]);
  });

  it('is refused with the name of the command that has it', () => {
    expect(withChord(map, {}, 'grow', 'Delete')).toMatchObject({ ok: false, refusal: { kind: 'taken', by: { message: 'keys.delete' } } });
    expect(withChord(map, { delete: 'KeyD' }, 'grow', 'Delete')).toEqual({ ok: true, choices: { delete: 'KeyD', grow: 'Delete' } });
  });

  it('that is the usual one is no change', () => {
    expect(withChord(map, { grow: 'KeyD' }, 'grow', 'KeyW')).toEqual({ ok: true, choices: {} });
  });

  it('goes back, unless another command has the usual key by now', () => {
    expect(withUsual(map, { grow: 'KeyD' }, 'grow')).toEqual({ ok: true, choices: {} });
    expect(withUsual(map, { grow: 'KeyD', palette: 'KeyW' }, 'grow')).toMatchObject({ ok: false, refusal: { by: { command: 'palette' } } });
  });

  it('cannot be one that shows its meaning', () => {
    expect(map.filter(({ chord }) => isFixed(chord)).map(({ command }) => command)).toEqual(['digit', 'back']);
    expect(chosenMap(map, { digit: 'KeyD' })).toEqual(map);
  });
});

describe('stored choices', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['of a command that is not there', { gone: 'KeyD' }, {}],
    ['that are no chord', { grow: 'D', shrink: 'Space' }, {}],
    ['that are reserved', { grow: 'Alt+KeyD', shrink: 'Ctrl+KeyC', delete: 'F10' }, {}],
    ['of a fixed command', { back: 'KeyD' }, {}],
    ['in the way of a usual key', { grow: 'KeyX' }, {}],
    ['in each other’s way: the first one holds', { grow: 'KeyD', shrink: 'KeyD' }, { grow: 'KeyD' }],
    ['that swap two commands', { grow: 'Shift+KeyW', shrink: 'KeyW' }, { grow: 'Shift+KeyW', shrink: 'KeyW' }],
  ])('%s', (_, stored, sound) => expect(soundChoices(map, stored)).toEqual(sound));

  it('never leave two commands on one chord', () => {
    const chords = fc.constantFrom('KeyW', 'Shift+KeyW', 'KeyX', 'Delete', 'Ctrl+KeyK', 'KeyD', 'F7', 'Space', 'Escape');
    const stored = fc.dictionary(fc.constantFrom('grow', 'shrink', 'delete', 'palette', 'digit', 'gone'), chords);
    fc.assert(
      fc.property(stored, (choices) => {
        const chosen = chosenMap(map, soundChoices(map, choices));
        expect(new Set(chosen.map(({ chord }) => chord)).size).toBe(chosen.length);
        for (const { command, chord } of chosen) expect(takenBy(map, soundChoices(map, choices), command, chord)).toBeNull();
      }),
      { numRuns: runs },
    );
  });
});
