import { type FlatPage } from '../../shared/codecs/page/flat-page.ts';
import { type CleaningCounts } from '../../shared/codecs/texts/cleaning-counts.ts';
import { type Survey } from '../../shared/codecs/texts/survey.ts';
import { type Decoded, type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';

/** What the codec worker is asked for: to read files that lie in one folder. */
export interface CodecTask {
  /** `survey`: only to look at them, for what a person may want to decide. `count`: the places that cleaning would alter, in all of them. */
  readonly kind?: 'survey' | 'count';
  readonly files: readonly NamedBytes[];
  readonly context: DecodeContext;
  /** Of each file, which is a page then: what the window parsed; `null` where there was nothing to parse. */
  readonly parsed?: readonly (FlatPage | null)[];
}

/** A page that is to be parsed before it is read. */
export interface UnparsedPage {
  readonly file: NamedBytes;
  /** `null` where there is nothing to parse: why, is told when it is read. */
  readonly markup: string | null;
}

/** Files that were read together. Names that the Schema lacks are in the Dataset's own Schema (`decodeOpenly`). */
export interface Reading extends Decoded {
  /** Id of the format; `null` for files that nobody reads. */
  readonly format: string | null;
  readonly files: readonly string[];
}

/** What came of a task: files that were read, and pages, which only a window can parse. */
export interface CodecAnswer {
  readonly readings: readonly Reading[];
  readonly pages: readonly UnparsedPage[];
  readonly survey?: Survey;
  readonly counts?: CleaningCounts;
}

export interface CodecRequest {
  readonly id: number;
  readonly task: CodecTask;
}

/** `bug`: the message of what was thrown; expected failures are Problems inside the answer. `share`: how far it is, before it answers. */
export type CodecResponse =
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly ok: true; readonly answer: CodecAnswer }
  | { readonly id: number; readonly ok: false; readonly bug: string };
