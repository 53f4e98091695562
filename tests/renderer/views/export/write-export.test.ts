import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportDoor } from '../../../../electron/export-door.ts';
import { releases } from '../../../../electron/releases.ts';
import { attempt } from '../../../../electron/file-failure.ts';
import { type ExportGround } from '../../../../renderer/views/export/export-ground.ts';
import { steadyPlan } from '../../../../renderer/views/export/plan-export.ts';
import { type ExportJob, type RunIn, type WriteTools, writeExport } from '../../../../renderer/views/export/write-export.ts';
import { defaultOptions, type ExportOptions } from '../../../../shared/dataset/export-options.ts';
import { type ExportSource } from '../../../../shared/dataset/export-source.ts';
import { planExport } from '../../../../shared/dataset/plan-export.ts';
import { runExport } from '../../../../shared/dataset/run-export.ts';
import { type AnnotatorId, type ProjectId } from '../../../../shared/model/id.ts';
import { inTemporaryFolder } from '../../../electron/temporary-folder.ts';
import { goldenCorpus } from '../../../fixtures/golden-corpus.ts';
import { memorySource, plainCard, testSecret } from '../../../fixtures/memory-export.ts';
import { wholeRelease } from '../../../fixtures/whole-release.ts';

const everything: ExportOptions = {
  ...defaultOptions, selection: { states: null, sets: { kind: 'everything' }, labels: null, published: null, publishers: null, articles: null }, pseudonyms: null, notes: true,
};
const release = wholeRelease(goldenCorpus.schema);
const ground: ExportGround = { annotator: 'A03' as AnnotatorId, secret: testSecret, releases: [] };

/** The run as the worker does it, in this thread. */
const run: RunIn = (source, plan, take, attention) => runExport(source, plan.options, plan, { append: take }, { ...attention, card: plainCard });

/** A bridge to the real doors of the main process, which write below a folder. */
function bridgeTo(folder: string, path: string | null): WriteTools['bridge'] {
  const door = exportDoor(() => Promise.resolve(path));
  return {
    beginExport: (title, name) => door.begin(title, name),
    appendExport: (token, name, bytes) => door.append(token, name, bytes),
    finishExport: (token) => door.finish(token),
    cancelExport: (token) => door.cancel(token),
    keepRelease: (_, kept) => attempt('write', async () => {
      await releases.keep(join(folder, 'project'), kept);
      return null;
    }),
  };
}

async function jobOf(options: ExportOptions, readSource: () => Promise<ExportSource> = async () => memorySource(goldenCorpus)): Promise<ExportJob> {
  const plan = await steadyPlan(async () => memorySource(goldenCorpus), options, ground, { measures: true }, planExport);
  if (!plan) throw new Error('stopped without being told to');
  return { plan, project: 'prj-a' as ProjectId, readSource, place: { title: '', suggestedName: 'sample' }, app: '1.0.0' };
}

const tools = (bridge: WriteTools['bridge'], more: Partial<WriteTools> = {}): WriteTools => ({
  bridge, run, signal: new AbortController().signal, onProgress: () => undefined, ...more,
});

const around = ['MANIFEST.sha256', 'README.md', 'export.json', 'loss-report.json'];

describe('writing an export', () => {
  it('leaves a whole folder, and nothing beside it', () =>
    inTemporaryFolder(async (folder) => {
      const written = await writeExport(await jobOf(everything), tools(bridgeTo(folder, join(folder, 'خروجی'))));
      expect(written).toEqual({ outcome: 'written', folder: 'خروجی' });
      expect(readdirSync(folder)).toEqual(['خروجی']);
      expect(readdirSync(join(folder, 'خروجی'))).toEqual(expect.arrayContaining([...around, 'sample.jsonl']));
    }));

  it('writes nothing where no place is chosen', () =>
    inTemporaryFolder(async (folder) => {
      expect(await writeExport(await jobOf(everything), tools(bridgeTo(folder, null)))).toEqual({ outcome: 'cancelled' });
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('is refused where something else stands, which stays', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'mine'));
      writeFileSync(join(folder, 'mine', 'letter.txt'), 'x');
      const written = await writeExport(await jobOf(everything), tools(bridgeTo(folder, join(folder, 'mine'))));
      expect(written).toMatchObject({ outcome: 'failed', problems: [{ code: 'not-an-export' }] });
      expect(readdirSync(folder)).toEqual(['mine']);
      expect(readdirSync(join(folder, 'mine'))).toEqual(['letter.txt']);
    }));

  it('leaves nothing when the disk fills up in the middle', () =>
    inTemporaryFolder(async (folder) => {
      const real = bridgeTo(folder, join(folder, 'out'));
      let pieces = 0;
      const full: WriteTools['bridge'] = {
        ...real,
        appendExport: async (...piece) => (++pieces < 3 ? real.appendExport(...piece) : { ok: false, failure: 'disk-full', detail: 'ENOSPC' }),
      };
      expect(await writeExport(await jobOf(everything), tools(full))).toMatchObject({ outcome: 'failed', problems: [{ code: 'disk-full' }] });
      expect(pieces).toBe(3);
      expect(readdirSync(folder)).toEqual([]);
    }));

  it.each([1, 2, 3])('leaves nothing when it is cancelled at piece %i, even with one on its way', (at) =>
    inTemporaryFolder(async (folder) => {
      const stop = new AbortController();
      const real = bridgeTo(folder, join(folder, 'out'));
      let pieces = 0;
      const slow: WriteTools['bridge'] = {
        ...real,
        appendExport: async (...piece) => {
          if (++pieces === at) stop.abort();
          await new Promise((resolve) => setTimeout(resolve, 20));
          return real.appendExport(...piece);
        },
      };
      // As the worker's end does it: an abort ends the run at once, whatever is on its way.
      const ended: RunIn = (source, plan, take, attention) =>
        new Promise((resolve, reject) => {
          stop.signal.addEventListener('abort', () => resolve({ outcome: 'stopped' }));
          run(source, plan, take, attention).then(resolve, reject);
        });
      expect(await writeExport(await jobOf(everything), tools(slow, { run: ended, signal: stop.signal }))).toEqual({ outcome: 'cancelled' });
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('leaves nothing when the project changes meanwhile, before the run or under its hands', () =>
    inTemporaryFolder(async (folder) => {
      const changed = (): ExportSource => ({ ...memorySource(goldenCorpus), snapshot: 'another' });
      const before = await writeExport(await jobOf(everything, async () => changed()), tools(bridgeTo(folder, join(folder, 'out'))));
      expect(before).toEqual({ outcome: 'stale' });
      let reads = 0;
      const during = await writeExport(
        await jobOf(everything, async () => (++reads === 1 ? memorySource(goldenCorpus) : changed())), tools(bridgeTo(folder, join(folder, 'out'))),
      );
      expect(during).toEqual({ outcome: 'stale' });
      const underHands = await writeExport(
        await jobOf(everything, async () => changed()),
        tools(bridgeTo(folder, join(folder, 'out')), { run: () => Promise.reject(new Error('snapshot was …')) }),
      );
      expect(underHands).toEqual({ outcome: 'stale' });
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('throws a bug on, and leaves nothing either', () =>
    inTemporaryFolder(async (folder) => {
      const job = await jobOf(everything);
      await expect(writeExport(job, tools(bridgeTo(folder, join(folder, 'out')), { run: () => Promise.reject(new Error('a bug')) }))).rejects.toThrow('a bug');
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('records a release with its lock, once', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'project'));
      const options: ExportOptions = {
        ...everything, release,
        split: { method: { kind: 'hash', seed: '7', shares: { train: 1, validation: 1, test: 1 } }, unit: 'group', unseenPublishers: [] },
      };
      const job = await jobOf(options);
      expect(await writeExport(job, tools(bridgeTo(folder, join(folder, 'out'))))).toEqual({ outcome: 'written', folder: 'out' });
      const [kept] = await releases.list(join(folder, 'project'));
      expect(kept).toMatchObject({ version: '1.0.0', date: '2025-03-21' });
      expect(kept?.lock).toEqual(job.plan.lock);
      expect(readFileSync(join(folder, 'out', 'splits.lock.jsonl'), 'utf8').trim().split('\n')).toHaveLength(kept?.lock?.length ?? -1);

      const again = await steadyPlan(job.readSource, options, { ...ground, releases: [kept as NonNullable<typeof kept>] }, { measures: true }, planExport);
      expect(again?.problems).toContainEqual(expect.objectContaining({ code: 'released-already', severity: 'error' }));
      expect(await writeExport(job, tools(bridgeTo(folder, join(folder, 'out'))))).toMatchObject({ outcome: 'not-kept', folder: 'out' });
      expect(existsSync(join(folder, 'out', 'export.json'))).toBe(true);
    }));
});

describe('planning while the project changes', () => {
  it('begins again until it stood still', async () => {
    let reads = 0;
    const restless = async (): Promise<ExportSource> => ({ ...memorySource(goldenCorpus), snapshot: String(Math.min(++reads, 4)) });
    const plan = await steadyPlan(restless, everything, ground, { measures: true }, planExport);
    expect(plan?.snapshot).toBe('4');
  });

  it('stops when it is told to', async () => {
    expect(await steadyPlan(async () => memorySource(goldenCorpus), everything, ground, { measures: true, signal: { aborted: true } }, planExport)).toBeNull();
  });
});
