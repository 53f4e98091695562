import { type ExportAnswers, type FromExportWorker, type ToExportWorker } from './export-task.ts';
import { type ExportWindow, workOn } from './export-work.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromExportWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToExportWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

type Asked = (answer: ExportAnswers[keyof ExportAnswers]) => void;
/** One question at a time: the work waits for its answer. */
let asked: Asked | null = null;

const window: ExportWindow = {
  ask: (question) =>
    new Promise<never>((resolve: (answer: never) => void) => {
      asked = resolve as Asked;
      scope.postMessage({ kind: 'question', question });
    }),
  progress: (progress) => scope.postMessage({ kind: 'progress', progress }),
};

scope.addEventListener('message', ({ data }) => {
  switch (data.kind) {
    case 'task':
      workOn(data.task, window).then(
        (last) => scope.postMessage(last),
        // Not swallowed: the window throws it again, where the error boundary shows it.
        (bug: unknown) => scope.postMessage({ kind: 'bug', bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) }),
      );
      break;
    case 'answer':
      asked?.(data.answer);
      break;
  }
});
