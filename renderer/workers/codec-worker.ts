import { type CodecRequest, type CodecResponse } from './codec-task.ts';
import { runCodecTask } from './run-codec-task.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: CodecResponse): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<CodecRequest>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', ({ data: { id, task } }) => {
  try {
    scope.postMessage({ id, ok: true, answer: runCodecTask(task, (share) => scope.postMessage({ id, share })) });
  } catch (bug) {
    // Not swallowed: the window throws it again, where the error boundary shows it.
    scope.postMessage({ id, ok: false, bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
});
