import { canonicalJson } from '../shared/canonical-json.ts';
import { type Entry } from '../shared/exchange/log.ts';
import { sha256 } from './sha256.ts';

/** `entryHash` by the machine's own SHA-256: ten times as fast, which an import of thousands of articles feels. */
export const nativeEntryHash = (entry: Entry): string => sha256(canonicalJson(entry));
