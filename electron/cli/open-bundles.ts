import { type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { aboutIn, type EnvelopeFile } from '../../shared/exchange/bundle/envelope.ts';
import { type Bundle, fitsEnvelope, type HandedFile, isEnvelope, readHanded } from '../../shared/exchange/bundle/read-bundle.ts';
import { rostersIn } from '../../shared/exchange/roster/said.ts';
import { problem, type Problem } from '../../shared/result.ts';
import { disclose, envelopeKeyFrom } from '../envelope.ts';
import { attempt } from '../file-failure.ts';
import { rosterHolds, signatureHolds } from '../signature.ts';
import { noAccess, wrongUsage } from './command-failure.ts';
import { reasonOf } from './problem-text.ts';

export interface Opened {
  readonly path: string;
  /** `null` where there is none that can be read. */
  readonly bundle: Bundle | null;
  /** What it came in, opened or not. */
  readonly envelope: EnvelopeFile | null;
  /** `null` when it is unsigned, or could not be read. */
  readonly key: string | null;
  readonly problems: readonly Problem[];
}

export async function fileAt(path: string): Promise<Buffer> {
  const read = await attempt('read', () => readFile(path));
  if (!read.ok) throw noAccess(path, reasonOf({ code: read.failure, values: {} }));
  return read.value;
}

/** @param keyPath of the X25519 key that opens envelopes, in PEM; without it they stay closed */
export async function openAll(paths: readonly string[], what: string, keyPath: string | undefined): Promise<readonly Opened[]> {
  if (paths.length === 0) throw wrongUsage(`${what} which file? Name one that ends in .naql.`);
  const opener = keyPath === undefined ? null : await openerAt(keyPath);
  return Promise.all(paths.map(async (path) => openOne(path, { name: basename(path), bytes: new Uint8Array(await fileAt(path)) }, opener)));
}

async function openerAt(path: string): Promise<KeyObject> {
  const pem = (await fileAt(path)).toString('utf8');
  const key = await attempt('read', async () => envelopeKeyFrom(pem));
  if (!key.ok) throw noAccess(path, 'It is no X25519 key in PEM, which opens envelopes.');
  return key.value;
}

const closed = (path: string, problems: readonly Problem[]): Opened => ({ path, bundle: null, envelope: null, key: null, problems });

function openOne(path: string, file: NamedBytes, opener: KeyObject | null): Opened {
  const read = readHanded(file);
  return read.ok ? proven(path, read.value, opener) : closed(path, read.problems);
}

function proven(path: string, handed: HandedFile, opener: KeyObject | null, around: EnvelopeFile | null = null): Opened {
  const { name, signature, manifestText } = handed;
  const place = { file: name };
  if (signature && !signatureHolds(manifestText, signature)) return closed(path, [problem('bundle-signature-wrong', place)]);
  const key = signature?.key ?? null;
  if (isEnvelope(handed)) return openEnvelope(path, handed, key, opener);
  if (!handed.entries.every(({ change }) => rostersIn(change).every(rosterHolds))) return closed(path, [problem('roster-signature-wrong', place)]);
  return { path, bundle: handed, envelope: around, key, problems: signature ? [] : [problem('bundle-unsigned', place, {}, 'warning')] };
}

function openEnvelope(path: string, envelope: EnvelopeFile, key: string | null, opener: KeyObject | null): Opened {
  const { name, manifest, sealed } = envelope;
  const place = { file: name };
  const kept = (why: Problem): Opened => ({ path, bundle: null, envelope, key, problems: [why] });
  const altered = (why: Problem): Opened => ({ ...kept(why), envelope: null });
  if (!opener) return kept(problem('envelope-closed', place, {}, 'warning'));
  const bytes = disclose(aboutIn(manifest), manifest, sealed, opener);
  if (bytes === 'elsewhere') return kept(problem('envelope-elsewhere', place, { person: manifest.person.name }, 'warning'));
  if (bytes === null) return altered(problem('envelope-altered', place));
  const read = readHanded({ name, bytes });
  if (!read.ok) return closed(path, read.problems);
  return fitsEnvelope(read.value, manifest, key) ? proven(path, read.value, opener, envelope) : altered(problem('envelope-wrong', place, { person: manifest.person.name }));
}
