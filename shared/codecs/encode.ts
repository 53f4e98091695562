import { type Dataset } from '../model/dataset.ts';
import { type Codec, type NamedBytes } from './codec.ts';
import { slices } from './slices.ts';

/**
 * A Dataset that `fit` has made fit as whole files, the main one first: for what is small enough for memory.
 * @throws when the Codec does not write.
 */
export function encode({ id, extensions, write }: Codec, dataset: Dataset, stem: string): readonly NamedBytes[] {
  if (!write) throw new Error(`the codec "${id}" does not write`);
  const files = new Map<string, { readonly parts: Uint8Array[]; rows: number }>();
  const append = (parts: readonly NamedBytes[]): void => {
    for (const { name, bytes, rows = 0 } of parts) {
      const file = files.get(name) ?? { parts: [], rows: 0 };
      file.parts.push(bytes);
      file.rows += rows;
      files.set(name, file);
    }
  };
  const writer = write(dataset.schema, stem);
  for (const slice of slices(dataset)) append(writer.add(slice));
  append(writer.end());
  const main = `${stem}.${extensions[0] ?? ''}`;
  return [...files]
    .map(([name, { parts, rows }]) => ({ name, bytes: joined(parts), ...(rows > 0 && { rows }) }))
    .sort((a, b) => Number(b.name === main) - Number(a.name === main));
}

/** They are bytes before they are joined: together they may be longer than a string can be. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
