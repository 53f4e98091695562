import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Bridge } from '../../shared/bridge.ts';

/** Bytes: a large import, its lines in the Journal and the backup before it would fill what is less. */
const little = 500 * 1024 * 1024;

/** How much room there is for work, as far as it was looked at last. */
export interface DiskSpace {
  /** Bytes, while that is little; `null`: enough, or nobody knows. */
  readonly left: StoreApi<number | null>;
  /** At the start, and when something large is about to come. */
  look(): Promise<void>;
}

export function diskSpace(bridge: Pick<Bridge, 'freeSpace'>): DiskSpace {
  const left = createStore<number | null>(() => null);
  return {
    left,
    look: async () => {
      const free = await bridge.freeSpace();
      left.setState(free !== null && free < little ? free : null, true);
    },
  };
}
