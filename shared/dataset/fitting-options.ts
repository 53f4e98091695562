import { codecById } from '../codecs/registry.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Schema } from '../model/schema.ts';
import { defaultOptions, type ExportOptions } from './export-options.ts';
import { type Selection, type SetChoice } from './selection.ts';

/** Remembered options for the project as it is now: Labels that are gone, people who are gone and formats that are gone are let go. */
export function fittingOptions(
  options: ExportOptions, { schema, annotators }: { readonly schema: Schema; readonly annotators: readonly Annotator[] },
): ExportOptions {
  const { selection, format } = options;
  return {
    ...options,
    format: codecById(format)?.write ? format : defaultOptions.format,
    selection: fittingSelection(selection, { schema, annotators }),
  };
}

/** The same for a Selection alone. */
export function fittingSelection(
  selection: Selection, { schema, annotators }: { readonly schema: Schema; readonly annotators: readonly Annotator[] },
): Selection {
  const known = selection.labels?.filter((label) => schema.labels.some(({ id }) => id === label)) ?? [];
  return {
    ...selection,
    labels: known.length === 0 ? null : known,
    sets: isThere(selection.sets, annotators) ? selection.sets : defaultOptions.selection.sets,
  };
}

const isThere = (choice: SetChoice, annotators: readonly Annotator[]): boolean =>
  choice.kind !== 'annotator' || annotators.some(({ id }) => id === choice.annotator);
