import { type DecodeContext } from '../../../shared/codecs/codec.ts';
import { corpus } from '../../../shared/codecs/corpus/corpus.ts';
import { type Problem } from '../../../shared/result.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { type ImportTools } from './import-tools.ts';
import { type ImportSource, refusalOf } from './source.ts';

/** Bytes of a part: what is made of it is stored together. */
const partBytes = 2 * 1024 * 1024;
/** Of one that is looked through and leaves nothing. */
const checkedBytes = 8 * 1024 * 1024;

/** What came of a part, and how large it was. */
export interface TablePart {
  readonly reading: Reading;
  readonly bytes: number;
  readonly isLast: boolean;
}

/**
 * A table that is too large to be in memory: looked through as a whole first, for nothing of a file that is no text is to be stored, and because each
 * Article names the hash of its file; then read part by part. It ends without a last part where it is stopped. `onChecked`: hears how much was looked through, from 0 to 1.
 */
export async function* readTable(source: ImportSource, context: DecodeContext, { openTable, signal }: Pick<ImportTools, 'openTable' | 'signal'>, onChecked: (share: number) => void): AsyncGenerator<TablePart, void, undefined> {
  const { name, size } = source;
  const table = openTable(name, context, refusalOf(source, 'too-large'));
  const refused = (wrong: Problem, bytes: number): TablePart => ({ reading: { format: null, files: [name], dataset: null, problems: [wrong] }, bytes, isLast: true });
  try {
    for await (const { part, end, isLast } of partsOf(source, checkedBytes)) {
      if (signal?.aborted) return;
      const wrong = typeof part === 'string' ? refusalOf(source, part) : await table.check(part, isLast);
      if (wrong) return yield refused(wrong, size);
      onChecked(end / size);
    }
    for await (const { part, start, end, isLast } of partsOf(source, partBytes)) {
      if (signal?.aborted) return;
      if (typeof part === 'string') return yield refused(refusalOf(source, part), size - start);
      yield { reading: { format: corpus.id, files: [name], ...(await table.read(part, isLast)) }, bytes: end - start, isLast };
    }
  } finally {
    table.close();
  }
}

async function* partsOf({ size, readPart }: ImportSource, bytes: number) {
  if (!readPart) throw new Error('a file is read in parts that has none');
  for (let start = 0; start < size; start += bytes) {
    const end = Math.min(size, start + bytes);
    yield { part: await readPart(start, end), start, end, isLast: end === size };
  }
}
