import { createHash } from 'node:crypto';
import { canonicalJson } from '../shared/canonical-json.ts';
import { type Entry } from '../shared/exchange/log.ts';

/** SHA-256, 64 hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `entryHash` by the machine's own SHA-256: ten times as fast, which an import of thousands of articles feels. */
export const nativeEntryHash = (entry: Entry): string => createHash('sha256').update(canonicalJson(entry), 'utf8').digest('hex');
