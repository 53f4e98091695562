import { type ColumnMapping, columnRoles } from '../../shared/codecs/corpus/column-mapping.ts';
import { type ColumnReading, joiners, readSchemes, usualReading } from '../../shared/codecs/conll/column-reading.ts';
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
  conll: { type: 'string' },
} as const;

export interface ReadingWords {
  readonly encoding?: string | undefined;
  readonly 'whole-page': boolean;
  readonly clean?: string | undefined;
  readonly columns?: string | undefined;
  readonly conll?: string | undefined;
}

/** @throws a `CommandFailure` for a word that is none. */
export function readingOf({ encoding, 'whole-page': isWholePage, clean, columns, conll }: ReadingWords): ReadingChoices {
  if (encoding !== undefined && !isTextEncoding(encoding)) throw wrongUsage(`--encoding wants ${textEncodings.join(', ')}, not "${encoding}".`);
  return {
    ...(encoding !== undefined && { encoding }),
    ...(isWholePage && { isWholePage }),
    ...(clean !== undefined && { cleaning: clean.split(',').map(cleaningOf) }),
    ...(columns !== undefined && { namedColumns: mappingOf(columns) }),
    ...(conll !== undefined && { conll: columnReadingOf(conll) }),
  };
}

function cleaningOf(word: string): Cleaning {
  const kind = cleanings.find((one) => one === word);
  if (!kind) throw wrongUsage(`--clean wants ${cleanings.join(', ')}, not "${word}".`);
  return kind;
}

/** `word=1,tag=4,scheme=iob1,joiner=none`; what is not said is as usual, and nothing is said twice. */
function columnReadingOf(words: string): ColumnReading {
  const pairs = words.split(',');
  const usage = (pair: string) => wrongUsage(`--conll wants word=1,tag=4,scheme=${readSchemes.join('|')},joiner=${joiners.join('|')}, not "${pair}".`);
  const [again] = repeated(pairs.map(nameIn));
  if (again !== undefined) throw usage(pairs.filter((pair) => nameIn(pair) === again).join(','));
  return pairs.reduce((reading, pair) => {
    const [name, value] = [nameIn(pair), pair.slice(nameIn(pair).length + 1)];
    const column = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null;
    const scheme = readSchemes.find((one) => one === value);
    const joiner = joiners.find((one) => one === value);
    if ((name === 'word' || name === 'tag') && column !== null) return { ...reading, [name]: column };
    if (name === 'scheme' && scheme) return { ...reading, scheme };
    if (name === 'joiner' && joiner) return { ...reading, joiner };
    throw usage(pair);
  }, usualReading);
}

const nameIn = (pair: string): string => pair.split('=', 1)[0] ?? '';
const repeated = (names: readonly string[]): readonly string[] => names.filter((name, place) => names.indexOf(name) !== place);

function mappingOf(columns: string): Partial<ColumnMapping> {
  const usage = (pair: string) => wrongUsage(`--columns wants text=NAME,title=NAME … with ${columnRoles.join(', ')}, not "${pair}".`);
  const pairs = columns.split(',').map((pair) => {
    const column = pair.slice(nameIn(pair).length + 1);
    const role = columnRoles.find((one) => one === nameIn(pair));
    if (!role || column === '') throw usage(pair);
    return [role, column] as const;
  });
  const [again] = repeated(pairs.map(([role]) => role));
  if (again !== undefined) throw usage(columns);
  return Object.fromEntries(pairs);
}
