import { type Json, type JsonObject } from '../../canonical-json.ts';
import { isId } from '../../model/id.ts';
import { problem } from '../../result.ts';
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

/** The script beside the lines is for Python. */
export const isScript = (name: string): boolean => name.endsWith('.to_docbin.py');

/** Lines of ours, of others who train span categorizers, and what `Doc.to_json` gives. */
export function decodeSpacy(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const main = files.filter(({ name }) => !isScript(name));
  if (main.length === 0) found.add(...files.map(({ name }) => problem('annotations-missing', { file: name }, { expected: '*.jsonl' })));
  const lines = main.flatMap((file) => readObjects(file, found));
  const unit = silentUnit(lines.flatMap(silentCase), textUnits, context.offsetUnit, found);
  const sheets = lines.flatMap((line) => sheetOf(line, unit, found) ?? []);
  return { dataset: datasetOf(sheets, context, found), problems: found.all() };
}

/** A text with groups of spans by key, with entities, or with tokens that only know their place: none of our other lines has these. */
export function looksSpacy(file: NamedBytes): boolean {
  const first = firstObject(file);
  if (!first || typeof first['text'] !== 'string') return false;
  return isJsonObject(first['spans']) || (Array.isArray(first['ents']) && !('label' in first));
}

/** Spans here come without their words; a line of ours says what they count. */
function silentCase({ place, value }: JsonLine): readonly SilentCase[] {
  const { text, meta } = value;
  if (typeof text !== 'string' || hasLoneSurrogate(text) || isOurs(meta)) return [];
  return [{ text, spans: piecesOf(value, { place, found: findings() }).filter((piece) => piece !== null), place }];
}

function sheetOf({ place, value }: JsonLine, unit: OffsetUnit | null, found: Findings): Sheet | null {
  const { text: raw, meta, user_data: beside } = value;
  if (typeof raw !== 'string') {
    found.add(problem('field-wrong', { ...place, field: 'text' }, { field: 'text', expected: 'string', found: excerpt(raw) }));
    return null;
  }
  const ours = isOurs(meta);
  const clean = ours ? { text: raw, moved: (offset: number): number => offset, warnings: [] } : cleanText(raw, place);
  if (clean.text === null) {
    found.add(...clean.problems);
    return null;
  }
  found.add(...clean.warnings);
  const { text, moved } = clean;
  const aside = isJsonObject(beside) ? beside : {};
  const pieces = settled(named(withIds(piecesOf(value, { place, found }), aside['span_ids'])), { raw, moved, unit: ours ? 'code-point' : unit }, place, found);
  const list = (name: string): readonly Json[] => (Array.isArray(aside[name]) ? (aside[name] as readonly Json[]) : []);
  return {
    place,
    text,
    header: meta,
    isAnnotated: true,
    spans: spanRecords(pieces, aside['annotations'], text, place, found),
    relations: list('relations'),
    entities: [...list('entities'), ...entitiesNamed(pieces.map(({ entity }) => entity), list('entities'))],
    annotators: list('annotators'),
  };
}

type Where = Pick<JsonLine, 'place'> & { readonly found: Findings };

/** `null` for what stands in the list and is no span, so that ids beside the list stay with their own. */
function piecesOf({ spans, ents, entities }: JsonObject, { place, found }: Where): readonly (Piece | null)[] {
  const groups: readonly (readonly [string, Json | undefined])[] = [
    ...(isJsonObject(spans) ? Object.entries(spans).map(([key, group]) => [`spans.${key}`, group] as const) : []),
    ['ents', ents],
    ['entities', entities],
  ];
  return groups.flatMap(([field, group]) => {
    if (group === undefined) return [];
    if (Array.isArray(group)) return (group as readonly Json[]).map((one, index) => pieceOf(one, `${field}.${index}`, place, found));
    found.add(problem('field-wrong', { ...place, field }, { field, expected: 'array', found: excerpt(group) }));
    return [];
  });
}

/** Ids stand in a list beside the spans, in their order: spaCy's own tuples have no place for them. */
function withIds(pieces: readonly (Piece | null)[], ids: Json | undefined): readonly Piece[] {
  const list = Array.isArray(ids) && ids.length === pieces.length ? (ids as readonly Json[]) : [];
  return pieces.flatMap((piece, index) => {
    const id = list[index];
    if (!piece) return [];
    return [isId(id) ? { ...piece, id } : piece];
  });
}
