import { canonicalJson } from '../../shared/canonical-json.ts';
import { type Entry } from '../../shared/exchange/log.ts';

/** `entryHash` by the browser, in a thread of its own: the page goes on meanwhile. Not to be awaited inside a transaction, which would end. */
export async function nativeEntryHash(entry: Entry): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(entry)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
