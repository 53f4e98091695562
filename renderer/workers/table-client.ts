import { type Decoded, type DecodeContext } from '../../shared/codecs/codec.ts';
import { type Problem } from '../../shared/result.ts';
import { type FromTableWorker, type ToTableWorker } from './table-task.ts';
import tableWorkerUrl from './table-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** The window's end of a table that is read part by part, in a thread of its own. A part is given when the answer to the one before has come. */
export interface OpenTable {
  readonly check: (bytes: Uint8Array, isLast: boolean) => Promise<Problem | null>;
  readonly read: (bytes: Uint8Array, isLast: boolean) => Promise<Decoded>;
  /** Ends the thread. */
  readonly close: () => void;
}

export function openTable(name: string, context: DecodeContext, tooLarge: Problem): OpenTable {
  const worker = new Worker(trustedWorkerUrl(tableWorkerUrl), { type: 'module' });
  let heard: (message: FromTableWorker) => void = () => undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<FromTableWorker>) => heard(data));
  worker.addEventListener('error', (event) => heard({ kind: 'bug', bug: `the worker that reads a table stopped: ${event.message}` }));
  const send = (message: ToTableWorker): void => worker.postMessage(message);
  const ask = <Kind extends 'checked' | 'read'>(kind: Kind, message: ToTableWorker & { readonly bytes: Uint8Array }): Promise<Extract<FromTableWorker, { readonly kind: Kind }>> =>
    new Promise((resolve, reject) => {
      heard = (said) => {
        if (said.kind === kind) resolve(said as Extract<FromTableWorker, { readonly kind: Kind }>);
        else reject(new Error(said.kind === 'bug' ? said.bug : `the worker that reads a table was asked for "${kind}" and gave "${said.kind}"`));
      };
      send(message);
    });
  send({ kind: 'open', name, context, tooLarge });
  return {
    check: async (bytes, isLast) => (await ask('checked', { kind: 'check', bytes, isLast })).wrong,
    read: async (bytes, isLast) => (await ask('read', { kind: 'read', bytes, isLast })).decoded,
    close: () => worker.terminate(),
  };
}
