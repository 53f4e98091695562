import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type Article } from '../../model/article.ts';
import { type Schema } from '../../model/schema.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { type Span } from '../../text/offsets.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type Writer } from '../codec.ts';
import { fileNames } from '../file-names.ts';
import { edgesOf } from '../tokens/cut-at-edges.ts';
import { zipped } from '../zip.ts';
import { escapeText, escapeValue } from './escape.ts';
import { continuation, featureNames, labelFeature, linkLayer, markLayer } from './layers.ts';
import { type Sentence, sentencesOf } from './units.ts';

export const formatLine = '#FORMAT=WebAnno TSV 3.3';
/** Lines of our own, which readers pass over as they do any line with `#` before the text. */
export const articleLine = '#Naql.Article=';
/** What stands before the first word, where it is not blanks alone: other readers put blanks there. */
export const leadLine = '#Naql.Lead=';

/** `<stem>.zip` with a `.tsv` for each article. */
export function writeWebannoTsv(schema: Schema, stem: string): Writer {
  const nameOf = fileNames();
  const writer: Writer = {
    add: ({ articles: [article], sets: [set] }) =>
      article ? [{ name: `${nameOf(article.id)}.tsv`, bytes: encodeUtf8(tsvOf(article, set ?? null, schema)) }] : [],
    end: () => [],
  };
  return zipped(writer, `${stem}.zip`);
}

/** A piece of an Annotation as the format knows it. */
interface Piece {
  readonly annotation: Annotation;
  readonly span: Span;
}

/** A row's place: `sentence-token` and what it covers. */
interface Unit {
  readonly id: string;
  readonly span: Span;
}

interface Link {
  readonly type: string;
  readonly from: Piece;
  readonly to: Piece;
}

/** One article with everything that its rows are made from. */
interface Table {
  readonly features: readonly { readonly attribute: string; readonly name: string }[];
  /** By the number of the unit in the text. */
  readonly piecesAt: readonly (readonly Piece[] | undefined)[];
  readonly firstUnit: ReadonlyMap<Piece, Unit>;
  readonly numbers: ReadonlyMap<Piece, number>;
  readonly linksAt: ReadonlyMap<Unit, readonly Link[]>;
}

export function tsvOf(article: Article, set: AnnotationSet | null, schema: Schema): string {
  const sentences = sentencesOf(article.text, set ? edgesOf(set.annotations) : []);
  const units = sentences.map(({ tokens }, index) => tokens.map((span, place): Unit => ({ id: `${index + 1}-${place + 1}`, span })));
  const all = units.flat();
  const table = tableOf(set, all, schema);
  // Most rows have nothing to tell.
  const bare = rowCells([], [], table);
  const layers = [
    ...(table.firstUnit.size > 0 ? [`#T_SP=${[markLayer, labelFeature, ...table.features.map(({ name }) => name)].join('|')}`] : []),
    ...(table.linksAt.size > 0 ? [`#T_RL=${linkLayer}|${labelFeature}|BT_${markLayer}`] : []),
  ];
  let number = 0;
  const blocks = sentences.map((sentence, index) => {
    let block = [...(index === 0 ? ownLines(article, sentence.start) : []), ...textLines(article.text, sentence), ''].join('\n');
    for (const unit of units[index] ?? []) block += row(unit, table.piecesAt[number++], article.text, table, bare);
    return block;
  });
  // Two blank lines after the header, one between sentences, none at the end: a reader throws on one more.
  return `${[formatLine, ...layers, '', ''].join('\n')}\n${blocks.join('\n')}`;
}

function ownLines({ id, text }: Article, start: number): readonly string[] {
  const lead = text.slice(0, start);
  return [`${articleLine}${escapeText(id)}`, ...(/[^ ]/.test(lead) ? [`${leadLine}${escapeText(lead)}`] : [])];
}

const textLines = (text: string, { start, end }: Sentence): readonly string[] =>
  text.slice(start, end).split('\n').map((line) => `#Text=${escapeText(line)}`);

function tableOf(set: AnnotationSet | null, units: readonly Unit[], schema: Schema): Table {
  const pieces = (set?.annotations ?? []).flatMap((annotation) => annotation.spans.map((span): Piece => ({ annotation, span })));
  const used = new Set(pieces.flatMap(({ annotation }) => Object.keys(annotation.attributes)));
  const features = Array.from(featureNames(schema), ([attribute, name]) => ({ attribute, name })).filter(({ attribute }) => used.has(attribute));
  const { piecesAt, firstUnit, lengths } = placed(pieces, units);
  const isShared = new Set<Piece>();
  for (const stack of piecesAt) if (stack && stack.length > 1) for (const piece of stack) isShared.add(piece);
  const numbered = pieces.filter((piece) => isShared.has(piece) || (lengths.get(piece) ?? 0) > 1);
  const linksAt = new Map<Unit, Link[]>();
  for (const link of linksOf(set, pieces, schema)) {
    const unit = firstUnit.get(link.to);
    if (!unit) throw new Error(`a link leads to a piece of ${link.to.annotation.id} that lies nowhere`);
    const there = linksAt.get(unit);
    if (there) there.push(link);
    else linksAt.set(unit, [link]);
  }
  return { features, piecesAt, firstUnit, numbers: new Map(numbered.map((piece, index) => [piece, index + 1])), linksAt };
}

/** @throws when a piece does not begin and end with a token: then the tokens were not cut at its edges. */
function placed(pieces: readonly Piece[], units: readonly Unit[]) {
  const piecesAt = units.map((): Piece[] | undefined => undefined);
  const firstUnit = new Map<Piece, Unit>();
  const lengths = new Map<Piece, number>();
  for (const piece of pieces) {
    const first = lowerBound(units, ({ span }) => span.start >= piece.span.start);
    let last = first;
    while ((units[last]?.span.end ?? Number.POSITIVE_INFINITY) < piece.span.end) last++;
    const unit = units[first];
    if (unit?.span.start !== piece.span.start || units[last]?.span.end !== piece.span.end)
      throw new Error(`piece ${piece.span.start}–${piece.span.end} of ${piece.annotation.id} is not made of whole tokens`);
    firstUnit.set(piece, unit);
    lengths.set(piece, last + 1 - first);
    for (let at = first; at <= last; at++) {
      const there = piecesAt[at];
      if (there) there.push(piece);
      else piecesAt[at] = [piece];
    }
  }
  return { piecesAt, firstUnit, lengths };
}

/** Relations lead from first piece to first piece, and each piece to the next one of its Annotation. */
function linksOf(set: AnnotationSet | null, pieces: readonly Piece[], schema: Schema): readonly Link[] {
  const firstOf = new Map<AnnotationId, Piece>();
  for (const piece of pieces) if (!firstOf.has(piece.annotation.id)) firstOf.set(piece.annotation.id, piece);
  const type = continuation(schema);
  const within = pieces.flatMap((to, index) => {
    const from = pieces[index - 1];
    return from && from.annotation === to.annotation ? [{ type, from, to }] : [];
  });
  const between = (set?.relations ?? []).flatMap((relation) => {
    const [from, to] = [firstOf.get(relation.from), relation.to.kind === 'annotation' ? firstOf.get(relation.to.id) : undefined];
    return from && to ? [{ type: relation.type, from, to }] : [];
  });
  return [...within, ...between];
}

/** With its line end. */
function row(unit: Unit, stack: readonly Piece[] | undefined, text: string, table: Table, bare: string): string {
  const { id, span: { start, end } } = unit;
  // A link leads to a piece: where nothing lies, there is none.
  const cells = stack ? rowCells(stack, table.linksAt.get(unit) ?? [], table) : bare;
  return `${id}\t${start}-${end}\t${text.slice(start, end)}\t${cells}\n`;
}

/** The cells of a row behind its words. */
function rowCells(stack: readonly Piece[], links: readonly Link[], table: Table): string {
  const marks = table.firstUnit.size === 0 ? [] : markCells(stack, table);
  return [...marks, ...(table.linksAt.size === 0 ? [] : linkCells(links, table))].map((cell) => `${cell}\t`).join('');
}

/** One cell for the label and one for each feature, the stack in the same order in each. */
function markCells(stack: readonly Piece[], { features, numbers }: Table): readonly string[] {
  const cell = (value: (piece: Piece) => string | undefined): string =>
    stack.length === 0 ? '_' : stack.map((piece) => `${written(value(piece))}${bracketed(numbers.get(piece))}`).join('|');
  return [
    cell(({ annotation }) => annotation.label),
    ...features.map(({ attribute }) => cell(({ annotation: { attributes } }) => (Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined))),
  ];
}

const written = (value: string | undefined): string => (value === undefined ? '*' : escapeValue(value));
const bracketed = (number: number | undefined): string => (number === undefined ? '' : `[${number}]`);

/** On the target's first row: what kind of link it is, and the row of its source with the numbers of both. */
function linkCells(links: readonly Link[], { numbers, firstUnit }: Table): readonly string[] {
  if (links.length === 0) return ['_', '_'];
  const source = ({ from, to }: Link): string => {
    const [one, other] = [numbers.get(from), numbers.get(to)];
    return `${firstUnit.get(from)?.id ?? ''}${one === undefined && other === undefined ? '' : `[${one ?? 0}_${other ?? 0}]`}`;
  };
  return [links.map(({ type }) => escapeValue(type)).join('|'), links.map(source).join('|')];
}
