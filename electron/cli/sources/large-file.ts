import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type DecodeContext } from '../../../shared/codecs/codec.ts';
import { codecFor } from '../../../shared/codecs/codec-for.ts';
import { codecById } from '../../../shared/codecs/registry.ts';
import { attempt, ifThere } from '../../file-failure.ts';
import { noAccess } from '../command-failure.ts';
import { reasonOf } from '../problem-text.ts';
import { isLinewise, type LineCodec, lineSource, type OpenLines } from './line-source.ts';

/** Bytes from which on a file is read piece by piece, where its format lets it be. */
export const largeFrom = 8 * 1024 * 1024;

/** The source in a file of so many bytes that can be read line by line; `null` for every other one, which is read whole. */
export async function linesAt(path: string, from: string | null, context: DecodeContext, least = largeFrom): Promise<OpenLines | null> {
  if (!/\.jsonl$/i.test(path)) return null;
  const opened = await attempt('read', async () => {
    const found = await ifThere(() => stat(path));
    if (!found?.isFile() || found.size < least) return null;
    const codec = await lineCodecOf(path, from);
    return codec && lineSource(path, codec, context);
  });
  if (!opened.ok) throw noAccess(path, reasonOf({ code: opened.failure, values: {} }));
  return opened.value;
}

async function lineCodecOf(path: string, from: string | null): Promise<LineCodec | null> {
  const codec = from === null ? codecFor({ name: basename(path), bytes: await firstLine(path) }) : codecById(from);
  return isLinewise(codec) ? codec : null;
}

/** As much of it as says what it is. */
const beginningBytes = 1024 * 1024;

async function firstLine(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    return buffer.subarray(0, end === -1 ? bytesRead : end + 1);
  } finally {
    await file.close();
  }
}
