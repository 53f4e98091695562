import { type CDPSession, type Page } from '@playwright/test';

/** What the page's main thread spends, as the engine counts it. */
export interface MainThread {
  /** Milliseconds of all tasks (script, style, layout, paint, commit) from the call of `action` until the page is quiet. */
  work(action: () => Promise<void>): Promise<number>;
  /** Megabytes of JavaScript heap after a forced collection. */
  heap(): Promise<number>;
}

/** Milliseconds without a task longer than a few milliseconds after which the page counts as quiet. */
const quiet = 120;

export async function mainThread(page: Page): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const settle = () => page.waitForTimeout(quiet);
  return {
    async work(action) {
      await settle();
      const before = await metric(session, 'TaskDuration');
      await action();
      await settle();
      return ((await metric(session, 'TaskDuration')) - before) * 1_000;
    },
    async heap() {
      // Twice: what finalisers let go of is free only after the second.
      for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
      return (await metric(session, 'JSHeapUsedSize')) / 2 ** 20;
    },
  };
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find((one) => one.name === name);
  if (!found) throw new Error(`the engine counts no ${name}`);
  return found.value;
}
