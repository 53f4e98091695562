import { type Entry, entryBytes } from '../../shared/exchange/log.ts';

/** `entryHash` by the browser, in a thread of its own: the page goes on meanwhile. Not to be awaited inside a transaction, which would end. */
export async function nativeEntryHash(entry: Entry): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', entryBytes(entry) as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
