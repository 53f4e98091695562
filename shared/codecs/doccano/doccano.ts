import { type JsonObject } from '../../canonical-json.ts';
import { type ArticleId } from '../../model/id.ts';
import { offsetMap } from '../../text/offsets.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type Capabilities, everything } from '../capabilities.ts';
import { type Codec, type NamedBytes } from '../codec.ts';
import { reportPieces } from '../reductions/report-forms.ts';
import { isJsonObject, parseJson } from '../json.ts';
import { type Reduction } from '../reductions/reduction.ts';
import { decodeDoccano } from './decode.ts';
import { spanShape } from './record.ts';
import { type Dialect, type ProjectKind, writeDoccano } from './write.ts';

/** Attributes have no place but the label, where each combination would be a label of its own: they are dropped. */
const spansAlone: Capabilities = {
  ...everything, discontinuous: false, relations: false, entityRelations: false, relationAttributes: false, attributes: false, entities: false,
  entityDetails: false, mergedEntities: false, unreferenced: false, severalSets: false, notes: false, ids: false,
};

const capabilities: Readonly<Record<ProjectKind, Capabilities>> = {
  sequence: spansAlone,
  relations: { ...spansAlone, discontinuous: true, relations: true },
};

/** Says in which Articles somebody who counts the other unit would mark other words. */
const tellUnits: Reduction = (dataset, ledger) => {
  const lastEnd = new Map<ArticleId, number>();
  for (const { article, annotations } of dataset.sets)
    for (const { spans } of annotations) lastEnd.set(article, Math.max(lastEnd.get(article) ?? 0, spans.at(-1)?.end ?? 0));
  for (const { id, text } of dataset.articles) {
    const end = lastEnd.get(id) ?? 0;
    if (offsetMap(text.slice(0, end)).codePointLength < end) ledger.change('UNIT_DIFFERS', id);
  }
  return dataset;
};

const dialect = (id: string, title: string, { kind, unit }: Dialect): Codec => ({
  id,
  title,
  extensions: ['jsonl'],
  offsetUnit: unit,
  capabilities: capabilities[kind],
  reductions: kind === 'relations' ? [reportPieces, tellUnits] : [tellUnits],
  bytes: 'utf-8',
  // Whoever chose code points by name has answered what the offsets count.
  decode: decodeDoccano(unit === 'code-point' ? unit : null),
  linewise: true,
  write: writeDoccano({ kind, unit }),
});

/** JSON Lines of doccano, as it counts and as Python counts: docs/formats/doccano.md. */
export const doccano = dialect('doccano', 'doccano JSONL, spans', { kind: 'sequence', unit: 'utf-16' });
export const doccanoCodePoints = dialect('doccano-codepoints', 'doccano JSONL, spans, counted for Python', { kind: 'sequence', unit: 'code-point' });
export const doccanoRelations = dialect('doccano-relations', 'doccano JSONL, relations', { kind: 'relations', unit: 'utf-16' });
export const doccanoRelationsCodePoints =
  dialect('doccano-relations-codepoints', 'doccano JSONL, relations, counted for Python', { kind: 'relations', unit: 'code-point' });

function firstLine({ bytes }: NamedBytes): JsonObject | null {
  const feed = bytes.indexOf(0x0a);
  const decoded = decodeUtf8(feed < 0 ? bytes : bytes.subarray(0, feed));
  const line = decoded.ok ? parseJson(decoded.text.replace(/^\ufeff/, '')) : undefined;
  return isJsonObject(line) ? line : null;
}

/** Its first line has a text and marks in doccano's shape. */
export function looksDoccano(file: NamedBytes): boolean {
  const line = firstLine(file);
  if (!line || typeof line['text'] !== 'string' || 'format' in line) return false;
  const marks: unknown = line['entities'] ?? line['label'] ?? line['labels'];
  return Array.isArray(marks) && spanShape.array().safeParse(marks.slice(0, 20)).success;
}

/** A file of a relation project: its marks have names that relations can use. */
export const looksRelations = (file: NamedBytes): boolean => firstLine(file)?.['entities'] !== undefined;
