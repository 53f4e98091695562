import { canonicalJson, isInOrder } from '../../shared/canonical-json.ts';
import { type Entry } from '../../shared/exchange/log.ts';

/** An Entry as it is written, and its `entryHash`. */
export interface HashedEntry {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

const encoder = new TextEncoder();

/** An Entry as it stands in the Journal: JSON in UTF-8, its fields in the order that they have. */
export const writtenBytes = (entry: Entry): Uint8Array => encoder.encode(JSON.stringify(entry));

/** `entryHash` by the browser, in a thread of its own: the page goes on meanwhile. Not to be awaited inside a transaction, which would end. */
export async function hashedNatively(entry: Entry): Promise<HashedEntry> {
  const canonical = encoder.encode(canonicalJson(entry));
  const digest = await crypto.subtle.digest('SHA-256', canonical);
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { bytes: isInOrder(entry) ? canonical : writtenBytes(entry), hash };
}
