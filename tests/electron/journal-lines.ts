import fc from 'fast-check';
import { type Counts, type JournalLine, type PackedLine } from '../../shared/bridge.ts';
import { type Change, noChange } from '../../shared/model/change.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { nextEntry } from '../arbitraries/log.ts';

const noCounts: Counts = { articles: 0, annotators: 0, entities: 0, sets: 0, annotations: 0, relations: 0 };
const writer = { device: makeId('device', 'one'), annotator: makeId('annotator', 'one') };

const adding = (name: string): Change => ({
  ...noChange,
  added: [{ kind: 'annotator', value: { id: makeId('annotator', 'other'), kind: 'person', name, version: null } }],
});

/** A chain of lines, one for each payload, that continues what is there. */
export function linesFor(payloads: readonly string[], before: readonly JournalLine[] = []): readonly JournalLine[] {
  const entries: Entry[] = before.map(({ entry }) => entry);
  for (const payload of payloads) entries.push(nextEntry(entries, writer, adding(payload), { kind: 'do', command: 'edit' }));
  return entries.slice(before.length).map((entry, index) => ({ entry, counts: { ...noCounts, annotators: before.length + index + 1 } }));
}

/** As it comes from the page. */
export const packed = ({ entry, ...rest }: JournalLine): PackedLine => ({ ...rest, entry: new TextEncoder().encode(JSON.stringify(entry)) });

/** From nothing to a good many lines, Persian and line ends inside, some longer than what is read at once. */
export const payloads: fc.Arbitrary<readonly string[]> = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) }, fc.constantFrom('خطِ\nدوم\r\n', '\u2028', 'ی'.repeat(700_000))),
  { maxLength: 12 },
);
