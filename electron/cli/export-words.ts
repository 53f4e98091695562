import { readFile } from 'node:fs/promises';
import { type parseArgs } from 'node:util';
import { setStatuses, type SetStatus } from '../../shared/model/annotation-set.ts';
import { type AnnotatorId, isId, type LabelId } from '../../shared/model/id.ts';
import { type ExportOptions, type LicenceRule, type TextMode, withUsualLicences } from '../../shared/dataset/export-options.ts';
import { readRelease } from '../../shared/dataset/read-release.ts';
import { type Release } from '../../shared/dataset/release.ts';
import { cardWords } from '../../shared/dataset/required-facts.ts';
import { readSelection } from '../../shared/dataset/read-selection.ts';
import { type DateRange, type Selection, type SetChoice } from '../../shared/dataset/selection.ts';
import { type Shares, type SplitMethod, type SplitOptions } from '../../shared/dataset/split-options.ts';
import { attempt } from '../file-failure.ts';
import { parseJson } from '../parse-json.ts';
import { noAccess, wrongUsage } from './command-failure.ts';
import { reasonOf } from './problem-text.ts';

/** What `export` is told: the words that the export screen shows as its command (`shared/dataset/command-line.ts`). */
export const exportWords = {
  set: { type: 'string' },
  state: { type: 'string' },
  label: { type: 'string' },
  selection: { type: 'string' },
  publisher: { type: 'string', multiple: true },
  since: { type: 'string' },
  until: { type: 'string' },
  split: { type: 'string' },
  by: { type: 'string' },
  method: { type: 'string' },
  seed: { type: 'string' },
  'validation-from': { type: 'string' },
  'test-from': { type: 'string' },
  'unseen-publisher': { type: 'string', multiple: true },
  text: { type: 'string' },
  'article-names': { type: 'boolean' },
  licences: { type: 'string' },
  notes: { type: 'boolean' },
  pseudonyms: { type: 'string' },
  'merge-people': { type: 'boolean' },
  names: { type: 'boolean' },
  release: { type: 'string' },
  lock: { type: 'string' },
  'lock-version': { type: 'string' },
  annotator: { type: 'string' },
  secret: { type: 'string' },
} as const satisfies NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export type ExportWords = { readonly [Word in keyof typeof exportWords]?: string | boolean | readonly string[] | undefined };

/** A word's value, of which the parser has seen to it that it is text. */
const textOf = (words: ExportWords, word: keyof typeof exportWords): string | null => {
  const value = words[word];
  return typeof value === 'string' ? value : null;
};

const oneOf = <Value extends string>(word: string, value: string, values: readonly Value[]): Value => {
  const found = values.find((one) => one === value);
  if (found === undefined) throw wrongUsage(`--${word} wants ${values.join(', ')}, not "${value}".`);
  return found;
};

const dateForm = /^\d{4}-\d{2}-\d{2}$/;
const dateOf = (word: string, value: string): string => {
  if (!dateForm.test(value)) throw wrongUsage(`--${word} wants a Gregorian day like 2024-08-02, not "${value}".`);
  return value;
};

/** @throws a `CommandFailure` for a word that cannot be meant. `release` and `selection` come from the files that are named so. */
export function optionsFrom(words: ExportWords, format: string, release: Release | null, selection: Selection | null): ExportOptions {
  return withUsualLicences({
    format,
    selection: selection ?? {
      states: statesOf(textOf(words, 'state')),
      sets: setsOf(textOf(words, 'set') ?? 'everything'),
      labels: textOf(words, 'label')?.split(',').map((id) => id.trim() as LabelId) ?? null,
      published: rangeOf(textOf(words, 'since'), textOf(words, 'until')),
      publishers: listOf(words.publisher),
      articles: null,
    },
    split: splitOf(words),
    text: textModeOf(textOf(words, 'text') ?? 'full', words['article-names'] === true),
    pseudonyms: words.names === true ? null : { release: textOf(words, 'pseudonyms') ?? '', merged: words['merge-people'] === true },
    licences: licencesOf(textOf(words, 'licences')),
    notes: words.notes === true,
    release,
  });
}

/** What `--release FILE` holds: `{"version", "date", "words", "definitions"}`. Gaps in it are told by the plan. */
export async function releaseFrom(words: ExportWords): Promise<Release | null> {
  const path = textOf(words, 'release');
  if (path === null) return null;
  const release = readRelease(await jsonIn(path));
  const told = cardWords.map((word) => `"${word}": "…"`).join(', ');
  const definitions = '"LABEL": {"fa": "…", "en": "…"}';
  if (!release) throw wrongUsage(`${path} is no release: {"version": "1.0.0", "date": "2026-03-21", "words": {${told}}, "definitions": {${definitions}}}`);
  return release;
}

const selectionWords = ['set', 'state', 'label', 'since', 'until', 'publisher'] as const satisfies readonly (keyof ExportWords)[];

/** What `--selection FILE` holds: a Selection as the export screen copies it. It says all, so no other word may. */
export async function selectionFrom(words: ExportWords): Promise<Selection | null> {
  const path = textOf(words, 'selection');
  if (path === null) return null;
  const other = selectionWords.find((word) => words[word] !== undefined);
  if (other !== undefined) throw wrongUsage(`--selection says what is chosen, so --${other} cannot.`);
  const selection = readSelection(await jsonIn(path));
  if (!selection.ok) throw wrongUsage(`${path} is no selection: ${selection.problems.map((one) => `${one.place.field ?? ''}: ${reasonOf(one)}`).join(' ')}`);
  return selection.value;
}

async function jsonIn(path: string): Promise<unknown> {
  const read = await attempt('read', () => readFile(path, 'utf8'));
  if (!read.ok) throw noAccess(path, reasonOf({ code: read.failure, values: {} }));
  return parseJson(read.value);
}

const listOf = (value: ExportWords[keyof ExportWords]): readonly string[] | null => (Array.isArray(value) ? (value as readonly string[]) : null);

const statesOf = (value: string | null): readonly SetStatus[] | null => value?.split(',').map((one) => oneOf('state', one.trim(), setStatuses)) ?? null;

function setsOf(value: string): SetChoice {
  if (value === 'mine' || value === 'adjudicated' || value === 'judgements' || value === 'everything') return { kind: value };
  if (isId(value)) return { kind: 'annotator', annotator: value as AnnotatorId };
  throw wrongUsage(`--set wants mine, adjudicated, judgements, everything or the id of an annotator, not ${JSON.stringify(value)}.`);
}

const rangeOf = (since: string | null, until: string | null): DateRange | null =>
  since === null && until === null
    ? null
    : { from: since === null ? null : dateOf('since', since), to: until === null ? null : dateOf('until', until) };

function splitOf(words: ExportWords): SplitOptions | null {
  const [split, method] = [textOf(words, 'split'), textOf(words, 'method')];
  if (split === null && method === null) return null;
  return {
    method: methodOf(words, split, oneOf('method', method ?? 'auto', ['auto', 'hash', 'stratified', 'time'])),
    unit: oneOf('by', textOf(words, 'by') ?? 'group', ['group', 'publisher']),
    unseenPublishers: listOf(words['unseen-publisher']) ?? [],
  };
}

function methodOf(words: ExportWords, split: string | null, kind: SplitMethod['kind']): SplitMethod {
  if (kind !== 'time') return { kind, seed: textOf(words, 'seed') ?? '', shares: sharesOf(split ?? '80/10/10') };
  const [validation, test] = [textOf(words, 'validation-from'), textOf(words, 'test-from')];
  if (validation === null || test === null) throw wrongUsage('--method time wants --validation-from and --test-from.');
  return { kind, validationFrom: dateOf('validation-from', validation), testFrom: dateOf('test-from', test) };
}

function sharesOf(value: string): Shares {
  const parts = /^(\d{1,6})\/(\d{1,6})\/(\d{1,6})$/.exec(value);
  const [train = 0, validation = 0, test = 0] = (parts ?? []).slice(1).map(Number);
  if (!parts || train + validation + test === 0) throw wrongUsage(`--split wants three whole numbers like 80/10/10, not "${value}".`);
  return { train, validation, test };
}

function textModeOf(value: string, isNamed: boolean): TextMode {
  if (value === 'full' || value === 'offsets') return { kind: value };
  const points = /^windows:(\d{1,6})$/.exec(value)?.[1];
  if (points === undefined) throw wrongUsage(`--text wants full, offsets or windows:N with a number of characters, not "${value}".`);
  return { kind: 'windows', codePoints: Number(points), named: isNamed };
}

function licencesOf(value: string | null): LicenceRule {
  if (value === null) return { kind: 'any' };
  if (value === 'any') return { kind: 'any', chosen: true };
  if (value === 'stated') return { kind: 'stated' };
  // `\,` is a comma of the licence's own (`shared/dataset/command-line.ts`).
  const licences = value.match(/(?:\\.|[^,\\])+/gsu) ?? [];
  return { kind: 'listed', licences: licences.map((one) => one.replace(/^\s+|(?<!\\)\s+$/gu, '').replace(/\\(.)/gsu, '$1')) };
}
