import { expect, it } from 'vitest';
import { appKeys } from '../../../../renderer/app/keys.ts';
import { keyMap } from '../../../../renderer/ui/keyboard.ts';
import { annotateKeys } from '../../../../renderer/views/annotate/keys.ts';

it('no key of the view is one of the whole application', () => {
  expect(() => keyMap<string>([...appKeys, ...annotateKeys])).not.toThrow();
});

it('writing keys of Persian boards stay free', () => {
  const taken = annotateKeys.map(({ chord }) => chord).filter((chord) => /Shift\+Space|Alt/.test(chord));
  expect(taken).toEqual([]);
});

/** The keys that the design gives (ux.md 2.3), by their place on the board; those of review have grown into adjudication's own. */
it.each([
  ...Array.from({ length: 9 }, (_, index) => [`Digit${index + 1}`, 'digit'] as const),
  ['Digit0', 'digit'], ['KeyJ', 'next'], ['KeyK', 'previous'], ['KeyQ', 'quote'], ['KeyW', 'grow'], ['Shift+KeyW', 'shrink'],
  ['KeyL', 'link'], ['KeyU', 'unlink'], ['KeyS', 'grab-start'], ['KeyE', 'grab-end'], ['ArrowLeft', 'word-left'], ['ArrowRight', 'word-right'],
  ['Ctrl+ArrowLeft', 'grapheme-left'], ['Ctrl+ArrowRight', 'grapheme-right'], ['Enter', 'confirm'], ['Escape', 'back'], ['KeyC', 'add-piece'],
  ['KeyX', 'delete'], ['Delete', 'delete'], ['KeyT', 'same-text'], ['KeyM', 'note'], ['KeyF', 'flag'],
  ['Ctrl+KeyZ', 'undo'], ['Ctrl+KeyY', 'redo'], ['Ctrl+Shift+KeyZ', 'redo'], ['Ctrl+Enter', 'finish'],
  ['Ctrl+KeyK', 'palette'], ['Ctrl+KeyP', 'open-article'], ['Ctrl+KeyF', 'find'], ['Ctrl+Shift+KeyF', 'search'],
  ['Shift+Slash', 'show-keys'], ['F1', 'show-keys'], ['F9', 'focus-mode'], ['F11', 'full-screen'],
  ['Ctrl+Equal', 'zoom-in'], ['Ctrl+Minus', 'zoom-out'], ['Ctrl+Digit0', 'zoom-reset'],
] as const)('%s means %s', (chord, command) => {
  const found: readonly string[] = [...appKeys, ...annotateKeys].filter((one) => one.chord === chord).map((one) => one.command);
  expect(found).toEqual([command]);
});
