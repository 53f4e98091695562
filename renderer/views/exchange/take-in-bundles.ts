import { type Bridge } from '../../../shared/bridge.ts';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { aboutIn, type EnvelopeFile } from '../../../shared/exchange/bundle/envelope.ts';
import { type Bundle, fitsEnvelope, type HandedFile, isEnvelope } from '../../../shared/exchange/bundle/read-bundle.ts';
import { type Incoming } from '../../../shared/exchange/bundle/take-in-ground.ts';
import { fold } from '../../../shared/exchange/log.ts';
import { rostersIn } from '../../../shared/exchange/roster/said.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { checkDataset, errorsOf } from '../../../shared/model/check.ts';
import { fail, ok, problem, type Problem, type Result } from '../../../shared/result.ts';
import { readHandedFile } from '../../workers/bundle-client.ts';

/** A file as it comes: its bytes, or why they cannot be had. */
export interface BundleSource {
  readonly name: string;
  readonly read: () => Promise<Uint8Array | Problem>;
}

/** A Bundle whose signature, if it has one, holds, and so do those of the rosters in it. */
export interface OpenedBundle extends Incoming {
  readonly bytes: Uint8Array;
  /** The file as it came: the envelope, where it was in one. */
  readonly file: Uint8Array;
}

export interface OpenedBundles {
  readonly opened: readonly OpenedBundle[];
  /** Of files that nothing can be taken from. */
  readonly problems: readonly Problem[];
}

type Opener = Pick<Bridge, 'verifyBundle' | 'verifyRoster' | 'openEnvelope'>;

export async function openBundles(sources: readonly BundleSource[], bridge: Opener): Promise<OpenedBundles> {
  const opened: OpenedBundle[] = [];
  const problems: Problem[] = [];
  for (const { name, read } of sources) {
    const bytes = await read();
    const result = bytes instanceof Uint8Array ? await openOne({ name, bytes }, bridge) : fail(bytes);
    if (result.ok) opened.push(result.value);
    else problems.push(...result.problems);
  }
  return { opened, problems };
}

async function openOne(file: NamedBytes, bridge: Opener): Promise<Result<OpenedBundle>> {
  const read = await readHandedFile(file);
  return read.ok ? proven(file, read.value, bridge) : read;
}

/** @param around the envelope that it was in */
async function proven({ name, bytes }: NamedBytes, handed: HandedFile, bridge: Opener, around: Uint8Array | null = null): Promise<Result<OpenedBundle>> {
  if (!(await holds(handed, bridge))) return fail(problem('bundle-signature-wrong', { file: name }));
  if (isEnvelope(handed)) return openEnvelope(handed, bytes, bridge);
  if (!(await rostersHold(handed, bridge))) return fail(problem('roster-signature-wrong', { file: name }));
  return ok({ bundle: handed, key: handed.signature?.key ?? null, isEnclosed: around !== null, bytes, file: around ?? bytes });
}

/** The Bundle in an envelope, if this device is to read it. `envelope-elsewhere`, a warning, where it is not; `envelope-altered`, `envelope-wrong`. */
async function openEnvelope({ name, manifest, signature, sealed }: EnvelopeFile, came: Uint8Array, bridge: Opener): Promise<Result<OpenedBundle>> {
  const { ephemeral, to } = manifest;
  const inside = await bridge.openEnvelope(aboutIn(manifest), { ephemeral, to }, sealed);
  if (!inside.ok) return fail(problem(inside.failure, { file: name }));
  if (inside.value === 'elsewhere') return fail(problem('envelope-elsewhere', { file: name }, { person: manifest.person.name }, 'warning'));
  if (inside.value === null) return fail(problem('envelope-altered', { file: name }));
  const file = { name, bytes: inside.value };
  const read = await readHandedFile(file);
  if (!read.ok) return read;
  return fitsEnvelope(read.value, manifest, signature?.key ?? null) ? proven(file, read.value, bridge, came) : fail(problem('envelope-wrong', { file: name }, { person: manifest.person.name }));
}

const holds = async ({ signature, manifestText }: HandedFile, bridge: Opener): Promise<boolean> =>
  signature === null || bridge.verifyBundle(manifestText, signature);

async function rostersHold({ entries }: Bundle, bridge: Opener): Promise<boolean> {
  for (const { roster, signature } of entries.flatMap(({ change }) => rostersIn(change))) if (!(await bridge.verifyRoster({ roster, signature }))) return false;
  return true;
}

/** What a project that came as a whole holds. */
export function wholeProject({ entries, name }: Bundle): Result<Dataset> {
  const first = entries.find(({ change }) => change.added.some(({ kind }) => kind === 'schema'));
  const dataset = first ? fold(entries) : null;
  if (!dataset || errorsOf(checkDataset(dataset)).length > 0) return fail(problem('bundle-file-wrong', { file: name }, { name: 'log' }));
  return ok(dataset);
}
