import { type CDPSession, type Page } from '@playwright/test';
import { marks } from './in-page.ts';

/** What the page's main thread spends, as the engine counts it: processor time, milliseconds. */
export interface MainThread {
  /** All tasks (script, style, layout, paint, commit) from the call of `action` until the page is quiet. */
  work(action: () => Promise<void>): Promise<number>;
  /** The same, cut at the frame in which a key shows. */
  cut(action: () => Promise<void>): Promise<Cut>;
  /** Megabytes of JavaScript heap after a forced collection. */
  heap(): Promise<number>;
}

/** Tasks between two moments. */
export interface Part {
  readonly work: number;
  /** The longest of them: what can make a frame late. */
  readonly longest: number;
}

export interface Cut {
  /** From the key until the frame that shows what it did is painted, whatever is done meanwhile. */
  readonly shown: Part;
  /** From then until `action` is over and the page is quiet. */
  readonly after: Part;
  /** From then on, as long as the task's rules take to be asked: they wait until the hands have rested. */
  readonly rested: Part;
}

/** Milliseconds without a task longer than a few milliseconds after which the page counts as quiet. */
const quiet = 120;
/** Milliseconds in which the rules of the task have been asked. */
const rest = 900;
const quietMark = 'bench quiet';
/** Tasks, and marks. */
const categories = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'] as const;

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
    async cut(action) {
      await settle();
      const events = await traced(session, async () => {
        await action();
        await settle();
        await page.evaluate((name) => void performance.mark(name), quietMark);
        await page.waitForTimeout(rest);
      });
      const [key, drawn, calm] = [marks.key, marks.drawn, quietMark].map((name) => markIn(events, name)) as [TraceEvent, TraceEvent, TraceEvent];
      const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && pid === key.pid && tid === key.tid);
      if (tasks.length === 0) throw new Error('the time line has no tasks');
      // A task belongs to where it ends: the key's own begins before its mark.
      const painted = { ts: endOfFrame(tasks, events.filter(({ name, tid }) => name === 'Commit' && tid === key.tid), drawn) };
      const between = (from: number, to: number): Part => partOf(tasks.filter(({ ts, dur = 0 }) => ts + dur > from && ts + dur <= to));
      return { shown: between(key.ts, painted.ts), after: between(painted.ts, calm.ts), rested: between(calm.ts, Infinity) };
    },
    async heap() {
      // Twice: what finalisers let go of is free only after the second.
      for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
      return (await metric(session, 'JSHeapUsedSize')) / 2 ** 20;
    },
  };
}

/** Of the engine's time line; times in microseconds, `tdur` in processor time. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

async function traced(session: CDPSession, action: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly object[] }) => void events.push(...(value as readonly TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: [...categories] } });
  await action();
  const complete = new Promise<unknown>((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** The end of the task in which what was drawn is handed over to be put on the screen. */
function endOfFrame(tasks: readonly TraceEvent[], commits: readonly TraceEvent[], drawn: TraceEvent): number {
  const handed = commits.map(({ ts }) => ts).filter((ts) => ts >= drawn.ts).sort((a, b) => a - b)[0];
  const frame = handed === undefined ? undefined : tasks.find(({ ts, dur = 0 }) => ts <= handed && handed < ts + dur);
  if (!frame) throw new Error('the time line has no frame after what was drawn');
  return frame.ts + (frame.dur ?? 0);
}

function markIn(events: readonly TraceEvent[], wanted: string): TraceEvent {
  const found = events.find(({ name }) => name === wanted);
  if (!found) throw new Error(`the time line has no mark "${wanted}"`);
  return found;
}

function partOf(tasks: readonly TraceEvent[]): Part {
  const times = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  return { work: times.reduce((sum, time) => sum + time, 0), longest: Math.max(0, ...times) };
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find((one) => one.name === name);
  if (!found) throw new Error(`the engine counts no ${name}`);
  return found.value;
}
