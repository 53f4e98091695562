import { canonicalJson } from '../../../shared/canonical-json.ts';
import { type ExportOptions } from '../../../shared/dataset/export-options.ts';
import { firstExport, type LastExport } from '../../../shared/dataset/last-export.ts';
import { emptyRelease, type Release } from '../../../shared/dataset/release.ts';

/** What only counts what is chosen: the same whatever is decided on form, so that it is not counted again for that. */
export const countingOptions = ({ selection }: ExportOptions): ExportOptions => ({
  format: 'native', selection, split: null, text: { kind: 'full' }, pseudonyms: null, licences: { kind: 'any' }, notes: true, release: null,
});

/** As it is kept: a card that nobody has begun is none. */
export const lastExport = (options: ExportOptions, draft: Release, selections: LastExport['selections']): LastExport => ({
  options, release: draft === emptyRelease ? null : draft, selections,
});

/** Selections were given names, in the library perhaps, and nothing else was chosen yet. */
export const isOnlyNamed = ({ options, release, selections }: LastExport): boolean =>
  selections.length > 0 && release === null && canonicalJson(options) === canonicalJson(firstExport.options);

/** What people are called, as one choice. */
export const peopleOf = (pseudonyms: ExportOptions['pseudonyms']): 'pseudonyms' | 'merged' | 'names' =>
  pseudonyms === null ? 'names' : pseudonyms.merged ? 'merged' : 'pseudonyms';
