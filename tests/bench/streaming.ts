import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeNative } from '../../shared/codecs/native/write.ts';
import { annotationsEach, newsroom, newsroomSchema } from '../fixtures/newsroom.ts';

/**
 * How much memory an export takes while a newsroom's work grows: the command line in a process of its own, from a native file to a folder
 * with splits. Prints one table; nothing is passed or failed by it but that every export ends well.
 *
 * `NAQL_BENCH_ARTICLES` and `NAQL_BENCH_FORMATS`: other sizes and formats, with commas between them.
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

interface Run {
  readonly seconds: number;
  /** The most that the process ever held, in MB. */
  readonly peak: number;
}

/** Says at the end how much the process held at most. */
const witness = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}`));",
)}`;

const run = (words: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(process.execPath, ['--import', witness, program, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (complaints = (complaints + text).slice(-2000)));
    child.once('error', reject);
    child.once('close', (code) => {
      const peak = /\npeak (\d+)$/.exec(complaints)?.[1];
      if (code !== 0 || peak === undefined) reject(new Error(`${words.join(' ')} ended with ${code}: ${complaints}`));
      else resolve({ seconds: (performance.now() - begin) / 1000, peak: Number(peak) / 1024 });
    });
  });

test('exports of growing size', { timeout: 24 * 3_600_000 }, async () => {
  const start = await run(['--version']);
  const rows: string[] = [];
  for (const size of sizes) {
    const file = newsroomFile(size);
    for (const format of formats) {
      const out = path.join(folder, 'out');
      const { seconds, peak } = await run(['export', file, '--to', format, '--out', out, '--split', '80/10/10', '--names']);
      rmSync(out, { recursive: true });
      const row = `| ${size} | ${size * annotationsEach} | ${format} | ${peak.toFixed(0)} | ${(peak - start.peak).toFixed(0)} | ${seconds.toFixed(0)} |`;
      rows.push(row);
      process.stdout.write(`${row}\n`);
    }
    rmSync(file);
  }
  process.stdout.write(
    ['', `at the start ${start.peak.toFixed(0)} MB`, '', '| articles | annotations | format | peak, MB | above start, MB | seconds |', '|---|---|---|---|---|---|', ...rows, '', ''].join('\n'),
  );
  expect(rows.length).toBe(sizes.length * formats.length);
});
