import { surroundings } from '../codecs/surroundings.ts';
import { type WrittenFile } from './export-run.ts';

export const manifestFile = surroundings.manifest;

/**
 * What `sha256sum -c` reads: hash, two blanks, path, for every file but this one.
 * @throws when a path has a line end or `\`, which the program would read in another way.
 */
export const manifestText = (files: readonly WrittenFile[]): string =>
  files
    .map(({ name, sha256 }) => {
      if (/[\n\r\\]/.test(name)) throw new Error(`no line of a manifest can hold the path ${JSON.stringify(name)}`);
      return `${sha256}  ${name}\n`;
    })
    .join('');
