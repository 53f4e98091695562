import { type EnvelopeManifest } from '../bundle/envelope.ts';
import { type EntryRange } from '../bundle/manifest.ts';
import { deviceFolder, pieceName } from '../bundle/write-bundle.ts';

/** What a file of a shared folder is, by its name from the folder on: names alone tell, since nothing is ever altered. */
export type SharedName =
  | { readonly kind: 'card' }
  | RosterName
  | { readonly kind: 'article' | 'schema'; readonly hash: string }
  | EnvelopeName
  | PieceName;

export interface RosterName {
  readonly kind: 'roster';
  /** `rosterHash` of the version. */
  readonly hash: string;
}

export interface EnvelopeName {
  readonly kind: 'envelope';
  /** As `deviceFolder`. */
  readonly device: string;
  /** SHA-256 of the Bundle inside. */
  readonly holds: string;
  /** Bytes of the whole file. */
  readonly size: number;
}

export interface PieceName {
  readonly kind: 'piece';
  /** As `deviceFolder`. */
  readonly device: string;
  readonly channel: string;
  readonly to: number;
  /** The first 16 digits of the `entryHash` of the last Entry. */
  readonly head: string;
  /** Bytes of the whole file. */
  readonly size: number;
}

export const cardName = 'project.json';
/** `hash`: SHA-256 of the file. */
export const articleName = (hash: string): string => `docs/${hash.slice(0, 2)}/${hash}.json`;
export const schemaName = (hash: string): string => `schema/${hash}.json`;
/** @param file as `rosterFileName` */
export const rosterName = (file: string): string => `roster/${file}`;
/** As in a Bundle, with the length: who sees the names alone knows which files have not arrived whole. */
export const sharedPieceName = (range: EntryRange, size: number): string => pieceName(range).replace(/\.jsonl$/, `-${size}.jsonl`);

export const envelopeName = ({ device, holds }: Pick<EnvelopeManifest, 'device' | 'holds'>, size: number): string => `sealed/${deviceFolder(device)}/${holds}-${size}.naql`;

/** Names that no file can have on Windows, whatever follows them. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const longestPart = 90;

interface Form {
  /** Without its extension. */
  readonly stem: RegExp;
  readonly extension: '.json' | '.jsonl' | '.naql';
  readonly made: (parts: readonly string[]) => SharedName | null;
}

const forms: readonly Form[] = [
  { stem: /^project/, extension: '.json', made: () => ({ kind: 'card' }) },
  { stem: /^roster\/\d{6}-([0-9a-f]{64})/, extension: '.json', made: ([hash = '']) => ({ kind: 'roster', hash }) },
  { stem: /^docs\/([0-9a-f]{2})\/([0-9a-f]{64})/, extension: '.json', made: ([folder, hash = '']) => (hash.startsWith(folder ?? '-') ? { kind: 'article', hash } : null) },
  { stem: /^schema\/([0-9a-f]{64})/, extension: '.json', made: ([hash = '']) => ({ kind: 'schema', hash }) },
  {
    stem: /^sealed\/([a-z0-9][a-z0-9-]{0,63})\/([0-9a-f]{64})-(\d{1,12})/,
    extension: '.naql',
    made: ([device = '', holds = '', size]) => ({ kind: 'envelope', device, holds, size: Number(size) }),
  },
  {
    stem: /^log\/([a-z0-9][a-z0-9-]{0,63})\/([a-z0-9-]{1,40})\/\d{12}-(\d{12})-([0-9a-f]{16})-(\d{1,12})/,
    extension: '.jsonl',
    made: ([device = '', channel = '', to, head = '', size]) => ({ kind: 'piece', device, channel, to: Number(to), head, size: Number(size) }),
  },
];

/** `null` for every name that this version does not write. Nothing in one that it does can lead out of the folder. */
export function sharedName(name: string): SharedName | null {
  if (name.split('/').some((part) => part.length > longestPart || reserved.test(part))) return null;
  for (const { stem, extension, made } of forms) {
    const found = stem.exec(name);
    if (found && `${found[0]}${extension}` === name) return made(found.slice(1));
  }
  return null;
}

/** May what lies in this folder be ours? The shared folder itself is `''`. */
export const isSharedFolder = (folder: string): boolean =>
  /^(?:|roster|schema|sealed|sealed\/[a-z0-9][a-z0-9-]{0,63}|docs|docs\/[0-9a-f]{2}|log|log\/[a-z0-9][a-z0-9-]{0,63}|log\/[a-z0-9][a-z0-9-]{0,63}\/[a-z0-9-]{1,40})$/.test(folder)
  && !folder.split('/').some((part) => reserved.test(part));

/**
 * The name that a file had before a program that keeps folders alike put something into it, as it does where it met two of one name
 * (“… (conflicted copy).json”, “….sync-conflict-….json”, another case); `null` for other names.
 */
export function copiedName(name: string): string | null {
  const lower = name.toLowerCase();
  for (const { stem, extension } of forms) {
    const found = stem.exec(lower);
    const before = found && `${found[0]}${extension}`;
    if (before && before !== name && lower.endsWith(extension) && sharedName(before)) return before;
  }
  return null;
}

/** What file systems and programs keep for themselves: no word is lost over it. Files that are being written here begin so, too. */
export const isLitter = (name: string): boolean => /(?:^|\/)(?:[.~$]|desktop\.ini$|thumbs\.db$|icon\r?$|lost\+found$|system volume information$)/i.test(name);
