import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEngine } from '../../electron/engine.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const stored = (folder: string): unknown => JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'));

describe('the engine check', () => {
  it('remembers the highest major, refuses a lower one, and changes nothing in refusing', () =>
    inTemporaryFolder(async (folder) => {
      expect(await checkEngine(folder, '25.1.1')).toEqual({ kind: 'fits' });
      expect(stored(folder)).toEqual({ electron: 25 });
      expect(await checkEngine(folder, '45.4.1')).toEqual({ kind: 'fits' });
      expect(stored(folder)).toEqual({ electron: 45 });
      expect(await checkEngine(folder, '25.1.1')).toEqual({ kind: 'older', running: 25, seen: 45 });
      expect(stored(folder)).toEqual({ electron: 45 });
      expect(await checkEngine(folder, '45.0.0')).toEqual({ kind: 'fits' });
    }));

  it('lets the program start where the system does not take what it would remember, or does not give it: the next start asks again', () =>
    inTemporaryFolder(async (folder) => {
      expect(await checkEngine(join(folder, 'nowhere'), '25.1.1')).toEqual({ kind: 'fits' });
      mkdirSync(join(folder, 'engine.json'));
      expect(await checkEngine(folder, '25.1.1')).toEqual({ kind: 'fits' });
    }));

  it.each(['', '{}', '{"electron":"45"}', '{"electron":-1}'])('keeps a file aside that says nothing (%j)', (text) =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'engine.json'), text);
      expect(await checkEngine(folder, '25.1.1')).toEqual({ kind: 'fits' });
      expect(readdirSync(folder).sort()).toEqual(['engine-damaged-1.json', 'engine.json']);
      expect(stored(folder)).toEqual({ electron: 25 });
    }),
  );
});
