import { canonicalJson } from '../../canonical-json.ts';
import { type NamedBytes } from '../../codecs/codec.ts';
import { joined } from '../../codecs/encode.ts';
import { z } from '../../model/shape.ts';
import { type Signature, signatureShape } from '../../model/signature.ts';
import { problem, type Problem } from '../../result.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type EntryRange, type Manifest } from '../bundle/manifest.ts';
import { readManifest } from '../bundle/read-bundle.ts';
import { hashOf } from '../bundle/whole-file.ts';
import { soundJson } from '../sound-json.ts';
import { sharedName, sharedPieceName } from './names.ts';

const pieceFormat = 'naql.piece';
const pieceVersion = 1;

/** A closed piece of one chain, as it lies in a shared folder: what a Bundle says of itself, and its Entries. */
export interface Piece {
  readonly manifest: Manifest;
  /** As it was signed. */
  readonly manifestText: string;
  readonly signature: Signature | null;
  /** Its Entries, a line each. */
  readonly entries: Uint8Array;
}

/** `late`: its bytes cannot be had now, are not all there yet, or not yet those that were written. `refused`: they are, and it can be of no use. */
export type PieceFile = { readonly kind: 'whole'; readonly piece: Piece } | { readonly kind: 'late'; readonly why: 'unfinished' | 'unread' } | { readonly kind: 'refused'; readonly problem: Problem };

const frameHead = z.object({ format: z.literal(pieceFormat), version: z.int(), reader: z.int() });
const frameShape = z.object({ manifest: z.string(), signature: signatureShape.nullable() });
const closingShape = z.object({ bytes: z.int(), sha256: z.string() });

const newLine = 10;

/** The Entries, then one line that says what a Bundle's manifest does, then one with length and hash of all before it. */
export function writePiece(range: EntryRange, { manifestText, signature, entries }: Omit<Piece, 'manifest'>): NamedBytes {
  const frame = canonicalJson({ format: pieceFormat, version: pieceVersion, reader: pieceVersion, manifest: manifestText, signature });
  const before = joined([entries, encodeUtf8(`${frame}\n`)]);
  const bytes = joined([before, encodeUtf8(`${canonicalJson({ bytes: before.length, sha256: hashOf(before) })}\n`)]);
  return { name: sharedPieceName(range, bytes.length), bytes };
}

export const unfinished: PieceFile = { kind: 'late', why: 'unfinished' };

/** Whatever cannot be proven to be whole is late, and never an error: it is looked at again. */
export function readPiece({ name, bytes }: NamedBytes): PieceFile {
  const said = sharedName(name);
  if (said?.kind !== 'piece' || said.size !== bytes.length || bytes.at(-1) !== newLine) return unfinished;
  const end = bytes.lastIndexOf(newLine, bytes.length - 2) + 1;
  const closing = closingShape.safeParse(soundJson(bytes.subarray(end))?.value);
  const before = bytes.subarray(0, end);
  if (!closing.success || closing.data.bytes !== end || closing.data.sha256 !== hashOf(before)) return unfinished;
  const frameStart = before.lastIndexOf(newLine, end - 2) + 1;
  return framed(name, before.subarray(0, frameStart), soundJson(before.subarray(frameStart))?.value);
}

function framed(name: string, entries: Uint8Array, frame: unknown): PieceFile {
  const wrong: PieceFile = { kind: 'refused', problem: problem('bundle-file-wrong', {}, { name }) };
  const begins = frameHead.safeParse(frame);
  if (!begins.success) return wrong;
  if (begins.data.reader > pieceVersion) return { kind: 'refused', problem: problem('bundle-newer', {}, { version: begins.data.version, known: pieceVersion }) };
  const read = frameShape.safeParse(frame);
  if (!read.success) return wrong;
  const { manifest: text, signature } = read.data;
  const manifest = readManifest(encodeUtf8(text));
  if (!manifest?.ok) return manifest?.problems[0] ? { kind: 'refused', problem: manifest.problems[0] } : wrong;
  const [range, more] = manifest.value.manifest.ranges;
  if (!range || more || range.device !== manifest.value.manifest.device) return wrong;
  const piece = { manifest: manifest.value.manifest, manifestText: text, signature, entries };
  return writePiece(range, piece).name === name ? { kind: 'whole', piece } : wrong;
}
