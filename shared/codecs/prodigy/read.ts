import { type Json, type JsonObject } from '../../canonical-json.ts';
import { freeId } from '../../model/derived-id.ts';
import { isId } from '../../model/id.ts';
import { type Place, problem } from '../../result.ts';
import { hasLoneSurrogate } from '../../text/offsets.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { isJsonObject } from '../json.ts';
import { type JsonLine } from '../native/read-lines.ts';
import { type OffsetUnit } from '../offset-unit.ts';
import { excerpt } from '../shape-problems.ts';
import { type SilentCase, silentUnit, textUnits } from '../silent-unit.ts';
import { cleanText } from '../tokens/clean-text.ts';
import { isOurs } from '../tokens/header.ts';
import { firstObject, readObjects } from '../tokens/objects.ts';
import { entitiesNamed, named, type Piece, pieceOf, settled, spanRecords } from '../tokens/pieces.ts';
import { datasetOf, type Sheet } from '../tokens/sheet.ts';

/** Tasks of ours and of others. */
export function decodeProdigy(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const lines = files.flatMap((file) => readObjects(file, found));
  const unit = silentUnit(lines.flatMap(silentCase), textUnits, context.offsetUnit, found);
  const sheets = lines.flatMap((line) => sheetOf(line, unit, found) ?? []);
  return { dataset: datasetOf(sheets, context, found), problems: found.all() };
}

/** A text with an answer, with Prodigy's hashes, or with spans by their places; of ours one with tokens, since lines of doccano name us, too. */
export function looksProdigy(file: NamedBytes): boolean {
  const first = firstObject(file);
  if (!first || typeof first['text'] !== 'string') return false;
  const { spans } = first;
  const [span] = Array.isArray(spans) ? spans : [];
  const isPlaced = isJsonObject(span) && typeof span['start'] === 'number' && typeof span['end'] === 'number' && typeof span['label'] === 'string';
  return isPlaced || 'answer' in first || '_input_hash' in first || ('tokens' in first && isOurs(first['naql']));
}

/** Spans here come without their words; a task of ours says what they count. */
function silentCase({ place, value }: JsonLine): readonly SilentCase[] {
  const { text, naql, spans } = value;
  if (typeof text !== 'string' || hasLoneSurrogate(text) || isOurs(naql)) return [];
  return [{ text, spans: piecesOf(spans, place, findings()), place }];
}

type NamedPiece = Piece & { readonly id: string };

function sheetOf({ place, value }: JsonLine, unit: OffsetUnit | null, found: Findings): Sheet | null {
  const { text: raw, naql, meta, answer = 'accept' } = value;
  if (typeof raw !== 'string') {
    found.add(problem('field-wrong', { ...place, field: 'text' }, { field: 'text', expected: 'string', found: excerpt(raw) }));
    return null;
  }
  const ours = isOurs(naql);
  const clean = ours ? { text: raw, moved: (offset: number): number => offset, warnings: [] } : cleanText(raw, place);
  if (clean.text === null) {
    found.add(...clean.problems);
    return null;
  }
  found.add(...clean.warnings);
  const isAccepted = answer === 'accept';
  if (!isAccepted) found.add(problem('answer-not-accept', place, { answer: excerpt(answer) }, 'warning'));
  const { text, moved } = clean;
  const aside = isJsonObject(naql) ? naql : {};
  const list = (from: JsonObject, name: string): readonly Json[] => (Array.isArray(from[name]) ? (from[name] as readonly Json[]) : []);
  const pieces = isAccepted ? named(piecesOf(value['spans'], place, found)) : [];
  const relations = isAccepted ? [...relationRecords(list(value, 'relations'), pieces, place, found), ...list(aside, 'relations')] : [];
  const placed = settled(pieces, { raw, moved, unit: ours ? 'code-point' : unit }, place, found);
  return {
    place,
    text,
    header: ours ? naql : meta,
    isAnnotated: isAccepted && ('spans' in value || 'answer' in value),
    spans: spanRecords(placed, isAccepted ? aside['annotations'] : [], text, place, found),
    relations,
    entities: [...list(aside, 'entities'), ...entitiesNamed(placed.map(({ entity }) => entity), list(aside, 'entities'))],
    annotators: list(aside, 'annotators'),
  };
}

function piecesOf(spans: Json | undefined, place: Place, found: Findings): readonly Piece[] {
  if (spans === undefined) return [];
  if (Array.isArray(spans)) return (spans as readonly Json[]).flatMap((one, index) => pieceOf(one, `spans.${index}`, place, found) ?? []);
  found.add(problem('field-wrong', { ...place, field: 'spans' }, { field: 'spans', expected: 'array', found: excerpt(spans) }));
  return [];
}

/** Relations as records of a native line: each end by its id, or by what the spans say where they have none. */
function relationRecords(relations: readonly Json[], pieces: readonly NamedPiece[], place: Place, found: Findings): readonly JsonObject[] {
  const known = new Set(pieces.map(({ id }) => id));
  const idOfPlace = new Map(pieces.map((piece) => [placeOf(piece), piece.id]));
  const endOf = (value: Json | undefined): string | null => {
    if (!isJsonObject(value)) return null;
    const { id, start, end, label } = value;
    return typeof id === 'string' && known.has(id) ? id : (idOfPlace.get(placeOf({ start, end, label })) ?? null);
  };
  const taken = new Set(relations.map((one) => (isJsonObject(one) ? one['id'] : null)));
  return relations.flatMap((one, index) => {
    const { id, label, attributes = [], head_span: headSpan, child_span: childSpan } = isJsonObject(one) ? one : {};
    const [head, tail] = [endOf(headSpan), endOf(childSpan)];
    const own = isId(id) ? id : freeId(`r${index + 1}`, (candidate) => taken.has(candidate));
    taken.add(own);
    if (head !== null && tail !== null && label !== undefined) return [{ id: own, label, head, tail, tail_kind: 'span', attributes }];
    found.add(problem('relation-end-missing', { ...place, record: own }, { id: excerpt(head === null ? headSpan : childSpan) }));
    return [];
  });
}

const placeOf = ({ start, end, label }: { readonly start?: unknown; readonly end?: unknown; readonly label?: unknown }): string =>
  JSON.stringify([start, end, label]);
