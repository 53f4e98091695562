import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../electron/cli/arguments.ts';
import { optionsFrom } from '../../electron/cli/export-words.ts';
import { exportCommand } from '../../shared/dataset/command-line.ts';
import { type ExportOptions, withUsualLicences } from '../../shared/dataset/export-options.ts';
import { emptyRelease } from '../../shared/dataset/release.ts';
import { setStatuses } from '../../shared/model/annotation-set.ts';
import { runs } from '../arbitraries/runs.ts';

const day = fc.tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 10, max: 12 }), fc.integer({ min: 10, max: 28 })).map((parts) => parts.join('-'));
/** Names as articles have them: with what a shell, a list of words or a reader of options could take for something else. */
const name = fc.oneof(
  fc.constantFrom('ایرنا', 'خبرگزاری مهر', '-x', '--names', '"', "it's", '$HOME', '`id`', 'a\\', '\\,', 'any', 'stated', 'CC BY 4.0, with changes', 'می\u200cرود', 'a;b', '*', '~', ' ', 'دو\nسطر', '!1', '=', 'a=b'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed() && !text.includes('\0')),
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const shares = fc.record({ train: fc.integer({ min: 1, max: 999 }), validation: fc.nat(99), test: fc.nat(99) });
const orNull = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(values, { nil: null });

const options = fc.record({
  format: fc.constantFrom('native', 'hf-parquet', 'brat'),
  selection: fc.record({
    states: orNull(fc.subarray([...setStatuses], { minLength: 1 })),
    sets: fc.oneof(
      fc.constantFrom('mine', 'adjudicated', 'judgements', 'everything').map((kind) => ({ kind })),
      fc.constantFrom('per-a', '4e07', '-4e07', 'per-سارا').map((annotator) => ({ kind: 'annotator', annotator })),
    ),
    labels: orNull(fc.subarray(['QUOTE', 'CUE', 'SPEAKER'], { minLength: 1 })),
    published: fc.constantFrom(null, 'from', 'to', 'both').chain((which) =>
      fc.tuple(day, day).map(([from, to]) => (which === null ? null : { from: which === 'to' ? null : from, to: which === 'from' ? null : to }))),
    publishers: orNull(names),
    articles: fc.constant(null),
  }),
  split: orNull(fc.record({
    method: fc.oneof(
      fc.record({ kind: fc.constantFrom('auto', 'hash', 'stratified'), seed: fc.oneof(fc.constant(''), name), shares }),
      fc.record({ kind: fc.constant('time'), validationFrom: day, testFrom: day }),
    ),
    unit: fc.constantFrom('group', 'publisher'),
    unseenPublishers: fc.uniqueArray(name, { maxLength: 3 }),
  })),
  text: fc.oneof(
    fc.constantFrom({ kind: 'full' }, { kind: 'offsets' }),
    fc.record({ kind: fc.constant('windows'), codePoints: fc.nat(999_999), named: fc.boolean() }),
  ),
  pseudonyms: orNull(fc.record({ release: fc.oneof(fc.constant(''), name), merged: fc.boolean() })),
  licences: fc.oneof(
    fc.constantFrom({ kind: 'any' }, { kind: 'any', chosen: true }, { kind: 'stated' }, { kind: 'listed', licences: [] }),
    names.map((licences) => ({ kind: 'listed', licences })),
  ),
  notes: fc.boolean(),
  release: fc.constantFrom(null, { ...emptyRelease, version: '1.0.0' }),
}) as unknown as fc.Arbitrary<ExportOptions>;

/** What a shell makes of these lines: the words of each after the first. */
function wordsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const script = `naql() { for word in "$@"; do printf '%s\\000' "$word"; done; printf '\\001\\000'; }\n${lines.join('\n')}\n`;
  const words = execFileSync('sh', [], { input: script, encoding: 'utf8' }).split('\0').slice(0, -1);
  const found: string[][] = [[]];
  for (const word of words) if (word === '\u0001') found.push([]); else found.at(-1)?.push(word);
  return found.slice(0, -1);
}

/** All states are said as all four, and where nobody has chosen licences a release has those of known ones. */
const told = ({ selection, ...rest }: ExportOptions): ExportOptions =>
  withUsualLicences({ ...rest, selection: { ...selection, states: selection.states ?? setStatuses } });

describe.runIf(process.platform !== 'win32')('the command that the wizard shows', () => {
  it('is the same export, for every option and whatever things are called', () => {
    const drawn = fc.sample(options, runs);
    const lines = drawn.map((one) => exportCommand(one, { project: 'in put', out: '-o', card: 'release.json', selection: 'selection.json' }));
    const parsed = wordsOf(lines);
    expect(parsed).toHaveLength(drawn.length);
    for (const [place, words] of parsed.entries()) {
      const one = drawn[place] as ExportOptions;
      const line = parseCommandLine(words);
      expect([line.command, line.paths, line.out, line.to]).toEqual(['export', ['in put'], '-o', one.format]);
      expect({ words, options: optionsFrom(line.words, line.to ?? '', one.release, null) }).toEqual({ words, options: told(one) });
    }
  });
});
