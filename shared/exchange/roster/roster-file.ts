import { canonicalJson } from '../../canonical-json.ts';
import { type NamedBytes } from '../../codecs/codec.ts';
import { checkRoster, type Roster, rosterFormat, rosterHead, rosterShape, rosterVersion, type SignedRoster } from '../../model/roster.ts';
import { z } from '../../model/shape.ts';
import { signatureShape } from '../../model/signature.ts';
import { at, fail, ok, problem, type Problem, type Result } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { soundJson } from '../sound-json.ts';

/** SHA-256 over the canonical JSON of a version, without its signature: by this the next one names it. 64 hexadecimal digits. */
export const rosterHash = (roster: Roster): string => fingerprint(canonicalJson(roster));

/** What is signed: no other text that a device ever signs begins so. */
export const signedRosterText = (roster: Roster): string => `${rosterFormat} ${canonicalJson(roster)}`;

/**
 * How the file of a version is named wherever versions lie as files (a shared folder: `roster/000003-<hash>.json`): its number in six digits and its
 * `rosterHash`, 64 digits. Two files of one number are a fork; a file is never altered.
 */
export const rosterFileName = (roster: Roster): string => `${String(roster.number).padStart(6, '0')}-${rosterHash(roster)}.json`;

const fileName = /^\d{6}-[0-9a-f]{64}\.json$/;
export const isRosterFileName = (name: string): boolean => fileName.test(name);

/** Canonical JSON of `{ roster, signature }`. Same version, same bytes. */
export const writeRoster = ({ roster, signature }: SignedRoster): Uint8Array => encodeUtf8(canonicalJson({ roster, signature }));

const fileShape = z.strictObject({ roster: z.unknown(), signature: signatureShape });

/**
 * Reads a version, wholly or not at all. Who signed it is not proven yet: `signature` over `signedRosterText`. Problems, with the file and, where
 * there is one, the field: `roster-not-ours` (half a file, too), `roster-newer`, `roster-altered` (other bytes than were written, or the name is of
 * another version), `roster-wrong`.
 */
export function readRoster({ name, bytes }: NamedBytes): Result<SignedRoster> {
  const read = withNamed(name, bytes);
  return read.ok ? read : fail(...at({ file: name }, read.problems));
}

function withNamed(name: string, bytes: Uint8Array): Result<SignedRoster> {
  const sound = soundJson(bytes);
  const file = fileShape.safeParse(sound?.value);
  if (!sound || !file.success) return fail(problem('roster-not-ours'));
  const read = rosterIn(file.data.roster);
  if (!read.ok) return read;
  const signed = { roster: read.value, signature: file.data.signature };
  if (canonicalJson(signed) !== sound.text || (isRosterFileName(name) && name !== rosterFileName(signed.roster))) return fail(problem('roster-altered'));
  return ok(signed);
}

/** A version as it stands in a file or in what somebody said. Problems: `roster-not-ours`, `roster-newer`, `roster-wrong`. */
export function rosterIn(value: unknown): Result<Roster> {
  const head = rosterHead.safeParse(value);
  if (!head.success) return fail(problem('roster-not-ours'));
  if (head.data.reader > rosterVersion) return fail(problem('roster-newer', {}, { version: head.data.version, known: rosterVersion }));
  const read = rosterShape.safeParse(value);
  if (!read.success) return fail(...read.error.issues.map(({ path }): Problem => problem('roster-wrong', { field: path.join('.') })));
  const problems = checkRoster(read.data);
  return problems.length > 0 ? fail(...problems) : ok(read.data);
}
