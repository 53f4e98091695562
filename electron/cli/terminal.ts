/** The world as a command sees it: what a test replaces. */
export interface Terminal {
  readonly input: () => Promise<Uint8Array>;
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

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

export const processTerminal: Terminal = {
  input: () => readAll(process.stdin),
  write: writeTo(process.stdout),
  complain: writeTo(process.stderr),
};
