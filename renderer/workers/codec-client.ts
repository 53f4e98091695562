import { type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';
import { type CodecRequest, type CodecResponse, type CodecTask, type Reading } from './codec-task.ts';
import codecWorkerUrl from './codec-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

interface Waiting {
  readonly resolve: (answer: readonly Reading[]) => void;
  readonly reject: (bug: Error) => void;
}

/** The worker's end in the window: starts it at the first task and matches answers to questions. */
function codecWorker(): (task: CodecTask) => Promise<readonly Reading[]> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const answer = ({ data }: MessageEvent<CodecResponse>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asked?.resolve(data.answer);
    else asked?.reject(new Error(data.bug));
  };
  const fail = (event: ErrorEvent) => {
    for (const asked of waiting.values()) asked.reject(new Error(`the codec worker stopped: ${event.message}`));
    waiting.clear();
    worker = null;
  };
  const started = (): Worker => {
    const made = new Worker(trustedWorkerUrl(codecWorkerUrl), { type: 'module' });
    made.addEventListener('message', answer);
    made.addEventListener('error', fail);
    return made;
  };
  return (task) =>
    new Promise((resolve, reject) => {
      worker ??= started();
      const id = ++count;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, task } satisfies CodecRequest);
    });
}

const ask = codecWorker();

/** Finds the formats of the files by itself. */
export const decodeFiles = (files: readonly NamedBytes[], context: DecodeContext): Promise<readonly Reading[]> => ask({ files, context });
