import { canonicalJson } from '../../canonical-json.ts';
import { problem } from '../../result.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { gathered } from '../native/decode.ts';
import { type Line } from '../native/gather.ts';
import { type DocumentLine, type EmptyLine } from '../native/read-record.ts';
import { unnamedAnnotator } from '../reductions/drop-set-heads.ts';
import { silentUnit, textUnits } from '../silent-unit.ts';
import { folderOf } from './configs.ts';
import { lineOf, silentCase } from './read-row.ts';
import { type ReadRow, rowKind } from './row-kind.ts';

/** All rows of a file, in order. */
export type ReadRows = (file: NamedBytes, found: Findings) => readonly ReadRow[];

/**
 * Reads `documents` and, where they are there, `judgements`; the other tables are derived from these. A split is no property of an Article,
 * so which file a row stood in is forgotten.
 */
export function readFolder(files: readonly NamedBytes[], rowsIn: ReadRows, context: DecodeContext): Decoded {
  const found = findings();
  const { now, schemas, annotator = unnamedAnnotator } = context;
  const rows = files.flatMap((file) => rowsIn(file, found));
  const unit = silentUnit(rows.flatMap(silentCase), textUnits, context.offsetUnit, found);
  const unsaid = { schema: schemas[0], now, annotator, unit };
  const linesOf = (kind: 'documents' | 'judgements'): readonly Line[] =>
    rows.filter(({ value }) => rowKind(value) === kind).flatMap((row) => lineOf(row, unsaid, found) ?? []);
  const documents = linesOf('documents');
  const byArticle = new Map(documents.map((line) => [line.record.doc_id, line]));
  const judgements = linesOf('judgements').flatMap((line) => judgementLine(line, byArticle));
  const isDerivedOnly = rows.length > 0 && rows.every(({ value }) => !['documents', 'judgements'].includes(rowKind(value)));
  if (isDerivedOnly) found.add(problem('annotations-missing', { file: files[0]?.name ?? '' }, { expected: `${folderOf.documents}/…` }, 'warning'));
  const lines = [...documents, ...judgements];
  const dataset = gathered(lines, schemas, found);
  if (!dataset && found.all().length === 0) found.add(problem('file-empty', { file: files[0]?.name ?? '' }));
  return { dataset, problems: found.all() };
}

const isDocument = (record: DocumentLine | EmptyLine): record is DocumentLine => record.doc_id !== null;

/** A judgement tells no more of its Article than the text: the rest is in `documents`. The set that stands there is the same one, said twice. */
function judgementLine(line: Line, documents: ReadonlyMap<string | null, Line>): readonly Line[] {
  const { record } = line;
  const first = documents.get(record.doc_id);
  if (!first || !isDocument(first.record) || !isDocument(record)) return [line];
  if (setOf(first.record) === setOf(record)) return [];
  const { text, text_sha256, schema, set, annotator, annotators, spans, relations, entities } = record;
  const own = { text, text_sha256, schema, set, annotator, annotators, spans, relations, entities };
  return [{ ...line, record: { ...first.record, ...own }, extra: first.extra }];
}

const setOf = ({ set, annotator, spans, relations }: DocumentLine): string => canonicalJson({ set, annotator, spans, relations });
