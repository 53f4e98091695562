import { measurement } from '../../shared/agreement/measure.ts';
import { defaultParameters } from '../../shared/agreement/metric.ts';
import { metrics, type MetricId } from '../../shared/agreement/registry.ts';
import { runThrough } from '../../shared/agreement/run-through.ts';
import { gather } from '../../shared/agreement/shared-articles.ts';
import { subjectsIn } from '../../shared/agreement/subjects.ts';
import { newsroomSchema } from '../fixtures/newsroom.ts';
import { newsroomOfThree } from '../fixtures/three-colleagues.ts';

/**
 * How long strict F1 and α on tokens take, together and of each Label, with intervals of 2,000 draws: three people on Articles of 50 Annotations
 * each; in seconds of the processor. Articles are made, counted and let go a hundred at a time, and what making takes is not counted. Beside the seconds stands how much longer it
 * took than `JSON.stringify` of the same sets. Prints one table; nothing is passed or failed by time.
 *
 * `NAQL_BENCH_ARTICLES`: other sizes, with commas between them.
 */
const sizes = (process.env['NAQL_BENCH_ARTICLES'] ?? '1000,3000,10000').split(',').map(Number);
const wanted: readonly MetricId[] = ['strict-f1', 'token-alpha'];
/** Seconds, on two cores, for 10,000 Articles. */
const bar = 10;

interface Measured {
  readonly counting: number;
  readonly drawing: number;
  readonly bare: number;
  /** The most that the process held, in MB. */
  readonly peak: number;
}

function measured(articles: number): Measured {
  const { add, scores } = measurement({
    metrics: metrics.filter(({ id }) => wanted.includes(id)), parameters: defaultParameters,
    subjects: { labels: subjectsIn(newsroomSchema).labels, relations: [], attributes: [] },
  });
  let [counting, bare, peak, bytes] = [0, 0, 0, 0];
  const made = newsroomOfThree(articles);
  for (;;) {
    const slices = [...taken(made, 100)];
    if (slices.length === 0) break;
    const begin = processorTime();
    for (const slice of slices) {
      for (const shared of gather([{ name: '', dataset: slice }], { roles: ['work'], statuses: null, kinds: ['person'], reworked: false }).articles) runThrough(add(shared));
    }
    const counted = processorTime();
    for (const { sets } of slices) bytes += JSON.stringify(sets).length;
    counting += counted - begin;
    bare += processorTime() - counted;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  const begin = processorTime();
  const found = runThrough(scores());
  const drawing = processorTime() - begin;
  if (found.length === 0 || bytes === 0) throw new Error('nothing was measured');
  return { counting, drawing, bare, peak: Math.max(peak, process.memoryUsage.rss()) / 1e6 };
}

/** Milliseconds of the processor, all threads together: a busy machine says what a quiet one says. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function* taken<T>(from: Generator<T>, most: number): Generator<T> {
  for (let number = 0; number < most; number++) {
    const next = from.next();
    if (next.done) return;
    yield next.value;
  }
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

// The engine compiles what it meets often: the first Articles are not those that are timed.
measured(200);
const rows = sizes.map((size) => {
  const { counting, drawing, bare, peak } = measured(size);
  const whole = counting + drawing;
  const kept = size === 10_000 ? ` (≤ ${bar} ${whole / 1000 <= bar ? '✓' : '✗'})` : '';
  return `| ${size} | ${size * 150} | ${seconds(counting)} | ${seconds(drawing)} | ${seconds(whole)}${kept} | ${(whole / bare).toFixed(1)} | ${peak.toFixed(0)} |`;
});
process.stdout.write([
  '', '| articles | annotations | counting, s | intervals, s | together, s | of bare | peak, MB |', '|---|---|---|---|---|---|---|', ...rows, '', '',
].join('\n'));
