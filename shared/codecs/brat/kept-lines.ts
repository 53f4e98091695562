import { type Json, type JsonObject } from '../../canonical-json.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { isJsonObject } from '../json.ts';

/**
 * Lines of `.ann` files that Naql has no place for: equivalences (`*`), notes of other programs, what nobody could read. They stay with the
 * Article, by id of the set, with Naql's ids in place of brat's numbers; those whose ends are still there are written again.
 */
const field = 'brat_lines';

/** So many of one set are kept, and so long ones: a file of anything is no annotation. */
const mostLines = 1000;
const longestLine = 2000;

const isLines = (value: Json | undefined): value is readonly string[] => Array.isArray(value) && value.every((line) => typeof line === 'string');

export function linesKept(extra: JsonObject, set: string): readonly string[] {
  const all = extra[field];
  const own = isJsonObject(all) && Object.hasOwn(all, set) ? all[set] : undefined;
  return isLines(own) ? own : [];
}

/** The foreign fields with these lines in place of the set's own; what somebody else has put there stays. */
export function withLinesKept(extra: JsonObject, set: string, lines: readonly string[]): JsonObject {
  const { [field]: all, ...rest } = extra;
  if (all !== undefined && !isJsonObject(all)) return extra;
  const { [set]: own, ...others } = all ?? {};
  if (lines.length === 0 && (own === undefined || !isLines(own))) return extra;
  const kept = lines.length === 0 ? others : { ...others, [set]: lines.filter(({ length }) => length <= longestLine).slice(0, mostLines) };
  return Object.keys(kept).length === 0 ? rest : { ...rest, [field]: kept };
}

/** `*` and its type, or `#` and its type, and the ids that it speaks of; `null` for a line that brat would not read either. */
function partsOf(line: string): { readonly sign: string; readonly type: string; readonly ids: readonly string[]; readonly tail: string } | null {
  const [sign = '', data = '', ...rest] = line.split('\t');
  const [type = '', ...ids] = data.split(' ').filter((part) => part !== '');
  const isWhole = type !== '' && (sign === '*' ? ids.length > 1 : sign === '#' && ids.length === 1);
  return isWhole ? { sign, type, ids, tail: rest.map((part) => `\t${part}`).join('') } : null;
}

/** The same line with other ids; as it is where it has none. */
export function renamed(line: string, nameOf: (id: string) => string): string {
  const parts = partsOf(line);
  return parts ? `${parts.sign}\t${[parts.type, ...parts.ids.map(nameOf)].join(' ')}${parts.tail}` : line;
}

/** Is everything there that the line speaks of? */
export const isWritable = (line: string, isThere: (id: string) => boolean): boolean => partsOf(line)?.ids.every(isThere) ?? false;

/**
 * What is kept of a set that is read again: what it kept, without the lines that somebody has taken out in brat since, and what is new.
 * @param found as they stand in the file now
 */
export function keptAfter(before: readonly string[], found: readonly string[], isThere: (id: string) => boolean): readonly string[] {
  const stayed = before.filter((line) => !isWritable(line, isThere) || found.includes(line));
  return [...stayed, ...found.filter((line) => !before.includes(line))];
}

/** The foreign fields with other lines for each set; `null`: none of that set. Where somebody else's field bears the name, it stays. */
function withEachSet(extra: JsonObject, lineOf: (set: string, lines: readonly string[]) => readonly [set: string, lines: readonly string[]] | null): JsonObject {
  const { [field]: all, ...rest } = extra;
  if (!isJsonObject(all) || !Object.values(all).every(isLines)) return extra;
  const left = Object.entries(all).flatMap(([set, lines]) => {
    const found = lineOf(set, lines as readonly string[]);
    return found && found[1].length > 0 ? [found] : [];
  });
  return left.length === 0 ? rest : { ...rest, [field]: Object.fromEntries(left) };
}

/** As they leave with these sets alone: no line of another set, and none that speaks of what does not leave. */
export const linesLeavingWith = (extra: JsonObject, sets: readonly AnnotationSet[]): JsonObject =>
  withEachSet(extra, (id, lines) => {
    const set = sets.find((one) => one.id === id);
    const there = new Set<string>([...(set?.annotations ?? []), ...(set?.relations ?? [])].map((one) => one.id));
    return set ? [id, lines.filter((line) => partsOf(line) === null || isWritable(line, (one) => there.has(one)))] : null;
  });

/** Where sets are called by other names. */
export const linesOfNames = (extra: JsonObject, nameOf: (set: string) => string): JsonObject => withEachSet(extra, (set, lines) => [nameOf(set), lines]);

/** Without notes, and without what nobody could read: it may be one. */
export function linesWithoutNotes(extra: JsonObject): { readonly extra: JsonObject; readonly dropped: number } {
  let dropped = 0;
  const without = withEachSet(extra, (set, lines) => {
    const others = lines.filter((line) => partsOf(line)?.sign === '*');
    dropped += lines.length - others.length;
    return [set, others];
  });
  return { extra: without, dropped };
}
