import { createHash } from 'node:crypto';

/** By the engine, as 64 hexadecimal digits; of a string its UTF-8. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
