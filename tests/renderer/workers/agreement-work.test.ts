import { describe, expect, it } from 'vitest';
import { usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { reckoning } from '../../../shared/agreement/report.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AgreementProgress } from '../../../renderer/workers/agreement-task.ts';
import { type AgreementWindow, workOnAgreement } from '../../../renderer/workers/agreement-work.ts';
import { deskWithGold } from '../../fixtures/desk-with-gold.ts';
import { newsroomSchema } from '../../fixtures/newsroom.ts';

const parts = [...slices(deskWithGold(12))];
const parameters = { ...defaultParameters, replicates: 20 };
const ground = { schema: newsroomSchema, choice: usualAgreementChoice, articles: 12, parameters };

/** A window that gives pages of so many slices and whose clock goes on by a second with each look. */
function windowOf(size: number) {
  const told = { progress: [] as AgreementProgress[], partial: 0, pages: 0 };
  let [place, time] = [0, 0];
  const window: AgreementWindow = {
    more: () => {
      told.pages++;
      const page: readonly Dataset[] = parts.slice(place, (place += size));
      return Promise.resolve(page);
    },
    progress: (progress) => told.progress.push(progress),
    partial: () => told.partial++,
    now: () => (time += 1000),
  };
  return { window, told };
}

describe('agreement in its worker', () => {
  it('is the same whatever pages it comes in, and tells how far it is and what is known so far', async () => {
    const { add, report } = reckoning(newsroomSchema, usualAgreementChoice, parameters);
    for (const slice of parts) runThrough(add(slice));
    const whole = runThrough(report());
    for (const size of [1, 5, 100]) {
      const { window, told } = windowOf(size);
      expect(await workOnAgreement({ kind: 'report', ...ground }, window)).toEqual(whole);
      expect(told.partial).toBeGreaterThan(1);
      const read = told.progress.filter(({ phase }) => phase === 'reading').map(({ done }) => done);
      expect(read.at(-1)).toBe(12);
      expect(read.every((done, at) => at === 0 || (read[at - 1] ?? 0) <= done)).toBe(true);
    }
  });

  it('finds no more cases than are asked for, says so, and reads no further than it has to', async () => {
    const task = { kind: 'cases', ...ground, query: { about: { kind: 'different' }, people: null } } as const;
    const few = windowOf(1);
    expect(await workOnAgreement({ ...task, most: 5 }, few.window)).toMatchObject({ isCut: true, cases: { length: 5 } });
    expect(few.told.pages).toBe(1);
    const all = windowOf(5);
    expect(await workOnAgreement({ ...task, most: 100_000 }, all.window)).toMatchObject({ isCut: false });
    expect(all.told.progress.at(-1)).toEqual({ phase: 'reading', done: 12, total: 12 });
  });

  it('measures for papers what one label covers, with its interval', async () => {
    const choice = { ...usualAgreementChoice, labels: ['COMMITMENT'] };
    const scores = await workOnAgreement({ kind: 'research', ...ground, choice, parameters: { ...parameters, samples: 1 } }, windowOf(4).window);
    expect(scores).toEqual(expect.arrayContaining([
      expect.objectContaining({ metric: 'gamma', label: null }), expect.objectContaining({ metric: 'u-alpha', label: 'COMMITMENT', articles: 12 }),
    ]));
  });
});
