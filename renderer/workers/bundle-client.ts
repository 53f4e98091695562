import { type Outcome } from '../../shared/bridge.ts';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { type Signature } from '../../shared/model/signature.ts';
import { type EnvelopeParts } from '../../shared/exchange/bundle/envelope.ts';
import { type HandedFile } from '../../shared/exchange/bundle/read-bundle.ts';
import { type BundleParts } from '../../shared/exchange/bundle/write-bundle.ts';
import { type Piece } from '../../shared/exchange/folder/piece.ts';
import { type SharedFile } from '../../shared/exchange/folder/shared-file.ts';
import { type Result } from '../../shared/result.ts';
import { type BundleAnswer, type BundleRequest, type BundleResponse, type BundleTask } from './bundle-task.ts';
import bundleWorkerUrl from './bundle-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

interface Waiting {
  readonly resolve: (answer: BundleAnswer) => void;
  readonly reject: (bug: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null = null;
let count = 0;

/** Started at the first question; a worker that stopped is started anew. */
function started(): Worker {
  const made = new Worker(trustedWorkerUrl(bundleWorkerUrl), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<BundleResponse>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.ok) asked?.resolve(data.answer);
    else asked?.reject(new Error(data.bug));
  });
  made.addEventListener('error', (event) => {
    for (const asked of waiting.values()) asked.reject(new Error(`the bundle worker stopped: ${event.message}`));
    waiting.clear();
    worker = null;
  });
  return made;
}

const ask = (task: BundleTask): Promise<BundleAnswer> =>
  new Promise((resolve, reject) => {
    worker ??= started();
    const id = ++count;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, task } satisfies BundleRequest);
  });

async function answered<Kind extends BundleTask['kind']>(task: Extract<BundleTask, { kind: Kind }>): Promise<Extract<BundleAnswer, { kind: Kind }>> {
  const answer = await ask(task);
  if (answer.kind !== task.kind) throw new Error(`asked for ${task.kind}, answered with ${answer.kind}`);
  return answer as Extract<BundleAnswer, { kind: Kind }>;
}

export const readHandedFile = async (file: NamedBytes): Promise<Result<HandedFile>> => (await answered({ kind: 'read', file })).read;

/** The file, signed by whoever is handed in. Nothing is written when signing fails. */
export async function writeBundleFile(parts: BundleParts | EnvelopeParts, sign: (manifest: string) => Promise<Outcome<Signature>>): Promise<Outcome<Uint8Array>> {
  const { manifest } = await answered({ kind: 'manifest', parts });
  const signed = await sign(manifest);
  if (!signed.ok) return signed;
  return { ok: true, value: (await answered({ kind: 'write', parts, signature: signed.value })).bytes };
}

/** As `spread`, `readSharedFile` and `gather`. */
export const spreadBundle = async (file: NamedBytes): Promise<readonly NamedBytes[]> => (await answered({ kind: 'spread', file })).files;
export const readFileOfFolder = async (file: NamedBytes): Promise<SharedFile> => (await answered({ kind: 'shared', file })).contents;
export const gatherBundle = async (piece: Piece, files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array | readonly string[]> => (await answered({ kind: 'gather', piece, files })).gathered;
