import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { type ExportOptions } from '../../shared/dataset/export-options.ts';
import { type ExportPlan, type PlanContext, type Planned } from '../../shared/dataset/export-plan.ts';
import { type Exported } from '../../shared/dataset/export-run.ts';
import { type Attention, type ExportProgress, type ExportSource } from '../../shared/dataset/export-source.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import {
  type ExportAnswers, type ExportQuestion, type ExportTask, type FromExportWorker, type SourceCard, type ToExportWorker,
} from './export-task.ts';
import exportWorkerUrl from './export-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** Takes pieces of files where they go; rejects when that is no longer possible, and the export ends with that. */
export type TakeFiles = (files: readonly NamedBytes[]) => Promise<void>;

/** Articles that cross at a time. */
const slicesPerPage = 100;

/**
 * Reads the source in the window and works on it in a thread of its own. Progress and stopping are those of the context: an abort ends
 * the thread at once, whatever it is in the middle of, so a piece of a file may still be on its way then.
 */
export const plannedExport = (source: ExportSource, options: ExportOptions, { progress, signal, ...context }: PlanContext): Promise<Planned> =>
  worked({ kind: 'plan', source: cardOf(source), options, context }, source, { progress, signal }, refuseFiles) as Promise<Planned>;

export const ranExport = (
  source: ExportSource, options: ExportOptions, plan: ExportPlan, take: TakeFiles, { app, ...attention }: Attention & { readonly app: string },
): Promise<Exported> => worked({ kind: 'run', source: cardOf(source), options, plan, app }, source, attention, take) as Promise<Exported>;

const cardOf = ({ head, snapshot, stem, articles, hidden }: ExportSource): SourceCard => ({ head, snapshot, stem, articles, ...(hidden !== undefined && { hidden }) });

const refuseFiles: TakeFiles = () => Promise.reject(new Error('a plan writes no file'));

/** What an AbortSignal has beside `aborted`; without it a stop is seen at the next question. */
type Heard = Partial<Pick<AbortSignal, 'addEventListener' | 'removeEventListener'>>;

const stopped = { outcome: 'stopped' } as const;

function worked(task: ExportTask, source: ExportSource, { progress, signal }: LooseAttention, take: TakeFiles): Promise<Planned | Exported> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(stopped);
    const worker = new Worker(trustedWorkerUrl(exportWorkerUrl), { type: 'module' });
    const heard = signal as Heard | undefined;
    const send = (message: ToExportWorker): void => worker.postMessage(message);
    const end = (settle: () => void): void => {
      worker.terminate();
      heard?.removeEventListener?.('abort', stop);
      settle();
    };
    const stop = (): void => end(() => resolve(stopped));
    const answer = answersFrom(source, take);
    const reply = async (question: ExportQuestion): Promise<void> => {
      if (signal?.aborted) return stop();
      try {
        send({ kind: 'answer', answer: await answer(question) });
      } catch (error) {
        end(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    };
    heard?.addEventListener?.('abort', stop);
    worker.addEventListener('error', (event) => end(() => reject(new Error(`the export worker stopped: ${event.message}`))));
    worker.addEventListener('message', ({ data }: MessageEvent<FromExportWorker>) => {
      switch (data.kind) {
        case 'question':
          return void reply(data.question);
        case 'progress':
          return progress?.(data.progress);
        case 'planned':
          return end(() => resolve(data.planned));
        case 'exported':
          return end(() => resolve(data.exported));
        case 'bug':
          return end(() => reject(new Error(data.bug)));
      }
    });
    send({ kind: 'task', task });
  });
}

interface LooseAttention {
  readonly progress?: ((progress: ExportProgress) => void) | undefined;
  readonly signal?: Attention['signal'] | undefined;
}

/** The window's answers: it reads the source a page further each time, and hands files on. */
export function answersFrom(source: ExportSource, take: TakeFiles): (question: ExportQuestion) => Promise<ExportAnswers[keyof ExportAnswers]> {
  let reading: ReturnType<typeof pagesOf> | null = null;
  return async (question) => {
    switch (question.kind) {
      case 'slices': {
        if (question.restart) reading = pagesOf(source);
        return reading ? reading() : [];
      }
      case 'texts':
        return source.texts(question.ids);
      case 'append':
        await take(question.files);
        return null;
    }
  };
}

/** A page further each time it is asked, from the beginning; an empty one at the end. */
export function pagesOf(source: Pick<ExportSource, 'slices'>): () => Promise<readonly Dataset[]> {
  const reading = source.slices()[Symbol.asyncIterator]();
  return async () => {
    const page: Dataset[] = [];
    while (page.length < slicesPerPage) {
      const next = await reading.next();
      if (next.done) break;
      page.push(next.value);
    }
    return page;
  };
}
