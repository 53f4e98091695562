import { type BundleRequest, type BundleResponse, runBundleTask } from './bundle-task.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: BundleResponse): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<BundleRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data: { id, task } }) => {
  try {
    scope.postMessage({ id, ok: true, answer: runBundleTask(task) });
  } catch (bug) {
    // Not swallowed: the window throws it again, where the error boundary shows it.
    scope.postMessage({ id, ok: false, bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
});
