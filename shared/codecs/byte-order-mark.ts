/** That of UTF-8. */
export const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

export const hasByteOrderMark = (bytes: Uint8Array): boolean => byteOrderMark.every((byte, index) => bytes[index] === byte);

/** Where the first byte stands that is neither blank nor of a mark; -1 where there is none. */
export const contentStart = (bytes: Uint8Array): number => bytes.findIndex((byte) => byte > 0x20 && !byteOrderMark.includes(byte));
