import { type Cleaning, cleanings, cleaningEdits } from '../../text/cleaning.ts';
import { batches } from '../codec-for.ts';
import { type Codec, type DecodeContext, type NamedBytes } from '../codec.ts';
import { corpus, mappingFor, readSheet } from '../corpus/corpus.ts';
import { findings } from '../findings.ts';
import { page } from '../page/page.ts';

export type CleaningCounts = Readonly<Record<Cleaning, number>>;

/** After so many texts of a table it is told how far the counting is. */
const textsPerWord = 200;

/** How many places each cleaning would alter in all rows and all of each text, read as was chosen so far. Pages, which a window must parse, are left out. */
export function cleaningCounts(files: readonly NamedBytes[], context: DecodeContext): CleaningCounts {
  const counts = { letters: 0, digits: 0, joints: 0 } satisfies Record<Cleaning, number>;
  const own = batches(files).batches.filter(({ codec }) => codec.textsOnly && codec !== page).flatMap(({ codec, files: batch }) => batch.map((file) => ({ codec, file })));
  for (const [index, { codec, file }] of own.entries()) {
    const tell = (share: number): void => context.onRead?.((index + share) / own.length);
    for (const text of textsOf(codec, file, context, tell)) for (const { kind } of cleaningEdits(text, cleanings)) counts[kind]++;
    tell(1);
  }
  return counts;
}

function* textsOf(codec: Codec, file: NamedBytes, context: DecodeContext, tell: (share: number) => void): Generator<string, void, undefined> {
  if (codec !== corpus) {
    for (const { text } of codec.decode?.([file], { ...context, onRead: () => undefined }).dataset?.articles ?? []) yield text;
    return;
  }
  const { reading = {} } = context;
  const sheet = readSheet(file, reading, findings());
  const column = sheet.ok ? (mappingFor(sheet.value, reading)?.text ?? null) : null;
  if (!sheet.ok || column === null) return;
  let number = 0;
  for (const { cells, share } of sheet.value.rows) {
    if (++number % textsPerWord === 0) tell(share);
    const text = cells.get(column);
    if (typeof text === 'string') yield text;
  }
}
