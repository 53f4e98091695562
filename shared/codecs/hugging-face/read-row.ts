import { type Json, type JsonObject } from '../../canonical-json.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type ArticleId } from '../../model/id.ts';
import { type Schema } from '../../model/schema.ts';
import { at, fail, ok, type Place, problem, type Result } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { codePoint, hasLoneSurrogate, type OffsetMap, offsetMap } from '../../text/offsets.ts';
import { titleOf } from '../../text/segment.ts';
import { type Findings } from '../findings.ts';
import { isJsonObject, nestedDeeperThan, parseJson } from '../json.ts';
import { type Line } from '../native/gather.ts';
import { type DocumentLine } from '../native/read-record.ts';
import { format, version } from '../native/record.ts';
import { type OffsetUnit } from '../offset-unit.ts';
import { unnamedHead } from '../reductions/drop-set-heads.ts';
import { shapeProblems } from '../shape-problems.ts';
import { type SilentCase, silentSpan, textUnits } from '../silent-unit.ts';
import { type ReadRow } from './row-kind.ts';
import { knownColumns, type RowRecord, rowShape } from './row-shape.ts';

/** What a row does not say and must be taken from somewhere. */
export interface Unsaid {
  readonly schema: Schema;
  readonly now: string;
  readonly annotator: Annotator;
  /** What fragments count that do not repeat their words; `null` when nobody can say. */
  readonly unit: OffsetUnit | null;
}

/** UTF-16 code units: two lines of the library at its narrowest. */
const maximumTitle = 120;
const maximumDepth = 100;

/** A row of `documents` or `judgements` as the native reader knows it; `null` with a Problem when it lacks an id or a text. */
export function lineOf({ place, value }: ReadRow, unsaid: Unsaid, found: Findings): Line | null {
  const parsed = rowShape.safeParse(value);
  if (!parsed.success) {
    const id = value['doc_id'];
    found.add(...at(typeof id === 'string' ? { ...place, record: id } : place, shapeProblems(parsed.error, value)));
    return null;
  }
  const row = parsed.data;
  return { place, record: recordOf(row, value, unsaid, { place, found }), extra: extraOf(row, value, { ...place, record: row.doc_id }, found) };
}

interface Where {
  readonly place: Place;
  readonly found: Findings;
}

function recordOf(row: RowRecord, value: JsonObject, unsaid: Unsaid, where: Where): DocumentLine {
  const head = headOf(row, value, unsaid);
  const view = viewOf(row.text, unsaid.unit);
  return {
    format,
    version,
    offset_unit: 'code_point',
    doc_id: row.doc_id,
    group_id: row.group_id ?? null,
    lang: row.lang ?? 'fa',
    title: row.title ?? titleOf(row.text, maximumTitle),
    meta: {
      publisher: row.publisher ?? null,
      url: row.url ?? null,
      published: row.published ?? null,
      license: row.license ?? null,
      file: row.file ?? null,
      added: row.added ?? unsaid.now,
    },
    text: row.text,
    text_sha256: row.text_sha256 ?? fingerprint(row.text),
    schema: { id: row.schema_id ?? unsaid.schema.id, version: row.schema_version ?? unsaid.schema.version },
    ...head,
    spans: head.set ? (row.spans ?? []).flatMap((span, index) => spanOf(span, index, head, view, where)) : (row.spans ?? []),
    relations: (row.relations ?? []).map(relationOf),
    entities: (row.entities ?? []).map(entityOf),
  };
}

type Head = Pick<DocumentLine, 'set' | 'annotator' | 'annotators'>;

/** A row of ours says whose set it is, or that there is none. Of a foreign one with spans, somebody must have made them. */
function headOf(row: RowRecord, value: JsonObject, unsaid: Unsaid): Head {
  const isSilent = !('set_id' in value);
  if (isSilent ? (row.spans ?? []).length === 0 : (row.set_id ?? null) === null) return { set: null, annotator: null, annotators: [] };
  const annotator = annotatorOf(row, unsaid.annotator);
  const unnamed = unnamedHead(row.doc_id as ArticleId, annotator.id as Annotator['id']);
  const reason = row.override_reason ?? null;
  const override = reason === null ? {} : { override: { reason, codes: row.override_codes ?? [] } };
  const set = { id: row.set_id ?? unnamed.id, role: row.set_role ?? unnamed.role, status: row.set_status ?? unnamed.status, ...override };
  return { set, annotator: annotator.id, annotators: [annotator] };
}

function annotatorOf(row: RowRecord, unnamed: Annotator): Readonly<Record<'id' | 'kind' | 'name', string>> & Pick<Annotator, 'version'> {
  const id = row.annotator ?? null;
  if (id === null) return unnamed;
  return { id, kind: row.annotator_kind ?? 'person', name: row.annotator_name ?? id, version: row.annotator_version ?? null };
}

/** A text in which fragments lie, with what those without words count. */
interface View {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly silent: ReturnType<typeof silentSpan> | null;
}

/** Whoever reads the records says which offsets in code points lie outside: nothing needs to be looked for here. */
const viewOf = (text: string, unit: OffsetUnit | null): View =>
  ({ text, offsets: offsetMap(text), silent: unit === 'code-point' || hasLoneSurrogate(text) ? null : silentSpan(text, unit, textUnits) });

/** Fields that foreign spans lack get the value that says nothing; what is there is checked with all others. A span that is nowhere is left out. */
function spanOf(span: unknown, index: number, { set, annotator }: Head, view: View, { place, found }: Where): readonly unknown[] {
  if (!isJsonObject(span)) return [span];
  const { entity, fragments: given, ...rest } = span;
  const read = Array.isArray(given) ? combined(given.map((one: Json) => fragmentOf(one, view))) : ok(given);
  if (!read.ok) {
    found.add(...at(typeof rest['id'] === 'string' ? { ...place, record: rest['id'] } : place, read.problems));
    return [];
  }
  return [{
    id: `span-${index + 1}`,
    attributes: [],
    note: '',
    flagged: false,
    origin: 'manual',
    ...withoutNulls(rest),
    fragments: read.value,
    links: (entity ?? null) === null ? [] : [entity],
    by: annotator,
    status: set?.role,
  }];
}

function combined<T>(all: readonly Result<T>[]): Result<readonly T[]> {
  const problems = all.flatMap((one) => (one.ok ? [] : one.problems));
  return problems.length > 0 ? fail(...problems) : ok(all.flatMap((one) => (one.ok ? [one.value] : [])));
}

const withoutNulls = (fields: JsonObject): JsonObject => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** A fragment that does not repeat its text has the one that stands there. */
function fragmentOf(fragment: Json, { text, offsets, silent }: View): Result<Json> {
  if (!isSilent(fragment)) return ok(fragment);
  const { start, end } = fragment;
  const isInside = (offset: number): boolean => offset >= 0 && offset <= offsets.codePointLength;
  if (!silent) {
    const slice = isInside(start) && isInside(end) ? text.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end))) : '';
    return ok({ ...fragment, text: slice });
  }
  const span = silent(start, end);
  if (!span.ok) return span;
  const { start: from, end: to } = span.value;
  return ok({ ...fragment, start: offsets.toCodePoint(from), end: offsets.toCodePoint(to), text: text.slice(from, to) });
}

type SilentFragment = JsonObject & Readonly<Record<'start' | 'end', number>>;

const isSilent = (fragment: unknown): fragment is SilentFragment =>
  isJsonObject(fragment) && typeof fragment['text'] !== 'string' && Number.isInteger(fragment['start']) && Number.isInteger(fragment['end']);

/** The fragments of a row that do not repeat their words. */
export function silentCase({ place, value }: ReadRow): readonly SilentCase[] {
  const { text, spans } = value;
  if (typeof text !== 'string' || hasLoneSurrogate(text) || !Array.isArray(spans)) return [];
  const fragments = (spans as readonly unknown[]).flatMap((one) => (isJsonObject(one) && Array.isArray(one['fragments']) ? (one['fragments'] as readonly unknown[]) : []));
  const silent = fragments.filter(isSilent);
  return silent.length === 0 ? [] : [{ text, spans: silent, place }];
}

const relationOf = (relation: unknown): unknown =>
  isJsonObject(relation) ? { attributes: [], tail_kind: 'span', ...withoutNulls(relation) } : relation;

function entityOf(entity: unknown): unknown {
  if (!isJsonObject(entity)) return entity;
  return { kind: 'unknown', aliases: [], offices: [], note: '', ...withoutNulls(entity) };
}

/** Foreign fields: those that our own column holds as JSON, and columns that are not ours. */
function extraOf(row: RowRecord, value: JsonObject, place: Place, found: Findings): JsonObject {
  const foreign = Object.entries(value).filter(([name]) => !knownColumns.has(name));
  const own = (row.extra ?? null) === null ? {} : parseJson(row.extra ?? '');
  if (isJsonObject(own) && !nestedDeeperThan(maximumDepth, own)) return { ...own, ...Object.fromEntries(foreign) };
  found.add(problem('field-wrong', { ...place, field: 'extra' }, { field: 'extra', expected: 'JSON', found: (row.extra ?? '').slice(0, 60) }));
  return Object.fromEntries(foreign);
}
