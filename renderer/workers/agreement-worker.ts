import { type Dataset } from '../../shared/model/dataset.ts';
import { type FromAgreementWorker, type ToAgreementWorker } from './agreement-task.ts';
import { type AgreementWindow, workOnAgreement } from './agreement-work.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromAgreementWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToAgreementWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

/** One question at a time: the work waits for its answer. */
let asked: ((slices: readonly Dataset[]) => void) | null = null;

const window: AgreementWindow = {
  more: () =>
    new Promise((resolve) => {
      asked = resolve;
      scope.postMessage({ kind: 'more' });
    }),
  progress: (progress) => scope.postMessage({ kind: 'progress', progress }),
  partial: (answer) => scope.postMessage({ kind: 'partial', answer }),
  now: () => performance.now(),
};

scope.addEventListener('message', ({ data }) => {
  switch (data.kind) {
    case 'task':
      workOnAgreement(data.task, window).then(
        (answer) => scope.postMessage({ kind: 'answer', answer }),
        // Not swallowed: the window throws it again, where the error boundary shows it.
        (bug: unknown) => scope.postMessage({ kind: 'bug', bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) }),
      );
      break;
    case 'slices':
      asked?.(data.slices);
      break;
  }
});
