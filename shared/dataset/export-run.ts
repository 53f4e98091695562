import { type NamedBytes } from '../codecs/codec.ts';
import { type LossReport } from '../codecs/loss-report.ts';
import { type Problem } from '../result.ts';
import { type CardFacts } from './card-facts.ts';
import { type Attention } from './export-source.ts';

/** Where files go. Pieces of several files may come in turn; each is to be appended to the file of its name (`/` parts folders). */
export interface ExportSink {
  readonly append: (files: readonly NamedBytes[]) => Promise<void>;
}

export interface RunContext extends Attention {
  /** Version of the app, for `export.json`. */
  readonly app: string;
  /** The text of `README.md`. */
  readonly card: (facts: CardFacts) => string;
}

export type Exported =
  | { readonly outcome: 'written'; readonly losses: LossReport; readonly files: readonly WrittenFile[] }
  /** What was written so far is of no use. */
  | { readonly outcome: 'stopped' }
  /** Nothing was written: the plan has errors, or the source is no longer what it was. */
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  /** Of a table. */
  readonly rows?: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}
