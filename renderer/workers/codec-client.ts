import { type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';
import { type FlatPage } from '../../shared/codecs/page/flat-page.ts';
import { type Survey } from '../../shared/codecs/texts/survey.ts';
import { type CodecAnswer, type CodecRequest, type CodecResponse, type CodecTask, type Reading, type UnparsedPage } from './codec-task.ts';
import codecWorkerUrl from './codec-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

interface Waiting {
  readonly resolve: (answer: CodecAnswer) => void;
  readonly reject: (bug: Error) => void;
}

/** The worker's end in the window: starts it at the first task and matches answers to questions. */
function codecWorker(): (task: CodecTask) => Promise<CodecAnswer> {
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
export async function decodeFiles(files: readonly NamedBytes[], context: DecodeContext): Promise<readonly Reading[]> {
  const { readings, pages } = await ask({ files, context });
  return pages.length === 0 ? readings : [...readings, ...(await decodePages(pages, context))];
}

/** Looks at files before they are read. */
export async function surveyFiles(files: readonly NamedBytes[], context: DecodeContext): Promise<Survey> {
  const { survey } = await ask({ kind: 'survey', files, context });
  if (!survey) throw new Error('the codec worker was asked for a survey and gave none');
  return survey;
}

/** A thread has no parser of pages: the window parses them, one at a time, and the thread does all the rest. */
async function decodePages(pages: readonly UnparsedPage[], context: DecodeContext): Promise<readonly Reading[]> {
  const { parsePage } = await import('./parse-page.ts');
  const parsed: (FlatPage | null)[] = [];
  for (const { markup } of pages) parsed.push(markup === null ? null : await parsePage(markup));
  return (await ask({ files: pages.map(({ file }) => file), context, parsed })).readings;
}
