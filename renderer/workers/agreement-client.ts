import { type ExportSource } from '../../shared/dataset/export-source.ts';
import {
  type AgreementAnswers, type AgreementProgress, type AgreementTask, type FromAgreementWorker, type ToAgreementWorker,
} from './agreement-task.ts';
import agreementWorkerUrl from './agreement-worker.ts?worker&url';
import { pagesOf } from './export-client.ts';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** What is heard while the work goes on. */
export interface AgreementListener<Kind extends AgreementTask['kind']> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: AgreementProgress) => void;
  readonly onPartial?: (answer: AgreementAnswers[Kind]) => void;
}

/**
 * Reads the project in the window, a page at a time, and works on it in a thread of its own. `null` when it was stopped: an abort ends the
 * thread at once, whatever it is in the middle of.
 */
export function workedOut<Kind extends AgreementTask['kind']>(
  task: Extract<AgreementTask, { kind: Kind }>, source: ExportSource, { signal, onProgress, onPartial }: AgreementListener<Kind>,
): Promise<AgreementAnswers[Kind] | null> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(null);
    const worker = new Worker(trustedWorkerUrl(agreementWorkerUrl), { type: 'module' });
    const send = (message: ToAgreementWorker): void => worker.postMessage(message);
    const end = (settle: () => void): void => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
      settle();
    };
    const stop = (): void => end(() => resolve(null));
    const nextPage = pagesOf(source);
    const read = async (): Promise<void> => {
      try {
        const slices = await nextPage();
        if (!signal.aborted) send({ kind: 'slices', slices });
      } catch (error) {
        end(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    };
    signal.addEventListener('abort', stop);
    worker.addEventListener('error', (event) => end(() => reject(new Error(`the agreement worker stopped: ${event.message}`))));
    worker.addEventListener('message', ({ data }: MessageEvent<FromAgreementWorker>) => {
      switch (data.kind) {
        case 'more':
          return void read();
        case 'progress':
          return onProgress(data.progress);
        case 'partial':
          return onPartial?.(data.answer as AgreementAnswers[Kind]);
        case 'answer':
          return end(() => resolve(data.answer as AgreementAnswers[Kind]));
        case 'bug':
          return end(() => reject(new Error(data.bug)));
      }
    });
    send({ kind: 'task', task });
  });
}
