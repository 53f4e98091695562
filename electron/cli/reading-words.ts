import { type ColumnMapping, columnRoles } from '../../shared/codecs/corpus/column-mapping.ts';
import { type ReadingChoices } from '../../shared/codecs/texts/reading-choices.ts';
import { type Cleaning, cleanings } from '../../shared/text/cleaning.ts';
import { isTextEncoding, textEncodings } from '../../shared/text/encoding.ts';
import { wrongUsage } from './command-failure.ts';

/** The options that say how files of texts are read. */
export const readingWords = {
  encoding: { type: 'string' },
  'whole-page': { type: 'boolean', default: false },
  clean: { type: 'string' },
  columns: { type: 'string' },
} as const;

export interface ReadingWords {
  readonly encoding?: string | undefined;
  readonly 'whole-page': boolean;
  readonly clean?: string | undefined;
  readonly columns?: string | undefined;
}

/** @throws a `CommandFailure` for a word that is none. */
export function readingOf({ encoding, 'whole-page': isWholePage, clean, columns }: ReadingWords): ReadingChoices {
  if (encoding !== undefined && !isTextEncoding(encoding)) throw wrongUsage(`--encoding wants ${textEncodings.join(', ')}, not "${encoding}".`);
  return {
    ...(encoding !== undefined && { encoding }),
    ...(isWholePage && { isWholePage }),
    ...(clean !== undefined && { cleaning: clean.split(',').map(cleaningOf) }),
    ...(columns !== undefined && { namedColumns: mappingOf(columns) }),
  };
}

function cleaningOf(word: string): Cleaning {
  const kind = cleanings.find((one) => one === word);
  if (!kind) throw wrongUsage(`--clean wants ${cleanings.join(', ')}, not "${word}".`);
  return kind;
}

function mappingOf(columns: string): Partial<ColumnMapping> {
  const pairs = columns.split(',').map((pair) => {
    const [name, column] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const role = columnRoles.find((one) => one === name);
    if (!role || column === '') throw wrongUsage(`--columns wants text=NAME,title=NAME … with ${columnRoles.join(', ')}, not "${pair}".`);
    return [role, column] as const;
  });
  return Object.fromEntries(pairs);
}
