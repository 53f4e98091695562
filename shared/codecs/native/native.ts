import { everything } from '../capabilities.ts';
import { type Codec } from '../codec.ts';
import { decodeNative } from './decode.ts';
import { writeOffsets } from './write-offsets.ts';
import { writeNative } from './write.ts';

/** Our own format, and the only one that promises import = export: docs/formats/native.md. */
export const native: Codec = {
  id: 'native',
  title: 'Naql JSON Lines',
  extensions: ['jsonl'],
  offsetUnit: 'code-point',
  capabilities: everything,
  bytes: 'utf-8',
  decode: decodeNative,
  linewise: true,
  write: writeNative,
  writeOffsets,
};
