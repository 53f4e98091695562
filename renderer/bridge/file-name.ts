/** A file's name: what it is about, cut to what every file system holds, and what it tells of that. Without isolates, which nobody could type. */
export const fileName = (about: string, what: string): string => [about.slice(0, 60), what].join(' – ');
