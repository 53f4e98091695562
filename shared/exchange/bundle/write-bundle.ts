import { canonicalJson } from '../../canonical-json.ts';
import { type NamedBytes } from '../../codecs/codec.ts';
import { joined } from '../../codecs/encode.ts';
import { type Article } from '../../model/article.ts';
import { type DeviceId } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';
import { type Signature } from '../../model/signature.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type Entry, entryHash } from '../log.ts';
import { bundleFormat, bundleVersion, type EntryRange, type Manifest, manifestName, schemaName, signatureName } from './manifest.ts';
import { hashOf, wholeFile } from './whole-file.ts';

/** What a Bundle is made of. */
export interface BundleParts {
  readonly about: Pick<Manifest, 'project' | 'purpose' | 'person' | 'device' | 'to' | 'app' | 'made' | 'guideline' | 'heads'>;
  readonly schema: Schema;
  /** Each chain in order and without a gap. */
  readonly entries: readonly Entry[];
  /** Articles that go along. */
  readonly articles: readonly Article[];
  /** Articles that the Entries speak of and that the other laptop has. */
  readonly mentioned: readonly Pick<Article, 'id' | 'fingerprint'>[];
}

export interface UnsignedBundle {
  /** Canonical JSON: what is to be signed, as `signedText`. */
  readonly manifest: string;
  /** The file, signed or not. Same parts, same bytes. */
  readonly file: (signature: Signature | null) => Uint8Array;
}

export function writeBundle({ about, schema, entries, articles, mentioned }: BundleParts): UnsignedBundle {
  const schemaFile = { name: schemaName, bytes: encodeUtf8(canonicalJson(schema)) };
  const documents = articles.map((article) => ({ article, file: documentFile(article) }));
  const pieces = chains(entries).map(pieceOf);
  const files = [schemaFile, ...documents.map(({ file }) => file), ...pieces.map(({ file }) => file)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const manifest: Manifest = {
    format: bundleFormat,
    version: bundleVersion,
    reader: bundleVersion,
    ...about,
    schema: { id: schema.id, version: schema.version, sha256: hashOf(schemaFile.bytes) },
    ranges: pieces.map(({ range }) => range),
    documents: [
      ...documents.map(({ article, file }) => ({ id: article.id, text: article.fingerprint, file: hashOf(file.bytes) })),
      ...mentioned.map(({ id, fingerprint }) => ({ id, text: fingerprint, file: null })),
    ],
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: hashOf(bytes) })),
  };
  const text = canonicalJson(manifest);
  const first = { name: manifestName, bytes: encodeUtf8(text) };
  return {
    manifest: text,
    file: (signature) => wholeFile([first, ...(signature ? [{ name: signatureName, bytes: encodeUtf8(canonicalJson(signature)) }] : []), ...files]),
  };
}

function documentFile(article: Article): NamedBytes {
  const bytes = encodeUtf8(canonicalJson(article));
  return { name: `docs/${hashOf(bytes)}.json`, bytes };
}

function chains(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const byChain = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.device} ${entry.channel}`;
    byChain.set(key, [...(byChain.get(key) ?? []), entry]);
  }
  return [...byChain.values()];
}

function pieceOf(entries: readonly Entry[]): { readonly range: EntryRange; readonly file: NamedBytes } {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) throw new Error('a piece of a Log without an Entry');
  const head = entryHash(last);
  const range = { device: first.device, channel: first.channel, from: first.sequence, to: last.sequence, head };
  const bytes = joined(entries.map((entry) => encodeUtf8(`${canonicalJson(entry)}\n`)));
  return { range, file: { name: pieceName(range), bytes } };
}

const digits = (sequence: number): string => String(sequence).padStart(12, '0');

/** A device whose id is no name for a folder goes by a hash of it. */
export const deviceFolder = (device: DeviceId): string => (/^[a-z0-9][a-z0-9-]{0,63}$/.test(device) ? device : hashOf(encodeUtf8(device)).slice(0, 32));

/** `log/<device>/<channel>/<from>-<to>-<hash>.jsonl` */
export const pieceName = ({ device, channel, from, to, head }: EntryRange): string =>
  `log/${deviceFolder(device)}/${channel}/${digits(from)}-${digits(to)}-${head.slice(0, 16)}.jsonl`;
