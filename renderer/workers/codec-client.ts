import { type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';
import { type FlatPage } from '../../shared/codecs/page/flat-page.ts';
import { type CleaningCounts } from '../../shared/codecs/texts/cleaning-counts.ts';
import { type Survey } from '../../shared/codecs/texts/survey.ts';
import { type CodecAnswer, type CodecRequest, type CodecResponse, type CodecTask, type Reading, type UnparsedPage } from './codec-task.ts';
import codecWorkerUrl from './codec-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

interface Waiting {
  readonly task: CodecTask;
  readonly onRead: (share: number) => void;
  readonly resolve: (answer: CodecAnswer | null) => void;
  readonly reject: (bug: Error) => void;
}

/**
 * The worker's end in the window: starts it at the first task and matches answers to questions. A stopped task is answered with `null` at once:
 * a thread does not listen while it reads, so it is ended, and what others asked for begins anew in the next one.
 */
function codecWorker(): (task: CodecTask, signal?: AbortSignal, onRead?: (share: number) => void) => Promise<CodecAnswer | null> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  const answer = ({ data }: MessageEvent<CodecResponse>) => {
    const asked = waiting.get(data.id);
    if ('share' in data) return asked?.onRead(data.share);
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
  const tell = (id: number, task: CodecTask): void => {
    worker ??= started();
    worker.postMessage({ id, task } satisfies CodecRequest);
  };
  const stop = (id: number): void => {
    const stopped = waiting.get(id);
    if (!stopped) return;
    waiting.delete(id);
    worker?.terminate();
    worker = null;
    for (const [other, { task }] of waiting) tell(other, task);
    stopped.resolve(null);
  };
  return (task, signal, onRead = () => undefined) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return resolve(null);
      const id = ++count;
      const onAbort = (): void => stop(id);
      const over = <Outcome>(settle: (outcome: Outcome) => void) => (outcome: Outcome): void => {
        signal?.removeEventListener('abort', onAbort);
        settle(outcome);
      };
      signal?.addEventListener('abort', onAbort);
      waiting.set(id, { task, onRead, resolve: over(resolve), reject: over(reject) });
      return tell(id, task);
    });
}

const ask = codecWorker();

/** Finds the formats of the files by itself. `null`: it was stopped. `onRead`: hears how much of a long table has been read, from 0 to 1. */
export async function decodeFiles(
  files: readonly NamedBytes[], context: DecodeContext, signal?: AbortSignal, onRead?: (share: number) => void,
): Promise<readonly Reading[] | null> {
  const answer = await ask({ files, context }, signal, onRead);
  if (!answer || answer.pages.length === 0) return answer && answer.readings;
  const pages = await decodePages(answer.pages, context, signal);
  return pages && [...answer.readings, ...pages];
}

/** Looks at files before they are read. `null`: it was stopped. */
export async function surveyFiles(files: readonly NamedBytes[], context: DecodeContext, signal?: AbortSignal): Promise<Survey | null> {
  const answer = await ask({ kind: 'survey', files, context }, signal);
  if (answer && !answer.survey) throw new Error('the codec worker was asked for a survey and gave none');
  return answer?.survey ?? null;
}

/** Counts what cleaning would alter. `null`: it was stopped. */
export async function countCleanings(files: readonly NamedBytes[], context: DecodeContext, signal?: AbortSignal): Promise<CleaningCounts | null> {
  const answer = await ask({ kind: 'count', files, context }, signal);
  if (answer && !answer.counts) throw new Error('the codec worker was asked for counts and gave none');
  return answer?.counts ?? null;
}

/** A thread has no parser of pages: the window parses them, one at a time, and the thread does all the rest. */
async function decodePages(pages: readonly UnparsedPage[], context: DecodeContext, signal?: AbortSignal): Promise<readonly Reading[] | null> {
  const { parsePage } = await import('./parse-page.ts');
  const parsed: (FlatPage | null)[] = [];
  for (const { markup } of pages) {
    if (signal?.aborted) return null;
    parsed.push(markup === null ? null : await parsePage(markup));
  }
  const answer = await ask({ files: pages.map(({ file }) => file), context, parsed }, signal);
  return answer && answer.readings;
}
