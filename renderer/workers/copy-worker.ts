import { copyFinder, type FromCopyWorker, type ToCopyWorker } from './copy-task.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromCopyWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToCopyWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const take = copyFinder((message) => scope.postMessage(message));

scope.addEventListener('message', ({ data }) => take(data));
