import { utf8ToBytes } from '@noble/hashes/utils.js';
import { type NamedBytes } from './codec.ts';

/** A JSON array that is written item by item, one a line, and never stands in memory as a whole. */
export interface GrowingArray {
  readonly add: (items: readonly object[]) => readonly NamedBytes[];
  readonly end: () => NamedBytes;
}

export function growingArray(name: string): GrowingArray {
  let count = 0;
  const opening = (): string => (count++ === 0 ? '[\n' : ',\n');
  return {
    add: (items) => items.map((item) => ({ name, bytes: utf8ToBytes(`${opening()}${JSON.stringify(item)}`) })),
    end: () => ({ name, bytes: utf8ToBytes(count === 0 ? '[]\n' : '\n]\n') }),
  };
}
