import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Settings } from '../../shared/bridge.ts';
import { openSettings, projectIdSchema, settingsSchema } from '../../electron/settings.ts';
import { defaultOptions } from '../../shared/dataset/export-options.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

function open(folder: string) {
  let made = 0;
  return openSettings(folder, { language: 'fa', token: () => `token-${(made += 1)}` });
}
const stored = (folder: string) => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')) as Settings;
const first: unknown = {
  language: 'fa', theme: 'auto', readingSize: 19, readingFont: 'vazirmatn', lineHeight: 2.3, selectionUnit: 'word', speechDetail: 'full', keys: {}, places: [], exports: {}, imports: {}, tables: {},
  device: 'dev-token-1', annotator: 'per-token-2', annotatorName: '', project: null, article: null,
};

describe('settings', () => {
  it('are made up at first, and are on disk after ensureSaved', () =>
    inTemporaryFolder(async (folder) => {
      const settings = open(folder);
      expect(settings.current).toEqual(first);
      expect(existsSync(join(folder, 'settings.json'))).toBe(false);
      await settings.ensureSaved();
      expect(stored(folder)).toEqual(first);
    }));

  it('come back as they were saved', () =>
    inTemporaryFolder(async (folder) => {
      const settings = open(folder);
      const changed = { ...settings.current, language: 'en', readingSize: 24, annotatorName: 'سارا', coached: true } as const;
      await settings.save(changed);
      expect(settings.current).toEqual(changed);
      expect(open(folder).current).toEqual(changed);
    }));

  it.each([
    ['some are missing', '{"device":"dev-kept","theme":"dark"}', ['settings.json']],
    [
      'some are unsound, and keep these in a copy',
      '{"device":"dev-kept","theme":"dark","language":"de","readingSize":400,"project":"../x","article":7,"annotator":""}',
      ['settings-damaged-1.json', 'settings.json'],
    ],
  ])('keep the sound fields when %s', (_reason, text, files) =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'settings.json'), text);
      const settings = open(folder);
      const { current } = settings;
      await settings.ensureSaved();
      expect(readdirSync(folder).sort()).toEqual(files);
      expect(stored(folder)).toEqual(current);
      expect(current).toMatchObject({ device: 'dev-kept', theme: 'dark', language: 'fa', readingSize: 19, project: null, article: null });
      expect(settingsSchema.safeParse(current).success).toBe(true);
    }),
  );

  it('lose entries of their lists that are not sound, keep the others and a copy of the file', () =>
    inTemporaryFolder(async (folder) => {
      const last = { options: defaultOptions, release: null };
      const place = { project: 'prj-a', article: 'art-1', caret: 3, scrolled: 0, focused: null };
      const choice = { part: { kind: 'attribute', label: 'Rede', name: 'Modus' }, to: null };
      const text = JSON.stringify({
        device: 'dev-kept',
        keys: { grow: 'KeyD', link: 7, 'no command!': 'KeyA', flag: '<script>', shrink: 'Ctrl+Shift+KeyD' },
        places: [place, { ...place, article: 'art-2', caret: -1 }, 'x', { ...place, extra: 1 }],
        exports: { 'prj-a': last, 'prj-b': { ...last, options: { ...last.options, format: 7 } }, '../x': last, 'prj-c': null },
        imports: { 'prj-a': { brat: [choice] }, 'prj-b': { brat: [{ ...choice, to: 7 }] }, '../x': {}, 'prj-c': { 'no format!': [choice] } },
      });
      writeFileSync(join(folder, 'settings.json'), text);
      const settings = open(folder);
      expect(settings.current).toMatchObject({ device: 'dev-kept', keys: { grow: 'KeyD', shrink: 'Ctrl+Shift+KeyD' }, places: [place] });
      expect(Object.keys(settings.current.keys)).toHaveLength(2);
      expect(settings.current.exports).toEqual({ 'prj-a': { ...last, selections: [] } });
      expect(settings.current.imports).toEqual({ 'prj-a': { brat: [choice] } });
      await settings.ensureSaved();
      expect(readFileSync(join(folder, 'settings-damaged-1.json'), 'utf8')).toBe(text);
    }));

  it.each(['', '{"language":', 'null', '[]', '7', '\0\0\0\0'])('start anew from an unreadable file (%j), which is kept', (text) =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'settings.json'), text);
      writeFileSync(join(folder, 'settings-damaged-1.json'), 'an older one');
      const settings = open(folder);
      expect(settings.current).toEqual(first);
      await settings.ensureSaved();
      await settings.save(settings.current);
      expect(readdirSync(folder).sort()).toEqual(['settings-damaged-1.json', 'settings-damaged-2.json', 'settings.json']);
      expect(readFileSync(join(folder, 'settings-damaged-2.json'), 'utf8')).toBe(text);
    }),
  );

  it('are not thrown off by something that is no file; saving then says why', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'settings.json'));
      const settings = open(folder);
      expect(settings.current).toEqual(first);
      await expect(settings.ensureSaved()).rejects.toMatchObject({ syscall: expect.any(String) as string });
    }));
});

describe('a project id', () => {
  it.each(['prj-1', 'prj-0c4f6a0e-8a7f-4f6e-9f6d-2d7f2b8d3c11'])('may be %s', (id) => expect(projectIdSchema.safeParse(id).success).toBe(true));
  it.each(['', 'prj-', 'prj-../x', 'prj-a/b', 'prj-A', 'x-prj-a', 'prj-a\n', 'prj-a\0', 7, null])('may not be %j', (id) =>
    expect(projectIdSchema.safeParse(id).success).toBe(false));
});
