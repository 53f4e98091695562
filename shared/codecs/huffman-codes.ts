/**
 * Lengths of a code that is short for what comes often (Huffman 1952), in bits and none above `longest`; 0 for what never comes. What comes alone
 * gets one bit. Of equal counts the higher symbol is the rarer one, so the same counts give the same code.
 */
export function codeLengths(counts: Uint32Array, longest: number): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const symbols = rarestFirst(counts);
  if (symbols.length <= 1) {
    for (const symbol of symbols) lengths[symbol] = 1;
    return lengths;
  }
  const weights = symbols.map((symbol) => counts[symbol] as number);
  const free = depthsOf(weights);
  const depths = (free[0] as number) > longest ? limitedDepths(weights, longest) : free;
  for (const [place, symbol] of symbols.entries()) lengths[symbol] = depths[place] as number;
  return lengths;
}

/** Symbols that come at all; of equally rare ones the higher is the first. Count and symbol are one number: such are sorted without asking. */
function rarestFirst(counts: Uint32Array): readonly number[] {
  const keys = new Float64Array(counts.length);
  let used = 0;
  for (let symbol = 0; symbol < counts.length; symbol++)
    if ((counts[symbol] as number) > 0) keys[used++] = (counts[symbol] as number) * counts.length - symbol;
  return Array.from(keys.subarray(0, used).sort(), (key) => (counts.length - (key % counts.length)) % counts.length);
}

/** How deep leaves of these weights, which rise, stand in the tree; the lightest are the deepest. */
function depthsOf(weights: readonly number[]): readonly number[] {
  const leaves = weights.length;
  const all = [...weights];
  const parents = new Int32Array(2 * leaves - 1);
  let [leaf, inner] = [0, leaves];
  const lightest = (): number => (leaf < leaves && (inner >= all.length || (all[leaf] as number) <= (all[inner] as number)) ? leaf++ : inner++);
  while (all.length < 2 * leaves - 1) {
    const [one, two] = [lightest(), lightest()];
    parents[one] = all.length;
    parents[two] = all.length;
    all.push((all[one] as number) + (all[two] as number));
  }
  const depths = new Int32Array(all.length);
  for (let node = all.length - 2; node >= 0; node--) depths[node] = (depths[parents[node] as number] as number) + 1;
  return Array.from(depths.subarray(0, leaves)).sort((a, b) => b - a);
}

/**
 * The same where none may be deeper than `longest`: by packages of two (Larmore and Hirschberg 1990). On every level the lightest leaves and the packages
 * of the level before stand in one row; of a leaf, in how many rows it was taken says how deep it stands.
 */
function limitedDepths(weights: readonly number[], longest: number): readonly number[] {
  const rows: (readonly boolean[])[] = [];
  let packages: readonly number[] = [];
  for (let level = 0; level < longest; level++) {
    const row: { readonly weight: number; readonly isLeaf: boolean }[] = [
      ...weights.map((weight) => ({ weight, isLeaf: true })), ...packages.map((weight) => ({ weight, isLeaf: false })),
    ].sort((a, b) => a.weight - b.weight || Number(b.isLeaf) - Number(a.isLeaf));
    rows.push(row.map(({ isLeaf }) => isLeaf));
    packages = Array.from({ length: row.length >> 1 }, (_, pair) => (row[2 * pair]?.weight as number) + (row[2 * pair + 1]?.weight as number));
  }
  const depths = weights.map(() => 0);
  let taken = 2 * weights.length - 2;
  for (const row of rows.reverse()) {
    const leaves = row.slice(0, taken).filter(Boolean).length;
    for (let leaf = 0; leaf < leaves; leaf++) depths[leaf] = (depths[leaf] as number) + 1;
    taken = 2 * (taken - leaves);
  }
  return depths;
}

/** The codes of these lengths (RFC 1951, section 3.2.2), turned round: their first bit is the lowest. */
export function codesOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17);
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] as number) + 1;
  for (let length = 1, code = 0; length <= 16; length++) {
    code = (code + (next[length] as number)) << 1;
    next[length] = code;
  }
  const codes = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const code = next[length] as number;
    next[length] = code + 1;
    codes[symbol] = turned(code, length);
  }
  return codes;
}

function turned(code: number, length: number): number {
  let round = 0;
  for (let bit = 0; bit < length; bit++) round |= ((code >> bit) & 1) << (length - 1 - bit);
  return round;
}
