import { defaultOptions, type ExportOptions } from './export-options.ts';
import { type NamedSelection, readNamedSelections } from './named-selection.ts';
import { readOptions } from './read-options.ts';
import { type Release } from './release.ts';

/** What was chosen last time, to go on from there. */
export interface LastExport {
  readonly options: ExportOptions;
  /** The card as far as it was written, whether or not the last export was a release: nobody writes it twice. */
  readonly release: Release | null;
  /** What was chosen and named, to be chosen again. */
  readonly selections: readonly NamedSelection[];
}

/** Before anything was exported. */
export const firstExport: LastExport = { options: defaultOptions, release: null, selections: [] };

const fields: readonly string[] = ['options', 'release', 'selections'] satisfies readonly (keyof LastExport)[];

/** `null` for anything else: damaged, or of a version that chose otherwise. */
export function readLastExport(value: unknown): LastExport | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).some((name) => !fields.includes(name))) return null;
  const { options, release, selections } = value as Readonly<Record<string, unknown>>;
  const read = readOptions(options);
  const card = readOptions({ ...defaultOptions, release });
  return read && card && { options: read, release: card.release, selections: readNamedSelections(selections) };
}
