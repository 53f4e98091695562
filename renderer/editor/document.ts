import { type Node, Schema } from 'prosemirror-model';
import { type Direction, directionOf } from '../../shared/text/direction.ts';
import { type Utf16Offset } from '../../shared/text/offsets.ts';
import { paragraphs } from '../../shared/text/paragraphs.ts';
import { sections } from '../../shared/text/sections.ts';
import { blockOfLine, linesPerBlock } from './positions.ts';

export type ParagraphKind = 'title' | 'heading' | 'body';

/** What a paragraph knows besides its text. */
export interface ParagraphAttributes {
  readonly line: number;
  readonly direction: Direction;
  readonly kind: ParagraphKind;
}

/** One kind of paragraph, plain text, no marks: annotations are never part of the document. Blocks mean nothing: they are there for the browser. */
const articleSchema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    block: { content: 'paragraph*', toDOM: () => ['div', 0] },
    paragraph: { content: 'text*', marks: '', attrs: { line: {}, direction: {}, kind: {} }, toDOM: () => ['p', 0] },
    text: {},
  },
});

/** The document of an article: one paragraph per line, empty ones too, in blocks. */
export function articleDocument(text: string): Node {
  const { title, headings } = sections(text);
  const headingStarts = new Set(headings.map(({ start }) => start));
  const kindAt = (start: Utf16Offset): ParagraphKind => {
    if (!headingStarts.has(start)) return 'body';
    return title?.start === start ? 'title' : 'heading';
  };
  const nodes = paragraphs(text).map(({ start, end }, line) => {
    const content = text.slice(start, end);
    const attributes: ParagraphAttributes = { line, direction: directionOf(content), kind: kindAt(start) };
    return articleSchema.node('paragraph', { ...attributes }, content === '' ? [] : [articleSchema.text(content)]);
  });
  const blocks = Array.from({ length: blockOfLine(nodes.length - 1) + 1 }, (_, block) => nodes.slice(block * linesPerBlock, (block + 1) * linesPerBlock));
  return articleSchema.node('doc', null, blocks.map((inside) => articleSchema.node('block', null, inside)));
}
