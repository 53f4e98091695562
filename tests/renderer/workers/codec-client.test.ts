// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { decodeFiles, surveyFiles } from '../../../renderer/workers/codec-client.ts';
import { type CodecRequest } from '../../../renderer/workers/codec-task.ts';
import { newsroomSchema } from '../../fixtures/newsroom.ts';
import { Busy } from './busy-thread.ts';

vi.mock('../../../renderer/workers/trusted-worker-url.ts', () => ({ trustedWorkerUrl: (url: string) => url }));
vi.mock('../../../renderer/workers/codec-worker.ts?worker&url', () => ({ default: 'worker' }));
vi.stubGlobal('Worker', Busy);
beforeEach(() => {
  // A thread that is asked something it dies of leaves none behind: each test begins with a new one.
  for (const thread of Busy.all.splice(0)) thread.dispatchEvent(new ErrorEvent('error'));
});

const files = [{ name: 'یک.zip', bytes: new Uint8Array(1) }];
const context = { schemas: [newsroomSchema], now: '2030-01-01T00:00:00.000Z' } as const;
const asked = (thread: Busy | undefined): readonly CodecRequest[] => (thread?.told ?? []) as readonly CodecRequest[];
const answerAll = (thread: Busy | undefined): void => {
  for (const { id } of asked(thread)) thread?.say({ id, ok: true, answer: { readings: [], pages: [] } });
};

it('stopped while one file is read: the thread ends at once and nothing came of it', async () => {
  const stopping = new AbortController();
  const reading = decodeFiles(files, context, stopping.signal);
  stopping.abort();
  expect(await reading).toBeNull();
  expect(Busy.all.map(({ isEnded }) => isEnded)).toEqual([true]);
});

it('stopped before it began, nobody is asked; of a look at files as of their reading', async () => {
  const stopping = new AbortController();
  stopping.abort();
  expect(await decodeFiles(files, context, stopping.signal)).toBeNull();
  expect(await surveyFiles(files, context, stopping.signal)).toBeNull();
  expect(Busy.all).toEqual([]);
});

it('what others asked the same thread begins anew in the next one', async () => {
  const stopping = new AbortController();
  const stopped = decodeFiles(files, context, stopping.signal);
  const other = decodeFiles(files, context);
  stopping.abort();
  expect(await stopped).toBeNull();
  const [first, second] = Busy.all;
  expect(asked(second)).toEqual(asked(first).slice(1));
  answerAll(second);
  expect(await other).toEqual([]);
});

it('a stop after the answer ends no thread: the next task finds it at work', async () => {
  const stopping = new AbortController();
  const reading = decodeFiles(files, context, stopping.signal);
  answerAll(Busy.all[0]);
  expect(await reading).toEqual([]);
  stopping.abort();
  expect(Busy.all.map(({ isEnded }) => isEnded)).toEqual([false]);
});
