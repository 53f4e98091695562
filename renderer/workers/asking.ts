/** A question to a worker of ours, and its answer; `bug`: what was thrown there. */
export interface Asked<Task> {
  readonly id: number;
  readonly task: Task;
}
export type Answered<Answer> =
  | { readonly id: number; readonly ok: true; readonly answer: Answer }
  | { readonly id: number; readonly ok: false; readonly bug: string };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (bug: Error) => void;
}

/** The window's end of a worker: starts it at the first question and matches answers to questions. Rejects with a bug alone. */
export function asking<Task, Answer>(start: () => Worker): (task: Task) => Promise<Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | null = null;
  let count = 0;
  const hear = ({ data }: MessageEvent<Answered<Answer>>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asked?.resolve(data.answer);
    else asked?.reject(new Error(data.bug));
  };
  const stop = (event: ErrorEvent) => {
    for (const asked of waiting.values()) asked.reject(new Error(`a worker stopped: ${event.message}`));
    waiting.clear();
    worker = null;
  };
  const started = (): Worker => {
    const made = start();
    made.addEventListener('message', hear);
    made.addEventListener('error', stop);
    return made;
  };
  return (task) =>
    new Promise((resolve, reject) => {
      worker ??= started();
      const id = ++count;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, task } satisfies Asked<Task>);
    });
}

/** What a worker's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope<Task, Answer> {
  postMessage(message: Answered<Answer>): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Asked<Task>>) => void): void;
}

/** The worker's end: does each task and answers. */
export function answering<Task, Answer>(work: (task: Task) => Answer): void {
  const scope = globalThis as unknown as WorkerScope<Task, Answer>;
  scope.addEventListener('message', ({ data: { id, task } }) => {
    try {
      scope.postMessage({ id, ok: true, answer: work(task) });
    } catch (bug) {
      // Not swallowed: the window throws it again, where the error boundary shows it.
      scope.postMessage({ id, ok: false, bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
    }
  });
}
