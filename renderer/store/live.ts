import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { kept } from './kept.ts';
import { type ProjectStore, type SaveState } from './project-store.ts';

/** Milliseconds in which an answer that no write has overtaken is there. */
const overtaken = 100;

/**
 * What a query of the store gives, again after every Change that touches what it read; `undefined` until the first answer.
 * An answer that says the same as the one before is the same value.
 * The query may await nothing but the store.
 *
 * Dexie drops an answer when something it was made of is written before it is there. While writes follow each other faster than the query takes, as in
 * an import, that would be all of them: so an answer that was dropped is shown too, until a later one comes.
 */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const last = useRef<T | undefined>(undefined);
  /** Of which question the latest answer is: one asked with other `deps` comes too late. */
  const asked = useRef<object | null>(null);
  const [dropped, setDropped] = useState<Shown<T>>();
  /** The latest answer that was not dropped. */
  const came = useRef(0);
  const question = {};
  const given = useLiveQuery<Shown<T>>(async () => {
    asked.current = question;
    const answer: T = await query();
    if (asked.current === question) last.current = kept<T>(last.current ?? answer, answer);
    const shown = { value: last.current as T, at: ++answers };
    setTimeout(() => asked.current === question && came.current < shown.at && setDropped(shown), overtaken);
    return shown;
  }, [...deps]);
  useEffect(() => void (came.current = given?.at ?? 0), [given]);
  return (given && dropped && dropped.at > given.at ? dropped : (given ?? dropped))?.value;
}

interface Shown<T> {
  readonly value: T;
  /** Which answer of this window it is. */
  readonly at: number;
}
let answers = 0;

export const useSaveState = (store: ProjectStore): SaveState => useSyncExternalStore(store.onSaveState, store.saveState);
