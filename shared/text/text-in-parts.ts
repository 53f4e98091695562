import { type DecodedText, decodeText, type TextEncoding } from './encoding.ts';

/** The text of bytes that come in parts, wherever they are parted. */
export interface TextInParts {
  /** The characters that end in this part, or the index of the first byte that belongs to none, counted from the first part on. After that nothing may be added. */
  add(bytes: Uint8Array, isLast: boolean): DecodedText;
}

export function textInParts(encoding: TextEncoding): TextInParts {
  let before = 0;
  let rest: Uint8Array = new Uint8Array();
  return {
    add(bytes, isLast) {
      const joined = new Uint8Array(rest.length + bytes.length);
      joined.set(rest);
      joined.set(bytes, rest.length);
      const end = isLast ? joined.length : wholeCharacters(joined, encoding);
      const decoded = decodeText(joined.subarray(0, end), encoding);
      if (!decoded.ok) return { ok: false, byte: before + decoded.byte };
      before += end;
      rest = joined.slice(end);
      return decoded;
    },
  };
}

/** Where the last character begins that these bytes end within; their number where they end with one. */
export function wholeCharacters(bytes: Uint8Array, encoding: TextEncoding): number {
  const { length } = bytes;
  switch (encoding) {
    case 'utf-8':
      return length - unfinishedUtf8(bytes);
    case 'utf-16le':
    case 'utf-16be': {
      const even = length - (length % 2);
      const last = bytes[even - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
      // The first half of a pair.
      return even > 0 && (last & 0xfc) === 0xd8 ? even - 2 : even;
    }
    case 'windows-1256':
    case 'iso-8859-6':
      return length;
  }
}

/** Bytes at the end that begin a character and do not end it (RFC 3629 section 3): by its first byte it is known how many there are. */
function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return wanted > back ? back : 0;
  }
  return 0;
}
