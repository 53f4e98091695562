import { beforeEach, expect, it, vi } from 'vitest';
import { workedOut } from '../../../renderer/workers/agreement-client.ts';
import { type AgreementTask } from '../../../renderer/workers/agreement-task.ts';
import { usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { type ExportSource } from '../../../shared/dataset/export-source.ts';
import { newsroomSchema } from '../../fixtures/newsroom.ts';
import { Busy } from './busy-thread.ts';

vi.mock('../../../renderer/workers/trusted-worker-url.ts', () => ({ trustedWorkerUrl: (url: string) => url }));
vi.mock('../../../renderer/workers/agreement-worker.ts?worker&url', () => ({ default: 'worker' }));

vi.stubGlobal('Worker', Busy);
beforeEach(() => void Busy.all.splice(0));

const task: Extract<AgreementTask, { kind: 'report' }> = { kind: 'report', schema: newsroomSchema, choice: usualAgreementChoice, articles: 1, parameters: defaultParameters };
const source = { slices: async function* () {} } as unknown as ExportSource;

it('cancelled in the middle: the thread ends at once, the answer is none, and nothing that it still says is heard', async () => {
  const controller = new AbortController();
  const heard: unknown[] = [];
  const answer = workedOut(task, source, { signal: controller.signal, onProgress: (progress) => heard.push(progress) });
  const [thread] = Busy.all;
  expect(thread?.told).toEqual([{ kind: 'task', task }]);
  thread?.say({ kind: 'progress', progress: { phase: 'reading', done: 0, total: 1 } });
  controller.abort();
  expect(thread?.isEnded).toBe(true);
  expect(await answer).toBeNull();
  expect(heard).toHaveLength(1);
});

it('cancelled before it began: no thread is begun', async () => {
  const controller = new AbortController();
  controller.abort();
  expect(await workedOut(task, source, { signal: controller.signal, onProgress: () => undefined })).toBeNull();
  expect(Busy.all).toEqual([]);
});

it('what the thread fails of is thrown, and it ends', async () => {
  const answer = workedOut(task, source, { signal: new AbortController().signal, onProgress: () => undefined });
  Busy.all[0]?.say({ kind: 'bug', bug: 'it broke' });
  await expect(answer).rejects.toThrow('it broke');
  expect(Busy.all[0]?.isEnded).toBe(true);
});
