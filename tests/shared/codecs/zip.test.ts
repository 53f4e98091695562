import { deflateRawSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type NamedBytes, type Writer } from '../../../shared/codecs/codec.ts';
import { joined } from '../../../shared/codecs/encode.ts';
import { expanded, isZip, unzipped, zipped } from '../../../shared/codecs/zip.ts';
import { crc32, zipEntries } from '../../../shared/codecs/zip-entries.ts';
import { emptyDataset } from '../../../shared/model/dataset.ts';
import { seedSchema } from '../../arbitraries/schema.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const slice = emptyDataset(seedSchema);
const files: readonly NamedBytes[] = [{ name: 'خبر/d1.txt', bytes: bytes('🔴 وزیر') }, { name: 'd1.ann', bytes: bytes('T1') }];

/** What Node's own packer writes at the end of a gzip file. */
const zlibCrc = (text: string): number => gzipSync(text).readUInt32LE(gzipSync(text).length - 8);
const once = (list: readonly NamedBytes[]): Writer => ({ add: () => list, end: () => [] });
function archive(list: readonly NamedBytes[]): Uint8Array {
  const writer = zipped(once(list), 'a.zip');
  return joined([...writer.add(slice), ...writer.end()].map((part) => part.bytes));
}
const named = (content: Uint8Array): NamedBytes => ({ name: 'a.zip', bytes: content });
const codes = (content: Uint8Array, limits?: Parameters<typeof unzipped>[1]) => unzipped(named(content), limits).problems.map(({ code }) => code);

describe('an archive', () => {
  it('gives back what was put into it, names in Persian too', () => {
    const found = unzipped(named(archive(files))).files.map((file) => [file.name, [...file.bytes]]);
    expect(found).toEqual(files.map((file) => [file.name, [...file.bytes]]));
  });

  it('is the same bytes every time', () => expect(archive(files)).toEqual(archive(files)));

  it('holds each name once: a second one is a bug', () => {
    expect(() => archive([...files, ...files])).toThrow('"خبر/d1.txt" comes twice into a.zip');
  });

  it('that another program filled twice under one name gives the first of them, and says so', () => {
    const entries = zipEntries();
    const packed = (text: string): Uint8Array => deflateRawSync(bytes(text));
    const parts = ['یک', 'دو'].flatMap((text) => [
      entries.header({ name: 'a.txt', packed: packed(text), size: bytes(text).length, crc: crc32(bytes(text)) }), packed(text),
    ]);
    const twice = unzipped(named(joined([...parts, ...entries.directory()])));
    expect(twice.files.map((file) => [file.name, new TextDecoder().decode(file.bytes)])).toEqual([['a.txt', 'یک']]);
    expect(twice.problems).toEqual([expect.objectContaining({ code: 'zip-name-twice', place: { file: 'a.zip' }, values: { name: 'a.txt' } })]);
  });

  it('is known by its first bytes, an empty one too', () => {
    expect(isZip(archive(files))).toBe(true);
    expect(isZip(archive([]))).toBe(true);
    expect(isZip(bytes('PKK'))).toBe(false);
  });

  it('holds more files than a plain archive can count, and names and sums stay right', () => {
    const entries = zipEntries();
    const packed = deflateRawSync(bytes('x'));
    const parts = Array.from({ length: 70_000 }, (_, place) => {
      return [entries.header({ name: `d${place}.txt`, packed, size: 1, crc: crc32(bytes('x')) }), packed];
    });
    const found = unzipped(named(joined([...parts.flat(), ...entries.directory()]))).files;
    expect(found.length).toBe(parts.length);
    expect([0, 65_535, 69_999].map((place) => found[place])).toEqual([0, 65_535, 69_999].map((place) => ({ name: `d${place}.txt`, bytes: bytes('x') })));
  });

  it('says of a file beyond 4 GB where it stands in 64 bits', () => {
    const beyond = 2 ** 32 + 5;
    const entries = zipEntries(beyond);
    const header = entries.header({ name: 'a', packed: deflateRawSync(bytes('x')), size: 1, crc: crc32(bytes('x')) });
    const whole = joined(entries.directory());
    const view = new DataView(whole.buffer);
    const extra = 46 + 1;
    expect([view.getUint32(42, true), view.getUint16(extra, true), view.getBigUint64(extra + 4, true)]).toEqual([0xffffffff, 1, BigInt(beyond)]);
    const end = extra + 12;
    expect([view.getUint32(end, true), view.getBigUint64(end + 48, true)]).toEqual([0x06064b50, BigInt(beyond + header.length + 3)]);
    expect([view.getUint32(end + 56, true), view.getBigUint64(end + 64, true)]).toEqual([0x07064b50, BigInt(beyond + header.length + 3 + end)]);
  });

  it.each([['', 0], ['123456789', 0xcbf43926], ['خبر', zlibCrc('خبر')]])('sums as every reader does: %s', (text, sum) => expect(crc32(bytes(text))).toBe(sum));

  it('stands for what is in it among other files', () => {
    const other = { name: 'x.txt', bytes: bytes('x') };
    expect(expanded([other, named(archive(files))]).files.map(({ name }) => name)).toEqual(['x.txt', 'خبر/d1.txt', 'd1.ann']);
  });
});

describe('an archive from elsewhere', () => {
  const one = (name: string): Uint8Array => zipSync({ [name]: bytes('x') });

  it.each(['../a.txt', 'a/../../b.txt', '/etc/a', String.raw`C:\a.txt`, String.raw`..\a.txt`])('a name that leads outside is left out: %s', (name) => {
    expect(codes(one(name))).toEqual(['zip-name-unsafe']);
    expect(unzipped(named(one(name))).files).toEqual([]);
  });

  it.each(['__MACOSX/._a.txt', 'b/.DS_Store', 'Thumbs.db'])('litter is left out in silence: %s', (name) => {
    expect(unzipped(named(one(name)))).toEqual({ files: [], problems: [] });
  });

  it('that is cut off or altered is broken, not a throw', () => {
    const whole = archive(files);
    for (let length = 4; length < whole.length; length += 7) expect(codes(whole.subarray(0, length))).toEqual(['zip-broken']);
  });

  it('that would unpack to more than fits is refused before it is unpacked', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(8 * 1024 * 1024) }, { level: 9 });
    expect(deflateRawSync(new Uint8Array(8 * 1024 * 1024)).length).toBeLessThan(10_000);
    expect(codes(bomb, { entries: 10, bytes: 1024 * 1024, ratio: 1e9 })).toEqual(['zip-too-large']);
    expect(codes(bomb, { entries: 10, bytes: 1e9, ratio: 100 })).toEqual(['zip-too-large']);
    expect(codes(archive(files), { entries: 1, bytes: 1e9, ratio: 1e9 })).toEqual(['zip-too-large']);
  });

  it('that claims sizes which its own length belies is refused before it is unpacked', () => {
    const forged = archive(files).slice();
    const view = new DataView(forged.buffer, forged.byteOffset, forged.byteLength);
    const entry = forged.findIndex((_, at) => at + 4 <= forged.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 20, 200_000_000, true);
    view.setUint32(entry + 24, 100_000_000, true);
    expect(codes(forged)).toEqual(['zip-too-large']);
  });
});
