import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Bridge, type Settings } from '../../shared/bridge.ts';
import { type Problem, problem } from '../../shared/result.ts';

export const smallestReadingSize = 14;
export const largestReadingSize = 32;
export const usualReadingSize = 19;

export const limitedReadingSize = (size: number): number => Math.min(largestReadingSize, Math.max(smallestReadingSize, size));

export const smallestLineHeight = 2;
export const largestLineHeight = 2.8;

/** In em, to a tenth. */
export const limitedLineHeight = (height: number): number =>
  Math.min(largestLineHeight, Math.max(smallestLineHeight, Math.round(height * 10) / 10));

export interface SettingsState {
  readonly settings: Settings;
  /** Why the last change is not on disk; `null` when it is. */
  readonly problem: Problem | null;
  /** Holds at once, on disk soon after. */
  readonly change: (part: Partial<Settings>) => Promise<void>;
}

export type SettingsStore = StoreApi<SettingsState>;

export const createSettingsStore = (initial: Settings, bridge: Pick<Bridge, 'saveSettings'>): SettingsStore =>
  createStore((set, get) => ({
    settings: initial,
    problem: null,
    change: async (part) => {
      const settings = { ...get().settings, ...part };
      set({ settings });
      const saved = await bridge.saveSettings(settings);
      set({ problem: saved.ok ? null : problem(saved.failure) });
    },
  }));

/** The article's text becomes larger or smaller by so many CSS pixels, within the limits; nothing else on the screen does. */
export function enlarge(settings: SettingsStore, pixels: number): void {
  const { settings: now, change } = settings.getState();
  const readingSize = limitedReadingSize(now.readingSize + pixels);
  if (readingSize !== now.readingSize) void change({ readingSize });
}
