import { type Room } from './input-files.ts';

/** The world as a command sees it: what a test replaces. */
export interface Terminal {
  /** All of the standard input; `null` where it is more than there is room for, which is then not kept. */
  readonly input: (room: Room) => Promise<Uint8Array | null>;
  /** The answer: stdout. */
  readonly write: (output: string | Uint8Array) => Promise<void>;
  /** What went wrong, for people: stderr. */
  readonly complain: (text: string) => Promise<void>;
}

const writeTo =
  (stream: NodeJS.WriteStream) =>
  (output: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      stream.write(output, (error) => (error ? reject(error) : resolve()));
    });

async function readAll(stream: AsyncIterable<Uint8Array>, room: Room): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) {
    if (!room.take(chunk.length)) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const processTerminal: Terminal = {
  input: (room) => readAll(process.stdin, room),
  write: writeTo(process.stdout),
  complain: writeTo(process.stderr),
};
