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
