import { type CopyGroup } from '../../shared/dataset/copy-groups.ts';
import { type Article } from '../../shared/model/article.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { type FromCopyWorker, type ToCopyWorker } from './copy-task.ts';
import copyWorkerUrl from './copy-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** Looks for copies in a thread of its own; an abort ends it at once, and nothing was found. */
export async function foundCopies(pages: AsyncIterable<readonly Article[]>, fresh: readonly ArticleId[], signal: AbortSignal): Promise<readonly CopyGroup[]> {
  const worker = new Worker(trustedWorkerUrl(copyWorkerUrl), { type: 'module' });
  const send = (message: ToCopyWorker): void => worker.postMessage(message);
  try {
    const answer = new Promise<readonly CopyGroup[]>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve([]));
      worker.addEventListener('error', (event) => reject(new Error(`the worker that looks for copies stopped: ${event.message}`)));
      worker.addEventListener('message', ({ data }: MessageEvent<FromCopyWorker>) => (data.kind === 'found' ? resolve(data.groups) : reject(new Error(data.bug))));
    });
    for await (const articles of pages) {
      if (signal.aborted) return [];
      send({ kind: 'articles', articles });
    }
    send({ kind: 'find', fresh });
    return await answer;
  } finally {
    worker.terminate();
  }
}
