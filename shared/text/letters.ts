/** Each byte as a letter of its own, for what is found by its ASCII. As arguments and not spread: a list that is iterated takes ten times as long. */
export const lettersOf = (bytes: Uint8Array): string => String.fromCharCode.apply(null, bytes as unknown as number[]);
