import { expect, test } from 'vitest';
import { createSettingsStore, enlarge, limitedLineHeight, limitedReadingSize } from '../../../renderer/app/settings.ts';
import { type Outcome, type Settings } from '../../../shared/bridge.ts';
import { makeId } from '../../../shared/model/id.ts';

const initial: Settings = {
  language: 'fa', theme: 'auto', readingSize: 19, readingFont: 'vazirmatn', lineHeight: 2.3, selectionUnit: 'word', speechDetail: 'full', keys: {}, places: [], exports: {}, imports: {}, tables: {},
  device: makeId('device', '1'), annotator: makeId('annotator', '1'), annotatorName: '', project: null, article: null,
};

test('a change holds at once and is saved whole', async () => {
  const saved: Settings[] = [];
  const store = createSettingsStore(initial, {
    saveSettings: async (settings) => {
      saved.push(settings);
      return { ok: true, value: null };
    },
  });
  const done = store.getState().change({ theme: 'dark' });
  expect(store.getState().settings.theme).toBe('dark');
  await done;
  expect(saved).toEqual([{ ...initial, theme: 'dark' }]);
});

test('a change that could not be written holds, and the Problem is there until one is written', async () => {
  let outcome: Outcome<null> = { ok: false, failure: 'disk-full', detail: '' };
  const store = createSettingsStore(initial, { saveSettings: async () => outcome });
  await store.getState().change({ language: 'en' });
  expect(store.getState()).toMatchObject({ settings: { language: 'en' }, problem: { code: 'disk-full' } });
  outcome = { ok: true, value: null };
  await store.getState().change({ language: 'fa' });
  expect(store.getState().problem).toBeNull();
});

test.each([
  [13, 14],
  [33, 32],
  [20, 20],
])('a reading size of %i becomes %i', (wanted, given) => {
  expect(limitedReadingSize(wanted)).toBe(given);
});

test.each([
  [1.9, 2],
  [3, 2.8],
  [2.3000000000000003, 2.3],
])('a line height of %d becomes %d', (wanted, given) => {
  expect(limitedLineHeight(wanted)).toBe(given);
});

test('zooming changes the reading size alone, and stops at its limit', () => {
  const store = createSettingsStore({ ...initial, readingSize: 31 }, { saveSettings: async () => ({ ok: true, value: null }) });
  enlarge(store, 3);
  expect(store.getState().settings).toEqual({ ...initial, readingSize: 32 });
});
