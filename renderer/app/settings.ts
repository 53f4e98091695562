import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Bridge, type Settings } from '../../shared/bridge.ts';
import { type Problem, problem } from '../../shared/result.ts';

export const smallestReadingSize = 14;
export const largestReadingSize = 32;
export const usualReadingSize = 19;

export const limitedReadingSize = (size: number): number => Math.min(largestReadingSize, Math.max(smallestReadingSize, size));

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
