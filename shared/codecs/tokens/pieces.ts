import { type Json, type JsonObject } from '../../canonical-json.ts';
import { freeId } from '../../model/derived-id.ts';
import { isId } from '../../model/id.ts';
import { at, type Place, problem } from '../../result.ts';
import { codePoint, type OffsetMap, offsetMap } from '../../text/offsets.ts';
import { type Findings } from '../findings.ts';
import { type Fragment } from '../fragment.ts';
import { isJsonObject } from '../json.ts';
import { type SpanRecord } from '../native/record.ts';
import { type OffsetUnit } from '../offset-unit.ts';
import { excerpt } from '../shape-problems.ts';
import { silentSpan, textUnits } from '../silent-unit.ts';

/** A span as these files have it: one piece, offsets in code points. Pieces that share an id are one Annotation. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** `null` where the file numbers nothing. */
  readonly id: string | null;
  /** Of the entity it stands for; empty for none. */
  readonly entity: string;
}

/** What a piece may say, read from whatever stands there; `null` with a Problem that names its field. */
export function pieceOf(value: unknown, field: string, place: Place, found: Findings): Piece | null {
  const [start, end, label, kb] = Array.isArray(value) ? (value as readonly unknown[]) : fieldsOf(value);
  const id = isJsonObject(value) && isId(value['id']) ? value['id'] : null;
  if (isOffset(start) && isOffset(end) && typeof label === 'string') return { start, end, label, id, entity: typeof kb === 'string' ? kb : '' };
  const expected = 'start, end, label';
  found.add(problem('field-wrong', { ...place, field }, { field, expected, found: excerpt(value) }));
  return null;
}

const fieldsOf = (value: unknown): readonly unknown[] =>
  isJsonObject(value) ? [value['start'], value['end'], value['label'], value['kb_id']] : [];
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Pieces without an id get one of their own. */
export function named(pieces: readonly Piece[]): readonly (Piece & { readonly id: string })[] {
  const taken = new Set(pieces.map(({ id }) => id));
  return pieces.map((piece, index) => {
    if (piece.id !== null) return { ...piece, id: piece.id };
    const id = freeId(`s${index + 1}`, (candidate) => taken.has(candidate));
    taken.add(id);
    return { ...piece, id };
  });
}

/** A line's text as it came, and how its offsets lie in the clean one. */
interface Moving {
  readonly raw: string;
  /** From code points of `raw` to code points of the clean text. */
  readonly moved: (offset: number) => number;
  /** What offsets count: code points on lines of ours, otherwise what was found out; `null` when nobody can say. */
  readonly unit: OffsetUnit | null;
}

/** Pieces in code points of the clean text. Those of which nobody can say where they lie are left out, each with a Problem. */
export function settled<One extends Piece>(pieces: readonly One[], { raw, moved, unit }: Moving, place: Place, found: Findings): readonly One[] {
  // Whoever reads the records says which of them lie outside.
  if (unit === 'code-point') return pieces.map((piece) => ({ ...piece, start: moved(piece.start), end: moved(piece.end) }));
  const spanOf = silentSpan(raw, unit, textUnits);
  const { toCodePoint } = offsetMap(raw);
  return pieces.flatMap((piece) => {
    const span = spanOf(piece.start, piece.end);
    if (span.ok) return [{ ...piece, start: moved(toCodePoint(span.value.start)), end: moved(toCodePoint(span.value.end)) }];
    found.add(...at(piece.id === null ? place : { ...place, record: piece.id }, span.problems));
    return [];
  });
}

/** What the formats put beside their pieces: everything of an Annotation but label, offsets and Entity. */
export const asideOf = ({ id, fragments, attributes, note, flagged, origin }: SpanRecord): JsonObject => ({
  id,
  text: fragments.map(({ text }) => text),
  attributes,
  note,
  flagged,
  origin,
});

/** Pieces and what stands beside them as records of a native line, without `by` and `status`. */
export function spanRecords(
  pieces: readonly (Piece & { readonly id: string })[], aside: Json | undefined, text: string, place: Place, found: Findings,
): readonly JsonObject[] {
  const beside = new Map((Array.isArray(aside) ? aside : []).filter(isJsonObject).map((one) => [one['id'], one]));
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.id);
    if (!group) groups.set(piece.id, [piece]);
    else if (group[0]?.label === piece.label) group.push(piece);
    else found.add(problem('pieces-do-not-fit', { ...place, record: piece.id }, { from: piece.label, to: group[0]?.label ?? '' }));
  }
  const offsets = offsetMap(text);
  for (const id of beside.keys())
    if (typeof id === 'string' && !groups.has(id)) found.add(problem('span-missing', { ...place, record: id }));
  return [...groups].map(([id, group]) => recordOf(id, group, beside.get(id) ?? {}, { text, offsets }));
}

interface View {
  readonly text: string;
  readonly offsets: OffsetMap;
}

function recordOf(id: string, group: readonly Piece[], { text: said, ...more }: JsonObject, view: View): JsonObject {
  const saidAt = (index: number): Json | undefined => (Array.isArray(said) ? (said as readonly Json[])[index] : undefined);
  const entity = group[0]?.entity ?? '';
  return {
    attributes: [],
    note: '',
    flagged: false,
    origin: 'manual',
    ...more,
    id,
    label: group[0]?.label ?? '',
    fragments: group.map(({ start, end }, index) => ({ start, end, text: saidAt(index) ?? wordsAt(start, end, view) })),
    links: entity === '' ? [] : [entity],
  };
}

/** What stands there; nothing when there is no such place, which whoever reads the record will say. */
export function wordsAt(start: Fragment['start'], end: Fragment['end'], { text, offsets }: View): string {
  if (start > end || end > offsets.codePointLength) return '';
  return text.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end)));
}

/** Entities that are named and that no list describes: their name is their id. */
export function entitiesNamed(names: readonly string[], listed: readonly Json[]): readonly JsonObject[] {
  const known = new Set(listed.map((one) => (isJsonObject(one) ? one['id'] : null)));
  const unknown = new Set(names.filter((name) => name !== '' && !known.has(name)));
  return [...unknown].map((name) => ({ id: name, name, kind: 'unknown', aliases: [], offices: [], note: '' }));
}
