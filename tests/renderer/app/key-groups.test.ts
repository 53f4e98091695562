import { describe, expect, it } from 'vitest';
import { allKeys, keyGroups, unmovedBeside } from '../../../renderer/app/key-groups.ts';
import { isFixed, soundChoices, withChord } from '../../../renderer/ui/key-choices.ts';
import { type Chord, chordOf, type KeyPress } from '../../../renderer/ui/keyboard.ts';
import { persianKey } from '../../fixtures/persian-board.ts';

const commandOf = (chord: Chord): string | undefined => allKeys.find((binding) => binding.chord === chord)?.command;

describe('the key map of the design, line by line', () => {
  it.each<[Chord, string]>([
    ['Digit1', 'digit'], ['Digit9', 'digit'], ['Digit0', 'digit'],
    ['KeyJ', 'next'], ['KeyK', 'previous'],
    ['KeyQ', 'quote'], ['KeyW', 'grow'], ['Shift+KeyW', 'shrink'],
    ['KeyL', 'link'], ['KeyU', 'unlink'],
    ['KeyS', 'grab-start'], ['KeyE', 'grab-end'], ['ArrowLeft', 'word-left'], ['ArrowRight', 'word-right'],
    ['Ctrl+ArrowLeft', 'grapheme-left'], ['Ctrl+ArrowRight', 'grapheme-right'], ['Enter', 'confirm'], ['Escape', 'back'],
    ['KeyC', 'add-piece'], ['KeyX', 'delete'], ['Delete', 'delete'],
    ['KeyT', 'same-text'], ['Ctrl+KeyF', 'find'], ['KeyM', 'note'], ['KeyF', 'flag'],
    ['Ctrl+KeyZ', 'undo'], ['Ctrl+KeyY', 'redo'], ['Ctrl+Shift+KeyZ', 'redo'], ['Ctrl+Enter', 'finish'],
    ['Ctrl+KeyK', 'palette'], ['Ctrl+KeyP', 'open-article'],
    ['Shift+Slash', 'show-keys'], ['F1', 'show-keys'],
    ['F9', 'focus-mode'], ['F11', 'full-screen'], ['Ctrl+Equal', 'zoom-in'], ['Ctrl+Minus', 'zoom-out'], ['Ctrl+Digit0', 'zoom-reset'],
    ['Ctrl+Comma', 'settings'],
  ])('%s: %s', (chord, command) => expect(commandOf(chord)).toBe(command));
});

/** The press of a chord on a Persian board, as it arrives. */
function onPersianBoard(chord: Chord): KeyPress {
  const code = chord.slice(chord.lastIndexOf('+') + 1);
  const [ctrlKey, shiftKey] = [chord.includes('Ctrl+'), chord.includes('Shift+')];
  const key = persianKey.get(code)?.[shiftKey ? 'shifted' : 'plain'] ?? code;
  return { code, key, ctrlKey, shiftKey, metaKey: false, altKey: false, isComposing: false, getModifierState: () => false };
}

describe('on a Persian board', () => {
  it.each([...new Set(allKeys.map(({ chord }) => chord))])('%s is heard where it lies', (chord) => expect(chordOf(onPersianBoard(chord))).toBe(chord));

  it('nothing that the board writes with Shift is taken for another key', () => {
    const heard = [...persianKey].map(([code, { shifted }]) => chordOf({ ...onPersianBoard('KeyA'), code, key: shifted, shiftKey: true }));
    expect(heard).toEqual([...persianKey.keys()].map((code) => `Shift+${code}`));
  });
});

describe('all keys', () => {
  it('leave those alone that boards write with and systems answer', () => {
    expect(allKeys.map(({ chord }) => chord).filter((chord) => /\+Space|Alt|Tab|F10|Ctrl\+Key[ACVX]$/.test(chord))).toEqual([]);
  });

  it('would be allowed to whoever chose them', () => {
    const changeable = allKeys.filter(({ chord }) => !isFixed(chord));
    const refused = changeable.filter(({ command, chord }) => soundChoices(allKeys, { [command]: chord })[command] === undefined);
    expect(refused).toEqual([]);
  });

  it('of what holds everywhere are refused on keys of the screens that stay as they are; a screen’s own command is not heard there', () => {
    expect(withChord(allKeys, {}, 'palette', 'KeyH', unmovedBeside)).toMatchObject({ ok: false, refusal: { kind: 'taken', by: { message: 'keys.only-open' } } });
    expect(withChord(allKeys, {}, 'grow', 'KeyH', unmovedBeside)).toMatchObject({ ok: true });
    expect(soundChoices(allKeys, { palette: 'KeyH', library: 'F7' }, unmovedBeside)).toEqual({ library: 'F7' });
  });

  it('mean one thing in one group, under one name', () => {
    for (const { map } of keyGroups) expect(new Set(map.map(({ chord }) => chord)).size).toBe(map.length);
    const messages = new Map<string, Set<string>>();
    for (const { command, message } of allKeys) messages.set(command, (messages.get(command) ?? new Set()).add(message));
    expect([...messages].filter(([command, names]) => names.size > 1 && command !== 'digit').map(([command]) => command)).toEqual([]);
  });
});
