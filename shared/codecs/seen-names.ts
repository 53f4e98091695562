/** Which names have come: 8 to 32 bytes for each, whatever its length. */
export interface SeenNames {
  /** Was it there before? */
  readonly add: (name: string) => boolean;
}

const firstSlots = 1024;

/**
 * Names by 63 bits of a hash, in a table that is at most half full (linear probing). Two of a million different names are taken for one in one of ten
 * million archives.
 */
export function seenNames(): SeenNames {
  let slots = new Uint32Array(2 * firstSlots);
  let count = 0;
  const put = (high: number, low: number): boolean => {
    const last = slots.length / 2 - 1;
    for (let slot = high & last; ; slot = (slot + 1) & last) {
      if (slots[2 * slot + 1] === 0) {
        slots[2 * slot] = high;
        slots[2 * slot + 1] = low;
        return false;
      }
      if (slots[2 * slot] === high && slots[2 * slot + 1] === low) return true;
    }
  };
  const grow = (): void => {
    const before = slots;
    slots = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) if (before[at + 1] !== 0) put(before[at] as number, before[at + 1] as number);
  };
  return {
    add(name) {
      if (4 * (count + 1) > slots.length) grow();
      // A low half of 0 says that nothing is there.
      const isThere = put(hashOf(name, 0x811c9dc5), (hashOf(name, 0x9e3779b9) | 1) >>> 0);
      if (!isThere) count++;
      return isThere;
    },
  };
}

/** FNV-1a over code units, and every bit of it altering every other at the end. */
function hashOf(name: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
