import { type Codec } from '../codecs/codec.ts';
import { hfJsonl, hfParquet, huggingFace } from '../codecs/hugging-face/hugging-face.ts';
import { codecById } from '../codecs/registry.ts';
import { type ExportOptions } from './export-options.ts';

const everybodys: ReadonlyMap<string, Codec> = new Map([
  [hfJsonl.id, huggingFace('jsonl', 'all')],
  [hfParquet.id, huggingFace('parquet', 'all')],
]);

/** Who asks for everybody's judgements gets all of them, also where only one has looked: they are what shares are counted from. */
export const exportCodec = ({ format, selection: { sets } }: ExportOptions): Codec | undefined =>
  (sets.kind === 'judgements' ? everybodys.get(format) : undefined) ?? codecById(format);
