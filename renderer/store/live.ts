import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useSyncExternalStore } from 'react';
import { kept } from './kept.ts';
import { type ProjectStore, type SaveState } from './project-store.ts';

/**
 * What a query of the store gives, again after every Change that touches what it read; `undefined` until the first answer.
 * An answer that says the same as the one before is the same value.
 * The query may await nothing but the store.
 */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const last = useRef<T | undefined>(undefined);
  return useLiveQuery<T>(async () => {
    const answer: T = await query();
    last.current = kept<T>(last.current ?? answer, answer);
    return last.current;
  }, [...deps]);
}

export const useSaveState = (store: ProjectStore): SaveState => useSyncExternalStore(store.onSaveState, store.saveState);
