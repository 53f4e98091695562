import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type Dataset } from '../../model/dataset.ts';
import { type Schema } from '../../model/schema.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type Writer } from '../codec.ts';
import { joined } from '../encode.ts';
import { type RelationRecord, type SpanRecord } from '../native/record.ts';
import { type ArticleView, type Company, companyOf, documentRecord, viewOf } from '../native/write-record.ts';
import { coveringTokens } from '../tokens/covering-tokens.ts';
import { header } from '../tokens/header.ts';
import { asideOf } from '../tokens/pieces.ts';

/** `<stem>.jsonl`, one set a line. */
export function writeProdigy(_: Schema, stem: string): Writer {
  const name = `${stem}.jsonl`;
  return {
    add: (slice) => [{ name, bytes: joined(linesOf(slice)) }],
    end: () => [{ name, bytes: new Uint8Array() }],
  };
}

const inLine = (record: object): Uint8Array => encodeUtf8(`${JSON.stringify(record)}\n`);

function linesOf({ schema, articles: [article], annotators, entities, sets }: Dataset): readonly Uint8Array[] {
  if (!article) return [];
  const view = viewOf(article);
  const nobody: Company = { entities: [], annotators: [] };
  if (sets.length === 0) return [inLine(taskOf(view, null, schema, nobody))];
  return sets.map((set) => inLine(taskOf(view, set, schema, companyOf(set, { annotators, entities }))));
}

interface TokenRecord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly id: number;
  readonly ws: boolean;
}

/** Everything that Prodigy's own fields do not hold stands under `naql`; hashes are Prodigy's to make. */
function taskOf(view: ArticleView, set: AnnotationSet | null, schema: Schema, company: Company): object {
  const { article } = view;
  const record = documentRecord(view, set, schema, company);
  const tokens = tokenRecords(view, set);
  const spansById = new Map(record.spans.map((one) => [one.id, piecesOf(one, tokens)] as const));
  return {
    text: article.text,
    tokens,
    spans: record.spans.flatMap(({ id }) => spansById.get(id) ?? []),
    relations: record.relations.filter(({ tail_kind: kind }) => kind === 'span').map((one) => relationOf(one, spansById)),
    meta: { doc_id: article.id },
    ...(set && { answer: 'accept' }),
    naql: {
      ...header(record, article),
      annotations: record.spans.map(asideOf),
      relations: record.relations.filter(({ tail_kind: kind }) => kind === 'entity'),
      entities: record.entities,
      annotators: record.annotators,
    },
  };
}

const tokenRecords = ({ article, offsets }: ArticleView, set: AnnotationSet | null): readonly TokenRecord[] =>
  coveringTokens(article.text, set?.annotations ?? []).map(({ start, end, ws }, id) => ({
    text: article.text.slice(start, end), start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), id, ws,
  }));

interface PieceRecord {
  readonly start: number;
  readonly end: number;
  /** Indices of the first and of the last token, which belongs to the span. */
  readonly token_start: number;
  readonly token_end: number;
  readonly label: string;
  readonly id: string;
  readonly kb_id?: string;
}

const piecesOf = ({ id, label, fragments, links: [entity] }: SpanRecord, tokens: readonly TokenRecord[]): readonly PieceRecord[] =>
  fragments.map(({ start, end }) => ({
    start,
    end,
    token_start: indexOf(tokens, start, (token) => token.start, id),
    token_end: indexOf(tokens, end, (token) => token.end, id),
    label,
    id,
    ...(entity !== undefined && { kb_id: entity }),
  }));

/** @throws when no token has its border there: `coveringTokens` breaks them at every edge. */
function indexOf(tokens: readonly TokenRecord[], wanted: number, border: (token: TokenRecord) => number, id: string): number {
  const index = lowerBound(tokens, (token) => border(token) >= wanted);
  const found = tokens[index];
  if (!found || border(found) !== wanted) throw new Error(`annotation ${id}: no token has a border at ${wanted}`);
  return index;
}

/** It leads from the last token of one span to the last token of another; of an interrupted one the first piece stands for all. */
function relationOf({ id, label, head, tail, attributes }: RelationRecord, spans: ReadonlyMap<string, readonly PieceRecord[]>): object {
  const [headSpan, childSpan] = [spans.get(head)?.[0], spans.get(tail)?.[0]];
  if (!headSpan || !childSpan) throw new Error(`relation ${id}: an end is not among the spans`);
  return { head: headSpan.token_end, child: childSpan.token_end, head_span: headSpan, child_span: childSpan, label, id, attributes };
}
