import { z } from './shape.ts';

/** By whom something was signed, and how. */
export interface Signature {
  /** Ed25519 public key, 64 hexadecimal digits. */
  readonly key: string;
  /** 128 hexadecimal digits. What is signed begins with the name of its format, so that nothing passes for something else. */
  readonly signature: string;
}

export const signatureShape = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/), signature: z.string().regex(/^[0-9a-f]{128}$/),
}) satisfies z.ZodType<Signature>;
