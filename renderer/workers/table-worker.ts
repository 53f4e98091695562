import { type FromTableWorker, type TableReading, tableReading, type ToTableWorker } from './table-task.ts';

/** What this thread's global scope offers here; `lib.webworker` and `lib.dom` cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromTableWorker): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToTableWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
let reading: TableReading | null = null;

function answer(message: ToTableWorker): FromTableWorker | null {
  if (message.kind === 'open') {
    reading = tableReading(message.name, message.context, message.tooLarge);
    return null;
  }
  if (!reading) throw new Error('a part of a table came, and nobody said of which');
  const { kind, bytes, isLast } = message;
  return kind === 'check' ? { kind: 'checked', wrong: reading.check(bytes, isLast) } : { kind: 'read', decoded: reading.read(bytes, isLast) };
}

scope.addEventListener('message', ({ data }) => {
  try {
    const said = answer(data);
    if (said) scope.postMessage(said);
  } catch (bug) {
    // Not swallowed: the window throws it again, where the error boundary shows it.
    scope.postMessage({ kind: 'bug', bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  }
});
