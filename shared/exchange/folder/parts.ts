import { type NamedBytes } from '../../codecs/codec.ts';
import { unzipped } from '../../codecs/zip.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { type Manifest, manifestName, schemaName as bundledSchema, signatureName } from '../bundle/manifest.ts';
import { bundleLimits, isEnvelope, isListed, readHanded } from '../bundle/read-bundle.ts';
import { wholeFile } from '../bundle/whole-file.ts';
import { articleName, envelopeName, schemaName } from './names.ts';
import { type Piece, writePiece } from './piece.ts';

type Listed = Manifest['files'][number];

/** Where in a shared folder a file of a Bundle lies; `null` for the Entries, which are in the piece. */
function placeOf({ name, sha256 }: Listed): string | null {
  if (name === bundledSchema) return schemaName(sha256);
  return name.startsWith('docs/') ? articleName(sha256) : null;
}

/** The files that a piece rests on. */
export const restsOn = ({ files }: Manifest): readonly { readonly name: string; readonly size: number }[] =>
  files.flatMap((one) => {
    const name = placeOf(one);
    return name === null ? [] : [{ name, size: one.size }];
  });

/**
 * A Bundle of this program's own making as files of a shared folder: texts and Schema by their hashes, so that each lies there once, and last the
 * piece that speaks of them. An envelope stays one file. @throws for one that is not sound, or is of more than one chain
 */
export function spread(file: NamedBytes): readonly NamedBytes[] {
  const read = readHanded(file);
  if (!read.ok) throw new Error(`${file.name} cannot be spread: ${JSON.stringify(read.problems)}`);
  if (isEnvelope(read.value)) return [{ name: envelopeName(read.value.manifest, file.bytes.length), bytes: file.bytes }];
  const { manifest, manifestText, signature } = read.value;
  const [range, more] = manifest.ranges;
  if (!range || more) throw new Error(`${file.name} holds ${manifest.ranges.length} chains`);
  const inside = new Map(unzipped(file, bundleLimits).files.map(({ name, bytes }) => [name, bytes]));
  const bytesOf = ({ name }: Listed): Uint8Array => {
    const bytes = inside.get(name);
    if (!bytes) throw new Error(`${name} is listed in ${file.name} and is not there`);
    return bytes;
  };
  const parts = manifest.files.flatMap((one) => {
    const name = placeOf(one);
    return name === null ? [] : [{ name, bytes: bytesOf(one) }];
  });
  const entries = manifest.files.filter((one) => placeOf(one) === null).map(bytesOf)[0];
  if (!entries) throw new Error(`${file.name} holds no Entries`);
  return [...parts, writePiece(range, { manifestText, signature, entries })];
}

/**
 * The Bundle that a piece was spread from, byte by byte: everything else is asked of it, as of one that came by mail.
 * @param files what it rests on; the names of those that are missing, or not yet what they must be, come back instead
 */
export function gather({ manifest, manifestText, signature, entries }: Piece, files: ReadonlyMap<string, Uint8Array>): Uint8Array | readonly string[] {
  const parts = manifest.files.map((listed) => {
    const place = placeOf(listed);
    return { listed, place, bytes: place === null ? entries : files.get(place) };
  });
  const late = parts.flatMap(({ listed, place, bytes }) => (place !== null && !isListed(listed, bytes) ? [place] : []));
  if (late.length > 0) return late;
  return wholeFile([
    { name: manifestName, bytes: encodeUtf8(manifestText) },
    ...(signature ? [{ name: signatureName, bytes: encodeUtf8(canonicalJson(signature)) }] : []),
    ...parts.flatMap(({ listed, bytes }) => (bytes ? [{ name: listed.name, bytes }] : [])),
  ]);
}
