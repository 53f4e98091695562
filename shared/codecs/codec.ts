import { type Annotator } from '../model/annotator.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Schema } from '../model/schema.ts';
import { type Problem } from '../result.ts';
import { type Capabilities } from './capabilities.ts';

/** A file by name, as bytes: what a Codec reads and writes. Names have no folder. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DecodeContext {
  /** The Schemas at hand, by id and version; the first is the default for files that name none. */
  readonly schemas: readonly [Schema, ...(readonly Schema[])];
  /** ISO 8601, UTC: for records whose file says no time. */
  readonly now: string;
  /** Whose work it is when the file does not say. */
  readonly annotator?: Annotator;
}

/** What was sound, and a Problem for everything that was not. `dataset` is null when nothing could be read at all. */
export interface Decoded {
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
}

/** One file format. */
export interface Codec {
  readonly id: string;
  /** English name of the format, as its community writes it. */
  readonly title: string;
  /** Without the dot, lower case; the first one is written. */
  readonly extensions: readonly string[];
  readonly offsetUnit: 'code-point' | 'utf-16' | 'none';
  readonly capabilities: Capabilities;
  /** Total: any bytes give a Decoded, never a throw. Absent for write-only formats. */
  readonly decode?: (files: readonly NamedBytes[], context: DecodeContext) => Decoded;
  /**
   * Writes a Dataset that `fit` has made fit. Same input, same bytes. The first file is the main one, named
   * `<stem>.<extension>`; the others stand beside it. Absent for read-only formats.
   */
  readonly encode?: (dataset: Dataset, stem: string) => readonly NamedBytes[];
}
