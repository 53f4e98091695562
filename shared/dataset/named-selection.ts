import { readSelection } from './read-selection.ts';
import { type Selection } from './selection.ts';

/** A choice of articles that a person has given a name, to choose it again. */
export interface NamedSelection {
  readonly name: string;
  readonly selection: Selection;
}

/** UTF-16 code units. */
export const longestName = 60;
/** As many as a person can still choose from. */
const most = 50;

/** With this one; another one of its name goes. The latest stands last, and of too many the oldest goes. */
export const withNamed = (all: readonly NamedSelection[], one: NamedSelection): readonly NamedSelection[] =>
  [...withoutNamed(all, one.name), one].slice(-most);

export const withoutNamed = (all: readonly NamedSelection[], name: string): readonly NamedSelection[] => all.filter((one) => one.name !== name);

/** Those that are sound, of what was remembered. */
export function readNamedSelections(value: unknown): readonly NamedSelection[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown): readonly NamedSelection[] => {
    if (typeof one !== 'object' || one === null) return [];
    const { name, selection } = one as Readonly<Record<string, unknown>>;
    const read = readSelection(selection);
    return typeof name === 'string' && name.trim() !== '' && name.length <= longestName && read.ok ? [{ name, selection: read.value }] : [];
  }).slice(-most);
}
