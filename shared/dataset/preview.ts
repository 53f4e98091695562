import { type Codec } from '../codecs/codec.ts';
import { joined } from '../codecs/encode.ts';
import { type Dataset } from '../model/dataset.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import { type TextMode } from './export-options.ts';
import { writerFor } from './text-mode.ts';

const length = 2048;

/** The beginning of the main file as it is with this Article alone; `null` when the format is not text. */
export function previewOf(codec: Codec, mode: TextMode, fitted: Dataset, stem: string): string | null {
  if (codec.bytes === 'own') return null;
  const writer = writerFor(codec, mode)(fitted.schema, stem);
  const files = [...writer.add(fitted), ...writer.end()];
  const name = files.find((file) => file.name === `${stem}.${codec.extensions[0] ?? ''}`)?.name ?? files[0]?.name;
  return beginning(joined(files.filter((file) => file.name === name).map(({ bytes }) => bytes)));
}

/** About two thousand bytes, cut where a character ends. */
function beginning(bytes: Uint8Array): string {
  let end = Math.min(bytes.length, length);
  // Bytes after the first of a character are 10xxxxxx.
  while (end < bytes.length && end > 0 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  const decoded = decodeUtf8(bytes.subarray(0, end));
  if (!decoded.ok) throw new Error(`a format of UTF-8 wrote a byte that is none at ${decoded.byte}`);
  return decoded.text;
}
