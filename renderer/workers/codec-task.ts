import { type Survey } from '../../shared/codecs/texts/survey.ts';
import { type Decoded, type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';

/** What the codec worker is asked for: to read files that lie in one folder. */
export interface CodecTask {
  /** `survey`: only to look at them, for what a person may want to decide. */
  readonly kind?: 'survey';
  readonly files: readonly NamedBytes[];
  readonly context: DecodeContext;
}

/** Files that were read together. Names that the Schema lacks are in the Dataset's own Schema (`decodeOpenly`). */
export interface Reading extends Decoded {
  /** Id of the format; `null` for files that nobody reads. */
  readonly format: string | null;
  readonly files: readonly string[];
}

/** What came of a task: files that were read, and pages, which only the window can make a tree of. */
export interface CodecAnswer {
  readonly readings: readonly Reading[];
  readonly pages: readonly NamedBytes[];
  readonly survey?: Survey;
}

export interface CodecRequest {
  readonly id: number;
  readonly task: CodecTask;
}

/** `bug`: the message of what was thrown; expected failures are Problems inside the answer. */
export type CodecResponse =
  | { readonly id: number; readonly ok: true; readonly answer: CodecAnswer }
  | { readonly id: number; readonly ok: false; readonly bug: string };
