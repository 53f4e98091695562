import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeNative } from '../../shared/codecs/native/write.ts';
import { annotationsEach, newsroom, newsroomSchema } from '../fixtures/newsroom.ts';

/**
 * How much memory an export takes while a newsroom's work grows: the command line in a process of its own, from a native file to a folder
 * with splits. Prints one table; nothing is passed or failed by it but that every export ends well.
 *
 * `NAQL_BENCH_ARTICLES` and `NAQL_BENCH_FORMATS`: other sizes and formats, with commas between them. `NAQL_BENCH_MINUTES`: an export that takes
 * longer is stopped, and what it held until then is told.
 */
const listIn = (name: string, otherwise: string): readonly string[] => (process.env[name] ?? otherwise).split(',');
const sizes = listIn('NAQL_BENCH_ARTICLES', '1000,5000,20000').map(Number);
const formats = listIn('NAQL_BENCH_FORMATS', 'native,hf-jsonl,hf-parquet,brat');
const program = path.resolve(import.meta.dirname, '../../dist/cli/index.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'naql-streaming-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newsroomFile(articles: number): string {
  const name = path.join(folder, `${articles}.jsonl`);
  const file = openSync(name, 'w');
  const { add } = writeNative(newsroomSchema, String(articles));
  for (const slice of newsroom(articles)) for (const { bytes } of add(slice)) writeSync(file, bytes);
  closeSync(file);
  return name;
}

const mostMinutes = Number(process.env.NAQL_BENCH_MINUTES ?? Infinity);

interface Run {
  readonly seconds: number;
  /** The most that the process ever held, in MB. */
  readonly peak: number;
  /** What it held at each tenth of its time, in MB. */
  readonly series: readonly number[];
  readonly isWhole: boolean;
}

/** Says twice a second how much the process holds, and the most that it ever held. */
const witness = `data:text/javascript,${encodeURIComponent(
  `const say = () => process.stderr.write('\\nheld ' + Math.round(process.memoryUsage.rss() / 1024) + ' ' + process.resourceUsage().maxRSS);
   setInterval(say, 500).unref(); process.on('exit', say); say();`,
)}`;

const run = (words: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, ['--import', witness, program, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    const bound = Number.isFinite(mostMinutes) ? setTimeout(() => child.kill(), mostMinutes * 60_000) : undefined;
    const held: (readonly [now: number, most: number])[] = [];
    let [last, complaints] = ['', ''];
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const lines = (last + text).split('\n');
      last = lines.pop() ?? '';
      for (const line of lines) takeLine(line);
    });
    const takeLine = (line: string): void => {
      const [, now, most] = /^held (\d+) (\d+)$/.exec(line) ?? [];
      if (now !== undefined && most !== undefined) held.push([Number(now) / 1024, Number(most) / 1024]);
      else complaints = `${complaints}${line}\n`.slice(-2000);
    };
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(bound);
      takeLine(last);
      if ((code !== 0 && signal === null) || held.length === 0) return reject(new Error(`${words.join(' ')} ended with ${code}: ${complaints}`));
      const series = Array.from({ length: 10 }, (_, tenth) => held[Math.ceil(((tenth + 1) * held.length) / 10) - 1]?.[0] ?? 0);
      return resolve({ seconds: (performance.now() - begin) / 1000, peak: Math.max(...held.map(([, most]) => most)), series, isWhole: signal === null });
    });
  });

test('exports of growing size', { timeout: 24 * 3_600_000 }, async () => {
  const start = await run(['--version']);
  const rows: string[] = [];
  for (const size of sizes) {
    const file = newsroomFile(size);
    for (const format of formats) {
      const out = path.join(folder, 'out');
      const { seconds, peak, series, isWhole } = await run(['export', file, '--to', format, '--out', out, '--split', '80/10/10', '--names']);
      for (const left of readdirSync(folder).filter((name) => name !== path.basename(file))) rmSync(path.join(folder, left), { recursive: true });
      const held = series.map((one) => (one - start.peak).toFixed(0)).join(' ');
      const took = `${seconds.toFixed(0)}${isWhole ? '' : ', then stopped'}`;
      const row = `| ${size} | ${size * annotationsEach} | ${format} | ${peak.toFixed(0)} | ${(peak - start.peak).toFixed(0)} | ${held} | ${took} |`;
      rows.push(row);
      process.stdout.write(`${row}\n`);
    }
    rmSync(file);
  }
  process.stdout.write(
    ['', `at the start ${start.peak.toFixed(0)} MB`, '', '| articles | annotations | format | peak, MB | above start, MB | at each tenth of the time | seconds |', '|---|---|---|---|---|---|---|', ...rows, '', ''].join('\n'),
  );
  expect(rows.length).toBe(sizes.length * formats.length);
});
