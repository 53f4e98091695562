import { type Json, type JsonObject } from '../../canonical-json.ts';
import { freeId } from '../../model/derived-id.ts';
import { type Place, problem } from '../../result.ts';
import { offsetMap, span, type Span } from '../../text/offsets.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { visible } from '../conll/rebuild.ts';
import { type Findings, findings } from '../findings.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { excerpt } from '../shape-problems.ts';
import { isOurs } from '../tokens/header.ts';
import { entitiesNamed } from '../tokens/pieces.ts';
import { datasetOf, type Sheet } from '../tokens/sheet.ts';
import { emptyCell, fieldsOf, gapOf, miscOf, unannotatedCell, unescaped } from './cells.ts';
import { type Marked, readMarks } from './read-marks.ts';
import { readRows, type Row, type RowDocument } from './read-rows.ts';

const maximumDepth = 100;

/** Files of ours with all that is in them; other CoNLL-U and CoNLL-U Plus as articles, whose tokens give the text. */
export function decodeConlluPlus(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const sheets = files.flatMap((file) => readRows(file, found)).flatMap((document) => sheetOf(document, found) ?? []);
  return { dataset: datasetOf(sheets, context, found), problems: found.all() };
}

function sheetOf(document: RowDocument, found: Findings): Sheet | null {
  const { place, rows } = document;
  const header = headerOf(document, found);
  const wordless = rows.length === 0 && isJsonObject(header) && typeof header['text'] === 'string' ? header['text'] : null;
  const { text, places } = wordless === null ? textOf(rows, isOurs(header), found) : { text: wordless, places: [] };
  if (text.trim() === '') {
    found.add(problem('file-empty', place));
    return null;
  }
  const offsets = offsetMap(text);
  const marked = readMarks(rows, found);
  const isAnnotated = rows.some((row) => row.span !== unannotatedCell);
  const list = (name: string): readonly Json[] => (isJsonObject(header) && Array.isArray(header[name]) ? (header[name] as readonly Json[]) : []);
  const relations = relationRecords(rows, marked, found);
  const names = [
    ...[...marked.values()].map(({ fields }) => fields.own.get('entity') ?? ''),
    ...relations.flatMap(({ tail, tail_kind: kind }) => (kind === 'entity' ? [tail] : [])),
  ];
  const fragmentOf = ([first, last]: readonly [number, number]): JsonObject => {
    const [start, end] = [(places[first] as Span).start, (places[last] as Span).end];
    return { start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), text: text.slice(start, end) };
  };
  return {
    place,
    text,
    header,
    isAnnotated,
    spans: [...marked.values()].map((one) => spanRecord(one, one.pieces.map(fragmentOf))),
    relations,
    entities: [...list('entities'), ...entitiesNamed(names, list('entities'))],
    annotators: list('annotators'),
  };
}

function headerOf({ header, place }: RowDocument, found: Findings): Json | undefined {
  if (header === null) return undefined;
  const value = parseJson(header);
  if (value !== undefined && !nestedDeeperThan(maximumDepth, value)) return value;
  found.add(problem('line-not-json', place, { found: excerpt(header.slice(0, 100)) }));
  return undefined;
}

/** The text, and where each row stands in it. Ours is put together to the letter; of others the blanks at the end are nobody's. */
function textOf(rows: readonly Row[], isOwn: boolean, found: Findings): { readonly text: string; readonly places: readonly Span[] } {
  const parts: string[] = [];
  const places: Span[] = [];
  const wrong: Place[] = [];
  let [length, points] = [0, 0];
  const put = (part: string): void => {
    parts.push(part);
    length += part.length;
    points += [...part].length;
  };
  let gap = '';
  for (const row of rows) {
    const misc = miscOf(row.misc);
    put(!isOwn && row.isNewParagraph && parts.length > 0 ? '\n' : gap);
    if (places.length === 0) put(gapOf(misc, 'SpacesBefore'));
    const [start, startPoint] = [length, points];
    put(isOwn ? row.form : visible(row.form));
    places.push(span(start, length));
    const isElsewhere = (name: string, point: number): boolean => misc.has(name) && misc.get(name) !== String(point);
    if (isElsewhere('start', startPoint) || isElsewhere('end', points)) wrong.push(row.place);
    gap = gapOf(misc, 'SpacesAfter');
  }
  if (isOwn) put(gap);
  if (wrong[0]) found.add(problem('row-offsets-differ', wrong[0], { count: wrong.length }, 'warning'));
  return { text: parts.join(''), places };
}

const spanRecord = ({ id, label, fields }: Marked, fragments: readonly JsonObject[]): JsonObject => {
  const entity = fields.own.get('entity');
  return {
    id,
    label,
    fragments,
    attributes: fields.foreign,
    links: entity === undefined ? [] : [entity],
    note: fields.own.get('note') ?? '',
    flagged: fields.own.get('flagged') === 'yes',
    origin: fields.own.get('origin') ?? 'manual',
  };
};

const relation = /^(\d{1,9}):([^>|]+)>([^|]*)((?:\|.*)?)$/s;

interface RelationLine {
  readonly id: string;
  readonly label: string;
  readonly head: string;
  readonly tail: string;
  readonly tail_kind: 'span' | 'entity';
  readonly attributes: Marked['fields']['foreign'];
}

/** Relations as records of a native line. */
function relationRecords(rows: readonly Row[], marked: ReadonlyMap<string, Marked>, found: Findings): readonly RelationLine[] {
  const taken = new Set<string>();
  const records: (Omit<RelationLine, 'id'> & { readonly id: string | null })[] = [];
  for (const { rel, place } of rows) {
    if (rel === emptyCell || rel === unannotatedCell) continue;
    for (const item of rel.split(';')) {
      const [, from = '', type = '', to = '', more = ''] = relation.exec(item) ?? [];
      const [fields, label, target] = [fieldsOf(more.split('|').slice(1)), unescaped(type), endOf(to, marked)];
      const head = marked.get(from)?.id;
      if (type === '' || fields === null || label === null) found.add(problem('cell-wrong', place, { found: excerpt(item) }));
      else if (head === undefined || target === null) found.add(problem('relation-end-missing', place, { id: head === undefined ? from : to }));
      else {
        const id = fields.own.get('id') ?? null;
        if (id !== null) taken.add(id);
        records.push({ id, label, head, ...target, attributes: fields.foreign });
      }
    }
  }
  return records.map((one, index) => {
    const id = one.id ?? freeId(`r${index + 1}`, (candidate) => taken.has(candidate));
    taken.add(id);
    return { ...one, id };
  });
}

/** A number is an Annotation of the document, anything behind an @ an Entity. */
function endOf(to: string, marked: ReadonlyMap<string, Marked>): Pick<RelationLine, 'tail' | 'tail_kind'> | null {
  const tail = to.startsWith('@') ? unescaped(to.slice(1)) : (marked.get(to)?.id ?? null);
  return tail === null ? null : { tail, tail_kind: to.startsWith('@') ? 'entity' : 'span' };
}
