import { type Cleaning } from '../../text/cleaning.ts';
import { detectEncoding, type TextEncoding } from '../../text/encoding.ts';
import { type ColumnReading } from '../conll/column-reading.ts';
import { type ColumnMapping } from '../corpus/column-mapping.ts';
import { type NamedBytes } from '../codec.ts';

/** How files are to be read that hold texts and nothing on them, or words in columns, where a person has a choice. What is not said is found out. */
export interface ReadingChoices {
  /** By name of the file. */
  readonly encodings?: Readonly<Record<string, TextEncoding>>;
  /** Of all files that are not named; absent: each is detected. */
  readonly encoding?: TextEncoding;
  /** In what those are read that are taken for an encoding without saying so themselves, or for none. */
  readonly instead?: Readonly<Partial<Record<TextEncoding | 'unknown', TextEncoding>>>;
  /** All words of a web page, not what looks like its article. */
  readonly isWholePage?: boolean;
  /** Empty: texts stay as they came. */
  readonly cleaning?: readonly Cleaning[];
  /** What the columns of tables mean, by `columnsKey`. */
  readonly columns?: Readonly<Record<string, ColumnMapping>>;
  /** The same for every table that has these columns, whatever else it has. */
  readonly namedColumns?: Partial<ColumnMapping>;
  /** Of words and tags in columns, where no file says where the words stand. */
  readonly conll?: ColumnReading;
}

/** The encoding that was chosen for a file; `undefined`: it is to be found out. */
export function encodingFor({ name, bytes }: NamedBytes, { encodings = {}, encoding, instead = {} }: ReadingChoices): TextEncoding | undefined {
  if (Object.hasOwn(encodings, name)) return encodings[name];
  if (encoding !== undefined || Object.keys(instead).length === 0) return encoding;
  const detected = detectEncoding(bytes);
  return detected?.isCertain ? undefined : instead[detected?.encoding ?? 'unknown'];
}
