import { canonicalJson } from '../../canonical-json.ts';
import { type NamedBytes } from '../../codecs/codec.ts';
import { isJsonObject } from '../../codecs/json.ts';
import { isZip, unzipped, type ZipLimits } from '../../codecs/zip.ts';
import { type Article } from '../../model/article.ts';
import { checkArticle } from '../../model/check-article.ts';
import { errorsOf } from '../../model/check.ts';
import { type Schema } from '../../model/schema.ts';
import { type Signature, signatureShape } from '../../model/signature.ts';
import { validateSchema } from '../../model/validate-schema.ts';
import { at, fail, ok, problem, type Problem, type Result } from '../../result.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { brokenAt, type Entry, entryHash } from '../log.ts';
import { soundJson, soundValue } from '../sound-json.ts';
import { type EnvelopeFile, type EnvelopeManifest, envelopePurpose, envelopeShape, envelopeVersion, sealedName } from './envelope.ts';
import {
  type EntryRange, type Manifest, manifestHead, manifestName, manifestShape, schemaName, signatureName,
} from './manifest.ts';
import { articleShape, entryShape } from './shapes.ts';
import { hashOf, hasLostItsEnd, isWhole } from './whole-file.ts';
import { pieceName } from './write-bundle.ts';

/** A Bundle that holds what it says. Who signed it, if anybody, is not proven yet: `signature` over `signedText(manifestText)`. */
export interface Bundle {
  /** Name of the file. */
  readonly name: string;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly manifest: Manifest;
  readonly manifestText: string;
  readonly signature: Signature | null;
  readonly schema: Schema;
  readonly articles: readonly Article[];
  /** Of each chain in order. */
  readonly entries: readonly Entry[];
}

export const bundleLimits: ZipLimits = { entries: 200_000, bytes: 1024 * 1024 * 1024, ratio: 1000 };

const isOurName = (name: string): boolean =>
  name === manifestName || name === signatureName || name === schemaName || /^docs\/[0-9a-f]{64}\.json$/.test(name)
  || /^log\/[a-z0-9-]{1,64}\/[a-z0-9-]{1,40}\/\d{12}-\d{12}-[0-9a-f]{16}\.jsonl$/.test(name);

/** Does a file look like a Bundle, sound or not? Its first entry is the manifest, which no other archive of ours begins with. */
export function looksLikeBundle(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(30, 30 + manifestName.length));
  return isZip(bytes) && start === manifestName;
}

/** A file that somebody gave: a Bundle, or an envelope with one in it that only some devices can read. */
export type HandedFile = Bundle | EnvelopeFile;
export const isEnvelope = (file: HandedFile): file is EnvelopeFile => 'sealed' in file;

/** Is what was in an envelope a Bundle of the same person and device, for the same project, signed by the same key? Else somebody has put another's work in theirs. */
export const fitsEnvelope = (inside: HandedFile, { project, person, device, holds }: EnvelopeManifest, key: string | null): boolean =>
  !isEnvelope(inside) && inside.hash === holds && inside.manifest.project.id === project.id && inside.manifest.person.id === person.id && inside.manifest.device === device
  && (inside.signature?.key ?? null) === key;

/**
 * Reads a file that somebody gave, wholly or not at all. Problems, each one final: `bundle-not-ours`, `bundle-truncated`, `bundle-altered`, `bundle-newer`,
 * `bundle-name-unsafe`, `bundle-too-large`, `bundle-file-wrong`, `bundle-chain-broken`.
 */
export function readHanded(file: NamedBytes, limits: ZipLimits = bundleLimits): Result<HandedFile> {
  const read = readWhole(file, limits);
  return read.ok ? read : fail(...at({ file: file.name }, read.problems));
}

/** As `readHanded`, for those who have opened what came in an envelope: of one that is closed `envelope-closed`. */
export function readBundle(file: NamedBytes, limits: ZipLimits = bundleLimits): Result<Bundle> {
  const read = readHanded(file, limits);
  if (!read.ok) return read;
  return isEnvelope(read.value) ? fail(problem('envelope-closed', { file: file.name })) : ok(read.value);
}

function readWhole({ name, bytes }: NamedBytes, limits: ZipLimits): Result<HandedFile> {
  if (!looksLikeBundle(bytes)) return fail(problem('bundle-not-ours'));
  if (!isWhole(bytes)) return fail(problem(hasLostItsEnd(bytes) ? 'bundle-truncated' : 'bundle-altered'));
  const unpacked = unzipped({ name, bytes }, limits);
  const tooLarge = unpacked.problems.find(({ code }) => code === 'zip-too-large');
  if (tooLarge) return fail(problem('bundle-too-large', {}, tooLarge.values));
  const unsafe = [...unpacked.problems.map(({ values }) => String(values['name'] ?? '')), ...unpacked.files.map((one) => one.name)];
  if (unpacked.problems.some(({ code }) => code === 'zip-broken')) return fail(problem('bundle-altered'));
  const files = new Map(unpacked.files.map((one) => [one.name, one.bytes]));
  const head = readHead(files.get(manifestName));
  if (!head) return fail(problem('bundle-not-ours'));
  // A later version may have other files, too: that it is later is what counts.
  if (!head.ok) return head;
  const isEnclosed = isJsonObject(head.value.value) && head.value.value['purpose'] === envelopePurpose;
  const stranger = unsafe.find((one) => (isEnclosed ? !envelopeNames.has(one) : !isOurName(one)));
  if (stranger !== undefined) return fail(problem('bundle-name-unsafe', {}, { name: stranger.slice(0, 120) }));
  const hash = hashOf(bytes);
  if (isEnclosed) {
    const manifest = shapedAs<EnvelopeManifest>(envelopeShape, head.value);
    return manifest.ok ? envelopeIn(name, hash, manifest.value, files) : manifest;
  }
  const manifest = shapedAs<Manifest>(manifestShape, head.value);
  return manifest.ok ? withContents(name, hash, manifest.value, files) : manifest;
}

const envelopeNames: ReadonlySet<string> = new Set([manifestName, signatureName, sealedName]);

export interface ReadManifest<Shape = Manifest> {
  readonly manifest: Shape;
  readonly text: string;
}

type Sound = NonNullable<ReturnType<typeof soundJson>>;

/** The latest version that is read here. */
const knownVersion = envelopeVersion;

/** `null` when it could not be of ours. */
function readHead(bytes: Uint8Array | undefined): Result<Sound> | null {
  const sound = bytes && soundJson(bytes);
  const head = manifestHead.safeParse(sound?.value);
  if (!sound || !head.success) return null;
  return head.data.reader > knownVersion ? fail(problem('bundle-newer', {}, { version: head.data.version, known: knownVersion })) : ok(sound);
}

function shapedAs<Shape>(shape: { safeParse(value: unknown): { readonly success: boolean; readonly data?: Shape } }, { value, text }: Sound): Result<ReadManifest<Shape>> {
  const { data } = shape.safeParse(value);
  return data !== undefined && canonicalJson(data) === text ? ok({ manifest: data, text }) : fail(wrongFile(manifestName));
}

/** `null` when there is none that could be ours. */
export function readManifest(bytes: Uint8Array | undefined): Result<ReadManifest> | null {
  const head = readHead(bytes);
  return head?.ok ? shapedAs<Manifest>(manifestShape, head.value) : head;
}

const wrongFile = (name: string): Problem => problem('bundle-file-wrong', { record: name }, { name });

function envelopeIn(name: string, hash: string, { manifest, text }: ReadManifest<EnvelopeManifest>, files: ReadonlyMap<string, Uint8Array>): Result<EnvelopeFile> {
  const sealed = files.get(sealedName);
  const signature = signatureIn(files);
  if (!sealed || !isListed(manifest.files[0], sealed)) return fail(wrongFile(sealedName));
  return signature.ok ? ok({ name, hash, manifest, manifestText: text, signature: signature.value, sealed }) : signature;
}

function signatureIn(files: ReadonlyMap<string, Uint8Array>): Result<Signature | null> {
  const bytes = files.get(signatureName);
  const signature = bytes && signatureShape.safeParse(soundJson(bytes)?.value);
  return !signature ? ok(null) : signature.success ? ok(signature.data) : fail(wrongFile(signatureName));
}

function withContents(name: string, hash: string, { manifest, text }: ReadManifest, files: ReadonlyMap<string, Uint8Array>): Result<Bundle> {
  const wrong = manifest.files.find((one) => !isListed(one, files.get(one.name)));
  if (wrong) return fail(wrongFile(wrong.name));
  const listed = new Set([manifestName, signatureName, ...manifest.files.map((one) => one.name)]);
  const unlisted = [...files.keys()].find((one) => !listed.has(one));
  if (unlisted !== undefined) return fail(wrongFile(unlisted));
  const signature = signatureIn(files);
  if (!signature.ok) return signature;
  const schemaBytes = files.get(schemaName);
  const schema = schemaBytes ? validateSchema(soundJson(schemaBytes)?.value) : fail(wrongFile(schemaName));
  if (!schema.ok || !schemaBytes || hashOf(schemaBytes) !== manifest.schema.sha256) return fail(wrongFile(schemaName));
  if (schema.value.id !== manifest.schema.id || schema.value.version !== manifest.schema.version) return fail(wrongFile(schemaName));
  const articles = readArticles(manifest, files);
  if (!articles.ok) return articles;
  const entries = readPieces(manifest, files);
  if (!entries.ok) return entries;
  return ok({
    name, hash, manifest, manifestText: text, signature: signature.value, schema: schema.value, articles: articles.value, entries: entries.value,
  });
}

/** Are these the bytes of the file that the manifest speaks of? */
export const isListed = ({ size, sha256 }: Manifest['files'][number], bytes: Uint8Array | undefined): boolean =>
  bytes !== undefined && bytes.length === size && hashOf(bytes) === sha256;

function readArticles({ documents }: Manifest, files: ReadonlyMap<string, Uint8Array>): Result<readonly Article[]> {
  const articles: Article[] = [];
  for (const { id, text, file } of documents) {
    if (file === null) continue;
    const name = `docs/${file}.json`;
    const bytes = files.get(name);
    const read = articleShape.safeParse(bytes && soundJson(bytes)?.value);
    if (!read.success || read.data.id !== id || read.data.fingerprint !== text || errorsOf(checkArticle(read.data)).length > 0) return fail(wrongFile(name));
    articles.push(read.data);
  }
  return new Set(documents.map(({ id }) => id)).size === documents.length ? ok(articles) : fail(wrongFile(manifestName));
}

function readPieces({ ranges }: Manifest, files: ReadonlyMap<string, Uint8Array>): Result<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const range of ranges) {
    const piece = readPiece(range, files.get(pieceName(range)));
    if (!piece.ok) return piece;
    entries.push(...piece.value);
  }
  return ok(entries);
}

function readPiece(range: EntryRange, bytes: Uint8Array | undefined): Result<readonly Entry[]> {
  const name = pieceName(range);
  const text = bytes && decodeUtf8(bytes);
  if (!text?.ok || !text.text.endsWith('\n')) return fail(wrongFile(name));
  const entries: Entry[] = [];
  for (const line of text.text.slice(0, -1).split('\n')) {
    const value = soundValue(line);
    if (!isJsonObject(value) || !entryShape.safeParse(value).success) return fail(problem('bundle-file-wrong', { record: name, line: entries.length + 1 }, { name }));
    entries.push(value as unknown as Entry);
  }
  const [first, last] = [entries[0], entries.at(-1)];
  const isAsSaid = first?.device === range.device && first.channel === range.channel && first.sequence === range.from && last?.sequence === range.to;
  if (!isAsSaid || brokenAt(entries) !== null || !last || entryHash(last) !== range.head)
    return fail(problem('bundle-chain-broken', { record: name }, { from: range.from, to: range.to }));
  return ok(entries);
}

