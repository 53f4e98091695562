import { readFile } from 'node:fs/promises';
import { type RunningApp } from '../e2e/app.ts';

/** Ticks of the kernel's clock in a second, as every Linux tells them to programs (`sysconf(_SC_CLK_TCK)`). */
const ticks = 100;

/**
 * Processor time that all processes of the app have had, milliseconds: nobody takes anything of it, however busy the machine is. NaN where the system
 * has no `/proc`.
 */
export async function processorTime({ app }: Pick<RunningApp, 'app'>): Promise<number> {
  const pids = await app.evaluate(({ app: running }) => running.getAppMetrics().map(({ pid }) => pid));
  const times = await Promise.all(pids.map(timeOf));
  return times.reduce((sum, one) => sum + one, 0);
}

async function timeOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // Behind the name, which may hold anything: utime and stime are the 14th and 15th field, the state is the third.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields ? ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks : NaN;
}
