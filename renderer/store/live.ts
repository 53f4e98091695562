import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
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

/** Milliseconds in which an answer that no write has overtaken is there. */
const overtaken = 100;

/**
 * The same for lists that are read while thousands of records come in. Dexie drops an answer when something it was made of is written before it is
 * there; while writes follow each other faster than the query takes, that would be all of them. Here such an answer is shown too, until a later one
 * comes. Not for what somebody works on: that must never step back to what was before the last key.
 */
export function useLiveMeanwhile<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const last = useRef<T | undefined>(undefined);
  /** Of which question the latest answer is: one asked with other `deps` comes too late. */
  const asked = useRef<object | null>(null);
  const drawn = useRef<{ readonly value: T | undefined; readonly given: T | undefined }>({ value: undefined, given: undefined });
  const [late, setLate] = useState<Late<T>>();
  const question = {};
  const given = useLiveQuery<T>(async () => {
    asked.current = question;
    const answer: T = await query();
    if (asked.current !== question) return answer;
    last.current = kept<T>(last.current ?? answer, answer);
    setTimeout(() => {
      if (asked.current === question && !Object.is(drawn.current.value, last.current)) setLate({ value: last.current, over: drawn.current.given });
    }, overtaken);
    return last.current;
  }, [...deps]);
  const value = late && Object.is(late.over, given) ? late.value : given;
  useEffect(() => void (drawn.current = { value, given }), [value, given]);
  return value;
}

/** An answer that was dropped, and the last one that was not, in whose place it stands. */
interface Late<T> {
  readonly value: T | undefined;
  readonly over: T | undefined;
}

export const useSaveState = (store: ProjectStore): SaveState => useSyncExternalStore(store.onSaveState, store.saveState);
