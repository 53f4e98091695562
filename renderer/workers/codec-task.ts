import { type Decoded, type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';
import { type LossReport } from '../../shared/codecs/loss-report.ts';
import { type Dataset } from '../../shared/model/dataset.ts';

/** What the codec worker can be asked for. Files of one `decode` lie in one folder; `codec` is a Codec's id. */
export type CodecTask =
  | { readonly kind: 'decode'; readonly files: readonly NamedBytes[]; readonly context: DecodeContext }
  | { readonly kind: 'fit'; readonly dataset: Dataset; readonly codec: string }
  | { readonly kind: 'encode'; readonly dataset: Dataset; readonly codec: string; readonly stem: string };

/** The answer to each kind of task. */
export interface CodecAnswers {
  /** One for everything that was read together, and one for what nobody reads. */
  readonly decode: readonly Decoded[];
  readonly fit: LossReport;
  readonly encode: readonly NamedBytes[];
}
export type CodecAnswer = CodecAnswers[keyof CodecAnswers];

export interface CodecRequest {
  readonly id: number;
  readonly task: CodecTask;
}

/** `bug`: the message of what was thrown; expected failures are Problems inside the answer. */
export type CodecResponse =
  | { readonly id: number; readonly ok: true; readonly answer: CodecAnswer }
  | { readonly id: number; readonly ok: false; readonly bug: string };
