/**
 * An asar archive: sixteen bytes of lengths, a JSON header, then the files one after another.
 * @param {Readonly<Record<string, string>>} files text by file name, without folders
 */
export function asarOf(files) {
  const bodies = Object.values(files).map((text) => Buffer.from(text));
  let offset = 0;
  const entries = Object.keys(files).map((name, index) => {
    const size = bodies[index]?.length ?? 0;
    const entry = [name, { size, offset: String(offset) }];
    offset += size;
    return entry;
  });
  const header = Buffer.from(JSON.stringify({ files: Object.fromEntries(entries) }));
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4);
  const padded = header.length + padding.length;
  const lengths = Buffer.alloc(16);
  [4, padded + 8, padded + 4, header.length].forEach((length, index) => lengths.writeUInt32LE(length, index * 4));
  return Buffer.concat([lengths, header, padding, ...bodies]);
}
