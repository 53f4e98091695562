import { type OutputFile } from '../../../shared/bridge.ts';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';

/** Everything that some file system refuses in a name, and white space at its ends. */
const unfit = /[\p{C}<>:"/\\|?*]+/gu;

/** A file name without extension, made of a project's name. */
export const stemOf = (projectName: string): string =>
  projectName.replace(unfit, ' ').trim().replace(/\.+$/, '').slice(0, 80).trim() || 'naql';

/**
 * Encoded files as the bridge writes them: what follows the stem in each name.
 * @throws if a file does not begin with the stem: the Codec's promise.
 */
export const outputFiles = (files: readonly NamedBytes[], stem: string): readonly OutputFile[] =>
  files.map(({ name, bytes }) => {
    if (!name.startsWith(stem)) throw new Error(`the codec named a file "${name}" where the stem is "${stem}"`);
    return { suffix: name.slice(stem.length), bytes };
  });
