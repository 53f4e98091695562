import { type JsonObject } from '../../canonical-json.ts';
import { at, fail, ok, problem, type Result } from '../../result.ts';
import { shapeProblems } from '../shape-problems.ts';
import { z } from '../../model/shape.ts';
import { documentShape, emptyShape, format, majorVersion } from './record.ts';

/** The lists of a line are read record by record, so that one unsound record does not take the line with it. */
const list = z.array(z.unknown());
const openLists = { spans: list, relations: list, entities: list, annotators: list };
const documentLine = documentShape.omit({ tokens: true }).extend(openLists);
const emptyLine = emptyShape.omit({ tokens: true }).extend(openLists);
export type DocumentLine = z.infer<typeof documentLine>;
export type EmptyLine = z.infer<typeof emptyLine>;

/** A line of ours: format, version and the fields of the line as a whole are as they must be. */
export function recordOf(value: JsonObject): Result<DocumentLine | EmptyLine> {
  if (!('format' in value)) return fail(problem('line-without-format', {}, { expected: format }));
  if (value['format'] !== format) return fail(problem('line-format-unknown', {}, { found: plain(value['format']), expected: format }));
  const version = plain(value['version']);
  if (version.split('.')[0] !== majorVersion) return fail(problem('version-unknown', {}, { found: version, expected: majorVersion }));
  const parsed = (value['doc_id'] === null ? emptyLine : documentLine).safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const record = value['doc_id'];
  return fail(...at(typeof record === 'string' ? { record } : {}, shapeProblems(parsed.error, value)));
}

const plain = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : typeof value);
