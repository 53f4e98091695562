import { type SearchKind, type SearchQuestion, type SearchQuestions, type SearchRequest, type SearchResponse } from './search-task.ts';
import searchWorkerUrl from './search-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** An index in a thread of its own. */
export interface SearchThread {
  ask<Kind extends SearchKind>(kind: Kind, asked: SearchQuestions[Kind]['asked']): Promise<SearchQuestions[Kind]['answer']>;
  /** Ends it; what was asked is never answered. */
  end(): void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (bug: Error) => void;
}

export function searchThread(): SearchThread {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(trustedWorkerUrl(searchWorkerUrl), { type: 'module' });
  let count = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchResponse>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asked?.resolve(data.answer as never);
    else asked?.reject(new Error(data.bug));
  });
  worker.addEventListener('error', (event) => {
    for (const asked of waiting.values()) asked.reject(new Error(`the search worker stopped: ${event.message}`));
    waiting.clear();
  });
  return {
    ask: (kind, asked) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, ...({ kind, asked } as SearchQuestion) } satisfies SearchRequest);
      }),
    end: () => worker.terminate(),
  };
}
