import { type Decoded, type DecodeContext, type NamedBytes } from '../../shared/codecs/codec.ts';

/** What the codec worker is asked for: to read files that lie in one folder. Its answer: one for everything that was read together, and one for what nobody reads. */
export interface CodecTask {
  readonly files: readonly NamedBytes[];
  readonly context: DecodeContext;
}

export interface CodecRequest {
  readonly id: number;
  readonly task: CodecTask;
}

/** `bug`: the message of what was thrown; expected failures are Problems inside the answer. */
export type CodecResponse =
  | { readonly id: number; readonly ok: true; readonly answer: readonly Decoded[] }
  | { readonly id: number; readonly ok: false; readonly bug: string };
