import { SearchIndex } from './search-index.ts';
import { answerSearch, type SearchRequest, type SearchResponse } from './search-task.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: SearchResponse): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<SearchRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
/** One worker, one project. */
const index = new SearchIndex();

scope.addEventListener('message', ({ data: { id, ...question } }) => {
  try {
    scope.postMessage({ id, ok: true, answer: answerSearch(index, question) });
  } catch (bug) {
    // Not swallowed: the window throws it again, where the error boundary shows it.
    scope.postMessage({ id, ok: false, bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
});
