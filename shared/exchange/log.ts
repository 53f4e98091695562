import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical-json.ts';
import { type Change, type DataRecord, recordKey, type RecordMap } from '../model/change.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId, type ArticleId, type DeviceId } from '../model/id.ts';
import { mend } from './mend.ts';

/** What an Entry did: a command by its name, or the undoing or redoing of the Entry with that sequence. */
export type Action =
  | { readonly kind: 'do'; readonly command: string }
  | { readonly kind: 'undo'; readonly of: number }
  | { readonly kind: 'redo'; readonly of: number };

/** One Change in the Log of one device and channel. */
export interface Entry {
  readonly device: DeviceId;
  /** The audience; each channel has a chain of its own. Labels travel in `work`. */
  readonly channel: string;
  /** 1, 2, 3 … without a gap. */
  readonly sequence: number;
  /** `entryHash` of the Entry before it in the same device and channel; `genesis` for the first. */
  readonly previous: string;
  /** Lamport time: greater than that of every Entry its device had seen. Orders Entries of several devices. */
  readonly lamport: number;
  /** ISO 8601, UTC; for people, never for order. */
  readonly wall: string;
  readonly annotator: AnnotatorId;
  /** The Article that the step belongs to for undo; `null` for the project as a whole. */
  readonly scope: ArticleId | null;
  readonly action: Action;
  readonly change: Change;
  /** Version of Naql that made it; absent in Entries of versions that did not say it. */
  readonly app?: string;
}

export const genesis = '0'.repeat(64);

/** SHA-256 of the canonical JSON of an Entry in UTF-8, 64 hexadecimal digits. Whoever has a quicker SHA-256 at hand may take that. */
export const entryHash = (entry: Entry): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(entry))));

/**
 * The place of the first Entry that does not follow its predecessor, or `null` when the chain holds. An Entry shows an alteration of the
 * one before it, so the last one is proven only by `head`, its `entryHash` as kept elsewhere: where the list does not end in it, the
 * place behind the last Entry is given.
 */
export function brokenAt(entries: readonly Entry[], head?: string): number | null {
  let hash: string | null = null;
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before ? entry.previous !== hash || !follows(before, entry) : entry.sequence === 1 && entry.previous !== genesis) return index;
    hash = entryHash(entry);
  }
  return head === undefined || head === (hash ?? genesis) ? null : entries.length;
}

const follows = (before: Entry, entry: Entry): boolean =>
  entry.device === before.device &&
  entry.channel === before.channel &&
  entry.sequence === before.sequence + 1 &&
  entry.lamport > before.lamport;

const compareEntries = (a: Entry, b: Entry): number =>
  a.lamport - b.lamport ||
  compareText(a.device, b.device) ||
  compareText(a.channel, b.channel) ||
  a.sequence - b.sequence;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The union of Logs: each Entry once, in the one order that every device agrees on. Where a copied device went on twice and two Entries
 * claim one place, the same one stands for it everywhere.
 */
export function merge(...logs: readonly (readonly Entry[])[]): readonly Entry[] {
  const byPlace = new Map<string, Entry>();
  for (const entry of logs.flat()) {
    const place = `${entry.device} ${entry.channel} ${entry.sequence}`;
    const known = byPlace.get(place);
    if (!known || (known !== entry && canonicalJson(entry) < canonicalJson(known))) byPlace.set(place, entry);
  }
  return [...byPlace.values()].sort(compareEntries);
}

/**
 * The state that Entries lead to, whatever order, split or repetition they arrive in. Where two devices wrote one
 * record the later one by Lamport time wins; what rests on a record that is gone goes with it (`mend`).
 */
export function fold(entries: readonly Entry[]): Dataset {
  const records: RecordMap = new Map();
  for (const { change } of merge(entries)) {
    for (const record of change.removed) records.delete(recordKey(record));
    for (const [, after] of change.updated) put(records, after);
    for (const record of change.added) put(records, record);
  }
  return mend(records);
}

const put = (records: RecordMap, record: DataRecord): void => void records.set(recordKey(record), record);
