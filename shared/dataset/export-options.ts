import { doneByMe, type Selection } from './selection.ts';
import { type Release } from './release.ts';
import { type SplitOptions } from './split-options.ts';

/**
 * `full`: as it is. `offsets`: offsets, hashes and addresses without a word of the text, which a script fetches again from those who
 * have it. `windows`: only what stands within so many code points of an Annotation; unless they are `named`, Articles bear pseudonyms
 * there, and title, address and file, which lead to the rest of the text, stay at home.
 */
export type TextMode =
  | { readonly kind: 'full' }
  | { readonly kind: 'offsets' }
  | { readonly kind: 'windows'; readonly codePoints: number; readonly named: boolean };

/**
 * Which Articles may leave: all, those whose licence is known, or those of the licences listed. The others are withheld and counted. `any` is
 * `chosen` where a person has said so, and not only said nothing: a release of texts asks for that.
 */
export type LicenceRule =
  | { readonly kind: 'any'; readonly chosen?: true }
  | { readonly kind: 'stated' }
  | { readonly kind: 'listed'; readonly licences: readonly string[] };

/** What a person chooses of an export. A plain value that JSON can hold, remembered as the last settings. */
export interface ExportOptions {
  /** Id of a Codec that writes. */
  readonly format: string;
  readonly selection: Selection;
  /** `null`: everything in one file. */
  readonly split: SplitOptions | null;
  readonly text: TextMode;
  /**
   * `null`: names as they are. Pseudonyms of one release name are the same each time, those of another one are others. `merged`: all
   * people bear the same one, so that nobody's work can be told from another's.
   */
  readonly pseudonyms: { readonly release: string; readonly merged: boolean } | null;
  readonly licences: LicenceRule;
  /** Free text for colleagues: notes of Annotations and Entities, and why a set is done against the checks. */
  readonly notes: boolean;
  /** `null`: no release, so the card may have gaps. */
  readonly release: Release | null;
}

/** News text is somebody's: as long as nobody chooses, a release of texts has those of known licences alone (formats.md 4.6). */
export function withUsualLicences(options: ExportOptions): ExportOptions {
  const { release, text, licences } = options;
  const isUnsaid = release !== null && text.kind !== 'offsets' && licences.kind === 'any' && !licences.chosen;
  return isUnsaid ? { ...options, licences: { kind: 'stated' } } : options;
}

export const defaultOptions: ExportOptions = {
  format: 'native',
  selection: doneByMe,
  split: null,
  text: { kind: 'full' },
  pseudonyms: { release: '', merged: false },
  licences: { kind: 'any' },
  notes: false,
  release: null,
};
