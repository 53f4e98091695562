import { type Article } from '../../model/article.ts';
import { type Entity } from '../../model/entity.ts';
import { at, problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { gathered } from '../native/decode.ts';
import { type Line } from '../native/gather.ts';
import { type DocumentLine } from '../native/read-record.ts';
import { type EntityRecord } from '../native/record.ts';
import { documentRecord } from '../native/write-record.ts';
import { articleFromText } from '../plain-text/article-from-text.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { grouped } from '../zip.ts';
import { keptAfter, linesKept, withLinesKept } from './kept-lines.ts';
import { readStatements, type Statement } from './read-lines.ts';
import { readMarks, type SetRecords } from './read-marks.ts';
import { bareView, readSidecar, restName, type Sidecar } from './sidecar.ts';
import { readSource, type Source, sourceOf } from './source.ts';

const configuration = /(?:^|\/)(?:annotation|visual|tools|kb_shortcuts)\.conf$/i;
const annotations = /\.(?:ann|a1|a2)$/i;

/** Files of one document: `.a1` and `.a2` are two halves of what `.ann` holds. */
interface Pair {
  readonly stem: string;
  readonly text: NamedBytes | null;
  readonly annotations: readonly NamedBytes[];
  readonly sidecar: NamedBytes | null;
}

/** Reads zips and loose files. A document of ours has a sidecar; any other gets its Article from its text and nobody's name. */
export function decodeBrat(given: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const { groups, problems } = grouped(given);
  found.add(...problems);
  const entities = new Map<string, Entity>();
  const lines = sharingExtra(groups.flatMap((group) => pairs(group, found)).flatMap((pair) => linesOf(pair, context, entities, found)));
  const dataset = gathered(lines, context.schemas, found);
  if (!dataset && found.all().length === 0) found.add(problem('annotations-missing', { file: given[0]?.name ?? '' }, { expected: '*.ann' }));
  return { dataset, problems: found.all() };
}

/** What is kept of one set stands with the Article, and so in all lines of it. */
function sharingExtra(lines: readonly KeepingLine[]): readonly Line[] {
  const extras = new Map<string | null, Line['extra']>();
  for (const { record, extra, kept } of lines) {
    const shared = extras.get(record.doc_id) ?? extra;
    extras.set(record.doc_id, record.doc_id !== null && record.set && kept ? withLinesKept(shared, record.set.id, kept) : shared);
  }
  return lines.map(({ kept, extra, ...line }) => ({ ...line, extra: kept ? (extras.get(line.record.doc_id) ?? extra) : extra }));
}

/** A line, and what its set had beyond it; absent where there is no set. */
type KeepingLine = Line & { readonly kept?: readonly string[] };

function pairs(files: readonly NamedBytes[], found: Findings): readonly Pair[] {
  const byStem = new Map<string, NamedBytes[]>();
  const names = new Set<string>();
  for (const file of files) {
    const stem = file.name.replace(/\.[^./]*$/, '');
    if (configuration.test(file.name)) continue;
    if (names.has(file.name)) found.add(problem('file-twice', { file: file.name }));
    else byStem.set(stem, [...(byStem.get(stem) ?? []), file]);
    names.add(file.name);
  }
  const of = (own: readonly NamedBytes[], kind: RegExp): readonly NamedBytes[] => own.filter(({ name }) => kind.test(name));
  const all = Array.from(byStem, ([stem, own]) => ({
    stem,
    text: of(own, /\.txt$/i)[0] ?? null,
    annotations: [...of(own, annotations)].sort((a, b) => (a.name < b.name ? -1 : 1)),
    sidecar: of(own, /\.json$/i)[0] ?? null,
  }));
  const known = new Set(all.flatMap((one) => [one.text, one.sidecar, ...one.annotations].map((file) => file?.name)));
  for (const file of files)
    if (!known.has(file.name) && !configuration.test(file.name)) found.addOnce(problem('format-unknown', { file: file.name }));
  return all;
}

const isRest = (stem: string): boolean => stem === restName || stem.endsWith(`/${restName}`);

function linesOf(pair: Pair, context: DecodeContext, entities: Map<string, Entity>, found: Findings): readonly KeepingLine[] {
  if (pair.text === null && pair.sidecar && pair.annotations.length === 0 && isRest(pair.stem)) return restLine(pair.sidecar, found);
  if (pair.text === null) {
    for (const { name } of [...pair.annotations, ...(pair.sidecar ? [pair.sidecar] : [])])
      found.add(problem('text-missing', { file: name }, { expected: `${pair.stem}.txt` }));
    return [];
  }
  if (pair.annotations.length === 0)
    found.add(problem('annotations-missing', { file: pair.text.name }, { expected: `${pair.stem}.ann` }, 'warning'));
  const statements = pair.annotations.flatMap((one) => readStatements(one, found));
  const own = pair.sidecar ? ownDocument(pair.text, pair.sidecar, found) : null;
  const place = { file: pair.annotations[0]?.name ?? pair.text.name };
  if (own) return [{ place, ...ownLine(own, statements, context, entities, found) }];
  const source = readSource(pair.text, found);
  if (!source) return [];
  const article = articleFromText(source.text, { file: pair.text.name.replace(/^.*\//, ''), added: context.now });
  return [{ place, ...foreignRecord(article, source, statements, context, entities, found), extra: {} }];
}

function restLine(sidecar: NamedBytes, found: Findings): readonly Line[] {
  const place = { file: sidecar.name };
  const read = readSidecar(sidecar, null);
  if (read.ok) return [{ place, ...read.value }];
  found.add(...at(place, read.problems));
  return [];
}

interface OwnDocument {
  readonly source: Source;
  readonly sidecar: Sidecar & { readonly record: DocumentLine };
}

/** A document that we wrote. One whose sidecar is not about its text, or that no longer can be read, is read as anybody's. */
function ownDocument(text: NamedBytes, sidecar: NamedBytes, found: Findings): OwnDocument | null {
  const place = { file: sidecar.name };
  const decoded = decodeUtf8(text.bytes);
  if (!decoded.ok) return null;
  const read = readSidecar(sidecar, decoded.text);
  if (!read.ok) found.add(...at(place, read.problems));
  if (!read.ok || read.value.record.doc_id === null) return null;
  const { record, extra } = read.value;
  if (record.text_sha256 === fingerprint(decoded.text)) return { source: sourceOf(decoded.text), sidecar: { record, extra } };
  found.add(problem('fingerprint-wrong', { ...place, field: 'text_sha256' }));
  return null;
}

function ownLine(
  { source, sidecar: { record, extra } }: OwnDocument, statements: readonly Statement[], context: DecodeContext, entities: Map<string, Entity>, found: Findings,
): Omit<KeepingLine, 'place'> {
  const annotator = context.annotator ?? unnamedAnnotator;
  const isOpen = record.set === null && statements.length > 0;
  const head = unnamedHead(record.doc_id as Article['id'], annotator.id);
  const set = isOpen ? { id: head.id, role: head.role, status: head.status } : record.set;
  const by = isOpen ? annotator.id : record.annotator;
  const read = readMarks(statements, source, { annotator: by ?? annotator.id, role: set?.role ?? 'work' }, found);
  const told = new Set(record.entities.flatMap((one) => (isRecord(one) && typeof one['id'] === 'string' ? [one['id']] : [])));
  const others = newEntities(read, entities).filter(({ id }) => !told.has(id));
  return {
    record: {
      ...record,
      set,
      annotator: by,
      spans: [...read.spans],
      relations: [...read.relations],
      entities: [...record.entities, ...others.map(entityRecord)],
      annotators: isOpen ? [...record.annotators, { ...annotator }] : record.annotators,
    },
    extra,
    ...(set && { kept: keptAfter(linesKept(extra, set.id), read.kept, isIn(read)) }),
  };
}

/** Of marks and relations: what lines of a file can speak of. */
function isIn({ spans, relations }: SetRecords): (id: string) => boolean {
  const ids = new Set([...spans, ...relations].map(({ id }) => id));
  return (id) => ids.has(id);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function foreignRecord(
  article: Article, source: Source, statements: readonly Statement[], context: DecodeContext, entities: Map<string, Entity>, found: Findings,
): Pick<KeepingLine, 'record' | 'kept'> {
  const annotator = context.annotator ?? unnamedAnnotator;
  const head = unnamedHead(article.id, annotator.id);
  const read = readMarks(statements, source, { annotator: annotator.id, role: head.role }, found);
  const company = { entities: newEntities(read, entities), annotators: [annotator] };
  const record = documentRecord(bareView(article), { ...head, annotations: [], relations: [] }, context.schemas[0], company);
  return { record: { ...record, spans: [...read.spans], relations: [...read.relations] }, kept: read.kept };
}

/** Of Entities that several documents name differently the first name is kept. */
function newEntities(read: SetRecords, entities: Map<string, Entity>): readonly Entity[] {
  for (const one of read.entities) if (!entities.has(one.id)) entities.set(one.id, one);
  return [...new Set(read.entities.map(({ id }) => entities.get(id)).filter((one) => one !== undefined))];
}

const entityRecord = ({ id, name, kind }: Entity): EntityRecord => ({ id, name, kind, aliases: [], offices: [], note: '' });
