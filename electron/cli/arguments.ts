import { parseArgs } from 'node:util';
import { type AgreeWords, agreeWords } from './agree-words.ts';
import { type OffsetUnit, offsetUnits } from '../../shared/codecs/offset-unit.ts';
import { wrongUsage } from './command-failure.ts';
import { type ExportWords, exportWords } from './export-words.ts';
import { readingOf, readingWords } from './reading-words.ts';
import { type ReadingChoices } from '../../shared/codecs/texts/reading-choices.ts';

/** A fixed time: without `--now` two runs on one input must give the same bytes. */
const noTime = '1970-01-01T00:00:00.000Z';

export interface CommandLine {
  readonly command: string | null;
  /** What stands after the command, without options. */
  readonly paths: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly out: string | null;
  /** What offsets count in files that do not say it; `null` leaves it to the text. */
  readonly unit: OffsetUnit | null;
  /** When articles whose file says no time count as taken in: ISO 8601, UTC. */
  readonly now: string;
  /** For `adjudicate` alone. */
  readonly acceptUnanimous: boolean;
  readonly json: boolean;
  readonly help: boolean;
  readonly version: boolean;
  /** How texts, pages and tables are read. */
  readonly reading: ReadingChoices;
  /** What is for `export` alone. */
  readonly words: ExportWords;
  /** What is for `agree` alone. */
  readonly agree: AgreeWords;
  /** What is for `bundle` alone. */
  readonly bundle: { readonly key?: string | undefined; readonly article?: readonly string[] | undefined };
}

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string', short: 'o' },
  unit: { type: 'string' },
  now: { type: 'string', default: noTime },
  'accept-unanimous': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'V', default: false },
  ...readingWords,
  ...exportWords,
  ...agreeWords,
  key: { type: 'string' },
  article: { type: 'string', multiple: true },
} as const;

/** @throws a `CommandFailure` for an option that there is none of, or a time that is none. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args);
  const [command = null, ...paths] = positionals;
  const { from = null, to = null, out = null, unit: named, now, 'accept-unanimous': acceptUnanimous, json, help, version, metric, role, between, difference, pairs, csv, methods, reworked, replicates,
    encoding, 'whole-page': wholePage, clean, columns, conll, key, article, ...words } = values;
  if (!isTime(now)) throw wrongUsage(`--now wants a time like ${noTime}, not "${now}".`);
  const unit = offsetUnits.find((one) => one === named) ?? null;
  if (named !== undefined && unit === null) throw wrongUsage(`--unit wants ${offsetUnits.join(', ')}, not "${named}".`);
  const reading = readingOf({ encoding, 'whole-page': wholePage, clean, columns, conll });
  return { command, paths, from, to, out, unit, now, acceptUnanimous, json, help, version, reading, words, agree: { metric, role, between, difference, pairs, csv, methods, reworked, replicates }, bundle: { key, article } };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) throw wrongUsage(error.message);
    throw error;
  }
}

const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;
const isTime = (text: string): boolean => timeForm.test(text) && !Number.isNaN(Date.parse(text));
