import { describe, expect, test } from 'vitest';
import { sourceFiles, textOf } from './project-files.ts';

const having = (what: RegExp): readonly string[] => sourceFiles().filter((file) => what.test(textOf(file)));

/** Pitfalls that the design names (ux.md 2.8 and 4), which nobody would see before somebody else's machine shows them. */
describe('what breaks from right to left', () => {
  test('one copy of the menus and dialogs, and one place that tells them the direction: a second one is silently left to right', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, unknown>> };
    expect(Object.keys(packages).filter((name) => name.endsWith('node_modules/@base-ui/react'))).toEqual(['node_modules/@base-ui/react']);
    expect(having(/<DirectionProvider/)).toEqual(['renderer/app/App.tsx']);
  });

  test('the window has the frame of the system: buttons of one’s own lie under its own ones', () => {
    expect(having(/new BrowserWindow\(/)).toEqual(['electron/window.ts']);
    expect(textOf('electron/window.ts')).not.toMatch(/\b(?:frame|titleBarStyle|titleBarOverlay|trafficLightPosition):/);
  });

  test('no list scrolls sideways as it is drawn: from right to left such places are counted below nothing', () => {
    expect(having(/<Virtualizer/).length).toBeGreaterThan(3);
    expect(having(/<(?:Virtualizer|VList)[^>]*\bhorizontal\b/)).toEqual([]);
  });
});
