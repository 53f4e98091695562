import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import { type ProjectStore, type SaveState } from './project-store.ts';

/**
 * What a query of the store gives, again after every Change that touches what it read; `undefined` until the first answer.
 * The query may await nothing but the store.
 */
export const useLive = <T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined => useLiveQuery(query, [...deps]);

export const useSaveState = (store: ProjectStore): SaveState => useSyncExternalStore(store.onSaveState, store.saveState);
