import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { type AnnotationId } from '../../model/id.ts';
import { type Article } from '../../model/article.ts';
import { type Schema } from '../../model/schema.ts';
import { byteText, encodedText } from '../../text/byte-text.ts';
import { lowerBound } from '../../text/lower-bound.ts';
import { type Span } from '../../text/offsets.ts';
import { type Writer } from '../codec.ts';
import { fileNames } from '../file-names.ts';
import { edgesOf } from '../tokens/cut-at-edges.ts';
import { zipped } from '../zip.ts';
import { escapeText, escapeValue } from './escape.ts';
import { continuation, featureNames, labelFeature, linkLayer, markLayer } from './layers.ts';
import { type Sentence, sentencesOf, tokensCut } from './units.ts';

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
      article ? [{ name: `${nameOf(article.id)}.tsv`, bytes: tsvOf(article, set ?? null, schema) }] : [],
    end: () => [],
  };
  return zipped(writer, `${stem}.zip`);
}

/** A piece of an Annotation as the format knows it. */
interface Piece {
  readonly annotation: Annotation;
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
  /** By the token, counted through the text. */
  readonly piecesAt: readonly (readonly Piece[] | undefined)[];
  /** The token that each begins with. */
  readonly firstToken: ReadonlyMap<Piece, number>;
  readonly numbers: ReadonlyMap<Piece, number>;
  readonly linksAt: ReadonlyMap<number, readonly Link[]>;
  /** What a row is called: `sentence-token`, both from 1 up. */
  readonly idOf: (token: number) => string;
}

function tsvOf(article: Article, set: AnnotationSet | null, schema: Schema): Uint8Array {
  const tokens = tokensCut(article.text, set ? edgesOf(set.annotations) : []);
  const sentences = sentencesOf(article.text, tokens);
  const table = tableOf(set, tokens, sentences, schema);
  const layers = [
    ...(table.firstToken.size > 0 ? [`#T_SP=${[markLayer, labelFeature, ...table.features.map(({ name }) => name)].join('|')}`] : []),
    ...(table.linksAt.size > 0 ? [`#T_RL=${linkLayer}|${labelFeature}|BT_${markLayer}`] : []),
  ];
  const out = byteText();
  // Two blank lines after the header, one between sentences, none at the end: a reader throws on one more.
  out.write(`${[formatLine, ...layers, '', ''].join('\n')}\n`);
  const words = encodedText(article.text);
  // Most rows have nothing to tell.
  const bare = rowCells([], [], table);
  // Words of one quote tell the same.
  let last: { readonly stack: readonly Piece[]; readonly cells: string } = { stack: [], cells: bare };
  const cellsOf = (token: number): string => {
    const stack = table.piecesAt[token];
    if (!stack) return bare;
    // A link leads to a piece: where nothing lies, there is none.
    const links = table.linksAt.get(token);
    if (links) return rowCells(stack, links, table);
    if (!isSame(stack, last.stack)) last = { stack, cells: rowCells(stack, [], table) };
    return last.cells;
  };
  let token = 0;
  for (const [index, sentence] of sentences.entries()) {
    const above = index === 0 ? ownLines(article, sentence.start) : [''];
    out.write([...above, ...textLines(article.text, sentence), ''].join('\n'));
    const name = `${index + 1}-`;
    for (let place = 0; place < sentence.tokens.length; place++, token++) {
      const { start, end } = sentence.tokens[place] as Span;
      out.write(name);
      out.writeNumber(place + 1);
      out.write('\t');
      out.writeNumber(start);
      out.write('-');
      out.writeNumber(end);
      out.write('\t');
      out.writePart(words, start, end);
      out.write(cellsOf(token));
    }
  }
  return out.bytes();
}

const isSame = (one: readonly Piece[], other: readonly Piece[]): boolean => one.length === other.length && one.every((piece, index) => piece === other[index]);

function ownLines({ id, text }: Article, start: number): readonly string[] {
  const lead = text.slice(0, start);
  return [`${articleLine}${escapeText(id)}`, ...(/[^ ]/.test(lead) ? [`${leadLine}${escapeText(lead)}`] : [])];
}

const textLines = (text: string, { start, end }: Sentence): readonly string[] =>
  text.slice(start, end).split('\n').map((line) => `#Text=${escapeText(line)}`);

function tableOf(set: AnnotationSet | null, tokens: readonly Span[], sentences: readonly Sentence[], schema: Schema): Table {
  const pieces = (set?.annotations ?? []).flatMap((annotation) => annotation.spans.map((span): Piece => ({ annotation, span })));
  const used = new Set(pieces.flatMap(({ annotation }) => Object.keys(annotation.attributes)));
  const features = Array.from(featureNames(schema), ([attribute, name]) => ({ attribute, name })).filter(({ attribute }) => used.has(attribute));
  const { piecesAt, firstToken, lengths } = placed(pieces, tokens);
  const isShared = new Set<Piece>();
  for (const stack of piecesAt) if (stack && stack.length > 1) for (const piece of stack) isShared.add(piece);
  const numbered = pieces.filter((piece) => isShared.has(piece) || (lengths.get(piece) ?? 0) > 1);
  const linksAt = new Map<number, Link[]>();
  for (const link of linksOf(set, pieces, schema)) {
    const token = there(firstToken, link.to);
    const links = linksAt.get(token);
    if (links) links.push(link);
    else linksAt.set(token, [link]);
  }
  const idOf = rowNames(sentences);
  return { features, piecesAt, firstToken, numbers: new Map(numbered.map((piece, index) => [piece, index + 1])), linksAt, idOf };
}

function there(tokens: ReadonlyMap<Piece, number>, piece: Piece): number {
  const token = tokens.get(piece);
  if (token === undefined) throw new Error(`a link leads to or from a piece of ${piece.annotation.id} that lies nowhere`);
  return token;
}

function rowNames(sentences: readonly Sentence[]): (token: number) => string {
  /** The first token of each sentence. */
  const firsts: number[] = [];
  let count = 0;
  for (const { tokens } of sentences) {
    firsts.push(count);
    count += tokens.length;
  }
  return (token) => {
    const sentence = lowerBound(firsts, (first) => first > token) - 1;
    return `${sentence + 1}-${token - (firsts[sentence] as number) + 1}`;
  };
}

/** @throws when a piece does not begin and end with a token: then the tokens were not cut at its edges. */
function placed(pieces: readonly Piece[], tokens: readonly Span[]) {
  const piecesAt = tokens.map((): Piece[] | undefined => undefined);
  const firstToken = new Map<Piece, number>();
  const lengths = new Map<Piece, number>();
  for (const piece of pieces) {
    const first = lowerBound(tokens, ({ start }) => start >= piece.span.start);
    let last = first;
    while ((tokens[last]?.end ?? Number.POSITIVE_INFINITY) < piece.span.end) last++;
    if (tokens[first]?.start !== piece.span.start || tokens[last]?.end !== piece.span.end)
      throw new Error(`piece ${piece.span.start}–${piece.span.end} of ${piece.annotation.id} is not made of whole tokens`);
    firstToken.set(piece, first);
    lengths.set(piece, last + 1 - first);
    for (let at = first; at <= last; at++) {
      const stack = piecesAt[at];
      if (stack) stack.push(piece);
      else piecesAt[at] = [piece];
    }
  }
  return { piecesAt, firstToken, lengths };
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

/** The cells of a row behind its words, with its line end. */
function rowCells(stack: readonly Piece[], links: readonly Link[], table: Table): string {
  const marks = table.firstToken.size === 0 ? [] : markCells(stack, table);
  return `\t${[...marks, ...(table.linksAt.size === 0 ? [] : linkCells(links, table))].map((cell) => `${cell}\t`).join('')}\n`;
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
function linkCells(links: readonly Link[], { numbers, firstToken, idOf }: Table): readonly string[] {
  if (links.length === 0) return ['_', '_'];
  const source = ({ from, to }: Link): string => {
    const [one, other] = [numbers.get(from), numbers.get(to)];
    return `${idOf(there(firstToken, from))}${one === undefined && other === undefined ? '' : `[${one ?? 0}_${other ?? 0}]`}`;
  };
  return [links.map(({ type }) => escapeValue(type)).join('|'), links.map(source).join('|')];
}
