import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type NamedBytes } from '../codecs/codec.ts';
import { type ExportSink, type WrittenFile } from './export-run.ts';

/** Hands pieces on to the sink and keeps the hash of every file, piece by piece. */
export interface WrittenFiles {
  /** `writer` names who writes: a file belongs to the first one who does. Of another one only the very same bytes are taken, once. */
  readonly append: (files: readonly NamedBytes[], writer: string) => Promise<void>;
  /** Sorted by path, in the order of code points. */
  readonly list: () => readonly WrittenFile[];
}

export function writtenFiles(sink: ExportSink): WrittenFiles {
  const files = new Map<string, { readonly writer: string; readonly hash: ReturnType<typeof sha256.create>; bytes: number; rows: number }>();
  const accept = ({ name, bytes, rows = 0 }: NamedBytes, writer: string): boolean => {
    let file = files.get(name);
    if (file && file.writer !== writer) {
      if (bytesToHex(file.hash.clone().digest()) === bytesToHex(sha256(bytes))) return false;
      throw new Error(`"${name}" is written by "${file.writer}" and by "${writer}"`);
    }
    if (!file) files.set(name, (file = { writer, hash: sha256.create(), bytes: 0, rows: 0 }));
    file.hash.update(bytes);
    file.bytes += bytes.length;
    file.rows += rows;
    return true;
  };
  return {
    async append(pieces, writer) {
      const accepted = pieces.filter((piece) => accept(piece, writer));
      if (accepted.length > 0) await sink.append(accepted);
    },
    list: () =>
      [...files]
        .map(([name, { hash, bytes, rows }]) => ({ name, bytes, ...(rows > 0 && { rows }), sha256: bytesToHex(hash.clone().digest()) }))
        .sort((a, b) => byCodePoint(a.name, b.name)),
  };
}

/** Unlike `<`, which compares UTF-16 code units. */
export function byCodePoint(a: string, b: string): number {
  const [one, two] = [[...a], [...b]];
  for (const [index, character] of one.entries()) {
    const other = two[index];
    if (other === undefined) return 1;
    if (character !== other) return (character.codePointAt(0) as number) - (other.codePointAt(0) as number);
  }
  return one.length - two.length;
}
