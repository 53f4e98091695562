import { type JsonObject } from '../../canonical-json.ts';
import { type ArticleId, isId, makeId } from '../../model/id.ts';
import { problem } from '../../result.ts';
import { type OffsetMap, offsetMap } from '../../text/offsets.ts';
import { type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Findings, findings } from '../findings.ts';
import { unnamedAnnotator, unnamedHead } from '../reductions/drop-set-heads.ts';
import { isOurs } from '../tokens/header.ts';
import { datasetOf, type Sheet } from '../tokens/sheet.ts';
import { type ColumnReading, usualReading } from './column-reading.ts';
import { isLines, stemOfLayer } from './names.ts';
import { project, type Projected } from './project.ts';
import { type ColumnFile, readColumns } from './read-columns.ts';
import { readTokens } from './read-tokens.ts';
import { rebuiltTexts, type TokenText } from './rebuild.ts';
import { schemeOf } from './tags.ts';

/** Column files in any dialect and scheme: exactly where they were, when the file with their tokens is there, otherwise over words. */
export function decodeLayers(files: readonly NamedBytes[], context: DecodeContext): Decoded {
  const found = findings();
  const byStem = new Map<string, NamedBytes[]>();
  for (const file of files) byStem.set(stemOfLayer(file.name), [...(byStem.get(stemOfLayer(file.name)) ?? []), file]);
  const sheets = [...byStem.values()].flatMap((together) => sheetsOf(together, context, found));
  return { dataset: datasetOf(sheets, context, found), problems: found.all() };
}

type Text = TokenText & Partial<Pick<Sheet, 'place' | 'header'>>;

function sheetsOf(files: readonly NamedBytes[], context: DecodeContext, found: Findings): readonly Sheet[] {
  const tokens = files.filter(({ name }) => isLines(name));
  const reading = (tokens.length === 0 ? context.reading?.conll : undefined) ?? usualReading;
  const layers = files.filter(({ name }) => !isLines(name)).flatMap((file) => readColumns(file, found, reading) ?? []);
  if (tokens.length === 0) return ofSameWords(layers, reading, found).flatMap((same) => labelled(rebuiltTexts(same[0], reading.joiner), same, context, found));
  for (const { name } of tokens) if (layers.length === 0) found.add(problem('annotations-missing', { file: name }, { expected: '*.conll' }));
  return labelled(tokens.flatMap((file) => readTokens(file, found)), layers, context, found);
}

/** Layers of one text have the same words. Nothing says what stood between them: a warning tells what was taken for what. */
function ofSameWords(layers: readonly ColumnFile[], { joiner, scheme }: ColumnReading, found: Findings): readonly (readonly [ColumnFile, ...ColumnFile[]])[] {
  const groups = new Map<string, [ColumnFile, ...ColumnFile[]]>();
  for (const layer of layers) {
    const { name, sentences, columns, isTabbed } = layer;
    if (sentences.length === 0) {
      found.add(problem('file-empty', { file: name }));
      continue;
    }
    const values = { columns, scheme: scheme?.toUpperCase() ?? schemeOf(sentences.map(({ tags }) => tags)), separator: isTabbed ? 'tab' : 'space', joiner };
    found.add(problem('conll-text-rebuilt', { file: name }, values, 'warning'));
    const words = JSON.stringify(sentences.map((one) => one.words));
    const same = groups.get(words);
    if (same) same.push(layer);
    else groups.set(words, [layer]);
  }
  return [...groups.values()];
}

/** Each text with the labels that any of its layers gives it. */
function labelled(texts: readonly Text[], layers: readonly ColumnFile[], context: DecodeContext, found: Findings): readonly Sheet[] {
  const labels = texts.map((): Projected[] => []);
  for (const one of layers.flatMap((layer) => project(layer, texts, found))) labels[one.article]?.push(one);
  return texts.map((text, index) => sheetOf(text, labels[index] ?? [], context, layers[0]?.name));
}

function sheetOf(text: Text, labels: readonly Projected[], context: DecodeContext, file: string | undefined): Sheet {
  const annotator = context.annotator ?? unnamedAnnotator;
  const offsets = offsetMap(text.text);
  const isAnnotated = labels.length > 0;
  const header = isOurs(text.header) ? headed(text.header as JsonObject, annotator.id, isAnnotated) : undefined;
  return {
    place: text.place ?? (file === undefined ? {} : { file }),
    text: text.text,
    header,
    isAnnotated,
    spans: labels.map((one, index) => recordOf(one, index, text.text, offsets)),
    relations: [],
    entities: [],
    annotators: isAnnotated ? [annotator] : [],
  };
}

/** The columns do not say whose work they are. */
function headed(header: JsonObject, by: typeof unnamedAnnotator.id, isAnnotated: boolean): JsonObject {
  const { doc_id: id } = header;
  if (!isAnnotated || !isId(id)) return { ...header, set: null, annotator: null };
  const head = unnamedHead(id as ArticleId, by);
  return { ...header, set: { id: head.id, role: head.role, status: head.status }, annotator: by };
}

const recordOf = ({ label, span: { start, end } }: Projected, index: number, text: string, offsets: OffsetMap): JsonObject => ({
  id: makeId('annotation', String(index + 1)),
  label,
  fragments: [{ start: offsets.toCodePoint(start), end: offsets.toCodePoint(end), text: text.slice(start, end) }],
  attributes: [],
  links: [],
  note: '',
  flagged: false,
  origin: 'manual',
});
