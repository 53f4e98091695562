import { type Cleaning } from '../../text/cleaning.ts';
import { type TextEncoding } from '../../text/encoding.ts';
import { type ColumnMapping } from '../corpus/column-mapping.ts';

/** How files are to be read that hold texts and nothing on them, where a person has a choice. What is not said is found out. */
export interface ReadingChoices {
  /** By name of the file. */
  readonly encodings?: Readonly<Record<string, TextEncoding>>;
  /** Of all files that are not named; absent: each is detected. */
  readonly encoding?: TextEncoding;
  /** All words of a web page, not what looks like its article. */
  readonly isWholePage?: boolean;
  /** Empty: texts stay as they came. */
  readonly cleaning?: readonly Cleaning[];
  /** What the columns of tables mean, by `columnsKey`. */
  readonly columns?: Readonly<Record<string, ColumnMapping>>;
  /** The same for every table that has these columns, whatever else it has. */
  readonly namedColumns?: Partial<ColumnMapping>;
}

/** The encoding that was chosen for a file. */
export const encodingFor = (name: string, { encodings = {}, encoding }: ReadingChoices): TextEncoding | undefined =>
  Object.hasOwn(encodings, name) ? encodings[name] : encoding;
