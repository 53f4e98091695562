import { type Codec, type Writer } from '../codecs/codec.ts';
import { type LossLedger } from '../codecs/loss-ledger.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { type TextMode } from './export-options.ts';
import { textWindows } from './text-windows.ts';

/** Can the format be written so? Offsets alone are of use only where a script knows how to put the texts back. */
export const canWrite = ({ write, writeOffsets }: Codec, { kind }: TextMode): boolean => (kind === 'offsets' ? writeOffsets : write) !== undefined;

/** @throws unless `canWrite`. */
export function writerFor({ id, write, writeOffsets }: Codec, { kind }: TextMode): (schema: Schema, stem: string) => Writer {
  const found = kind === 'offsets' ? writeOffsets : write;
  if (!found) throw new Error(`the codec "${id}" does not write in the text mode "${kind}"`);
  return found;
}

/** What of the text may leave, with a Loss for every Article of which not all does. `null` when nothing of it is left. */
export function withTextMode(slice: Dataset, mode: TextMode, ledger: LossLedger): Dataset | null {
  const [article] = slice.articles;
  if (mode.kind === 'full' || !article) return slice;
  if (mode.kind === 'offsets') {
    ledger.lose('TEXT_WITHHELD', article.id);
    return slice;
  }
  const excerpt = textWindows(slice, mode);
  ledger.lose(excerpt ? 'TEXT_WITHHELD' : 'EMPTY_SKIPPED', article.id);
  return excerpt;
}
