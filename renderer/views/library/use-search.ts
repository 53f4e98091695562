import { useEffect, useState } from 'react';
import { type Paced, pacer } from '../../ui/time-left.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { type Found } from '../../workers/search-index.ts';
import { type ArticleSearch, type IndexProgress } from './article-search.ts';

/** Nobody looks further: more are found by writing more. */
const mostHits = 1000;
/** Milliseconds without a key after which the words are looked for. */
const rest = 60;

export interface Search {
  /** What was found for the words last; `null` before the first answer. */
  readonly found: (Found & { readonly words: string }) | null;
  /** While the index is made. */
  readonly progress: Paced<IndexProgress> | null;
}

/** Looks for words while they are written. `count`: articles in the project; another one, and the index learns of it. */
export function useSearch(search: ArticleSearch, words: string, isAsked: boolean, count: number | undefined): Search {
  const raise = useThrow();
  const [found, setFound] = useState<Search['found']>(null);
  const [progress, setProgress] = useState<Paced<IndexProgress> | null>(null);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!isAsked || count === undefined) return;
    let isShown = true;
    let last = 0;
    const paced = pacer<IndexProgress>(() => performance.now());
    const show = (next: IndexProgress | null): void => {
      if (!isShown) return;
      setProgress(next && paced(next));
      // What is known so far is looked through again from time to time.
      if (next && next.done - last < 2000) return;
      last = next?.done ?? 0;
      setTurn((before) => before + 1);
    };
    search.bring(show).catch(raise);
    return () => {
      isShown = false;
    };
  }, [search, isAsked, count, raise]);

  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      const next = await search.find(words, mostHits);
      if (isShown) setFound({ ...next, words });
    };
    const timer = window.setTimeout(() => void look().catch((bug: unknown) => isShown && raise(bug)), rest);
    return () => {
      isShown = false;
      window.clearTimeout(timer);
    };
  }, [search, words, turn, raise]);

  return { found: words.trim() === '' ? null : found, progress };
}
