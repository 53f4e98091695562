/** What programs leave in folders and nobody put there; `name` is that of a file or of a folder, without what it lies in. */
export const isLitter = (name: string): boolean => /^(?:\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name);
