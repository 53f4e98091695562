import { type Outcome } from '../../shared/bridge.ts';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { type Signature } from '../../shared/exchange/bundle/manifest.ts';
import { type Bundle } from '../../shared/exchange/bundle/read-bundle.ts';
import { type BundleParts } from '../../shared/exchange/bundle/write-bundle.ts';
import { type Result } from '../../shared/result.ts';
import { asking } from './asking.ts';
import { type BundleAnswer, type BundleTask } from './bundle-task.ts';
import bundleWorkerUrl from './bundle-worker.ts?worker&url';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

const ask = asking<BundleTask, BundleAnswer>(() => new Worker(trustedWorkerUrl(bundleWorkerUrl), { type: 'module' }));

async function answered<Kind extends BundleTask['kind']>(task: Extract<BundleTask, { kind: Kind }>): Promise<Extract<BundleAnswer, { kind: Kind }>> {
  const answer = await ask(task);
  if (answer.kind !== task.kind) throw new Error(`asked for ${task.kind}, answered with ${answer.kind}`);
  return answer as Extract<BundleAnswer, { kind: Kind }>;
}

export const readBundleFile = async (file: NamedBytes): Promise<Result<Bundle>> => (await answered({ kind: 'read', file })).read;

/** The file, signed by whoever is handed in. Nothing is written when signing fails. */
export async function writeBundleFile(parts: BundleParts, sign: (manifest: string) => Promise<Outcome<Signature>>): Promise<Outcome<Uint8Array>> {
  const { manifest } = await answered({ kind: 'manifest', parts });
  const signed = await sign(manifest);
  if (!signed.ok) return signed;
  return { ok: true, value: (await answered({ kind: 'write', parts, signature: signed.value })).bytes };
}
