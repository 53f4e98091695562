import { type Outcome } from '../../../shared/bridge.ts';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { type EnvelopeParts } from '../../../shared/exchange/bundle/envelope.ts';
import { type BundleParts } from '../../../shared/exchange/bundle/write-bundle.ts';
import { gather, spread } from '../../../shared/exchange/folder/parts.ts';
import { type Piece } from '../../../shared/exchange/folder/piece.ts';
import { readSharedFile } from '../../../shared/exchange/folder/shared-file.ts';
import { type Signature } from '../../../shared/model/signature.ts';
import { runBundleTask } from '../../../renderer/workers/bundle-task.ts';

/** `bundle-client` without its thread: tests put it in its place. */
export async function readHandedFile(file: NamedBytes) {
  const answer = runBundleTask({ kind: 'read', file });
  return answer.kind === 'read' && answer.read;
}

export async function writeBundleFile(parts: BundleParts | EnvelopeParts, sign: (manifest: string) => Promise<Outcome<Signature>>): Promise<Outcome<Uint8Array>> {
  const manifest = runBundleTask({ kind: 'manifest', parts });
  const signed = await sign(manifest.kind === 'manifest' ? manifest.manifest : '');
  if (!signed.ok) return signed;
  const written = runBundleTask({ kind: 'write', parts, signature: signed.value });
  return { ok: true, value: written.kind === 'write' ? written.bytes : new Uint8Array() };
}

export const spreadBundle = async (file: NamedBytes) => spread(file);
export const readFileOfFolder = async (file: NamedBytes) => readSharedFile(file);
export const gatherBundle = async (piece: Piece, files: ReadonlyMap<string, Uint8Array>) => gather(piece, files);
