import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { type Signature } from '../../shared/model/signature.ts';
import { type EnvelopeParts, writeEnvelope } from '../../shared/exchange/bundle/envelope.ts';
import { type HandedFile, readHanded } from '../../shared/exchange/bundle/read-bundle.ts';
import { type BundleParts, writeBundle } from '../../shared/exchange/bundle/write-bundle.ts';
import { gather, spread } from '../../shared/exchange/folder/parts.ts';
import { type Piece } from '../../shared/exchange/folder/piece.ts';
import { readSharedFile, type SharedFile } from '../../shared/exchange/folder/shared-file.ts';
import { type Result } from '../../shared/result.ts';

/** What the bundle worker is asked for. A file is written in two turns, since the main process signs between them. */
export type BundleTask =
  | { readonly kind: 'read'; readonly file: NamedBytes }
  | { readonly kind: 'manifest'; readonly parts: BundleParts | EnvelopeParts }
  | { readonly kind: 'write'; readonly parts: BundleParts | EnvelopeParts; readonly signature: Signature | null }
  | { readonly kind: 'spread'; readonly file: NamedBytes }
  | { readonly kind: 'shared'; readonly file: NamedBytes }
  | { readonly kind: 'gather'; readonly piece: Piece; readonly files: ReadonlyMap<string, Uint8Array> };

export type BundleAnswer =
  | { readonly kind: 'read'; readonly read: Result<HandedFile> }
  | { readonly kind: 'manifest'; readonly manifest: string }
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  | { readonly kind: 'spread'; readonly files: readonly NamedBytes[] }
  | { readonly kind: 'shared'; readonly contents: SharedFile }
  | { readonly kind: 'gather'; readonly gathered: ReturnType<typeof gather> };

const unsigned = (parts: BundleParts | EnvelopeParts) => ('sealed' in parts ? writeEnvelope(parts) : writeBundle(parts));

export function runBundleTask(task: BundleTask): BundleAnswer {
  switch (task.kind) {
    case 'read':
      return { kind: 'read', read: readHanded(task.file) };
    case 'manifest':
      return { kind: 'manifest', manifest: unsigned(task.parts).manifest };
    case 'write':
      return { kind: 'write', bytes: unsigned(task.parts).file(task.signature) };
    case 'spread':
      return { kind: 'spread', files: spread(task.file) };
    case 'shared':
      return { kind: 'shared', contents: readSharedFile(task.file) };
    case 'gather':
      return { kind: 'gather', gathered: gather(task.piece, task.files) };
  }
}

export interface BundleRequest {
  readonly id: number;
  readonly task: BundleTask;
}

/** `bug`: the message of what was thrown; expected failures are Problems inside the answer. */
export type BundleResponse =
  | { readonly id: number; readonly ok: true; readonly answer: BundleAnswer }
  | { readonly id: number; readonly ok: false; readonly bug: string };
