import { createElement, Fragment, type ReactNode } from 'react';
import { directionOf } from '../../../shared/text/direction.ts';
import styles from './Markdown.module.css';
import { type Block, type Inline } from './parse-markdown.ts';

export interface MarkdownProps {
  readonly blocks: readonly Block[];
  /** The heading's element id for its id in the text. */
  readonly anchorOf: (id: string) => string;
  /** The section that was asked for, drawn apart. */
  readonly current: string | null;
}

/** Blocks as elements, from React alone: what a guideline says can never be markup of the page. */
export const Markdown = ({ blocks, anchorOf, current }: MarkdownProps) => (
  <div className={styles.words}>
    {blocks.map((block, index) => (
      <Fragment key={index}>{drawn(block, anchorOf, current)}</Fragment>
    ))}
  </div>
);

function drawn(block: Block, anchorOf: (id: string) => string, current: string | null): ReactNode {
  switch (block.kind) {
    case 'heading':
      return createElement(
        `h${Math.min(block.level + 1, 6)}`,
        {
          className: styles.heading,
          'data-level': block.level,
          // Reached by a key, not by Tab: the keys then scroll on from there.
          ...(block.id !== null && { id: anchorOf(block.id), tabIndex: -1, 'data-current': block.id === current }),
        },
        inline(block.parts),
      );
    case 'paragraph':
      return <p>{inline(block.parts)}</p>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{inline(item)}</li>);
      return block.isNumbered ? <ol className={styles.numbers}>{items}</ol> : <ul className={styles.points}>{items}</ul>;
    }
  }
}

const inline = (parts: readonly Inline[]): ReactNode => parts.map((part, index) => <Fragment key={index}>{phrase(part)}</Fragment>);

function phrase(part: Inline): ReactNode {
  switch (part.kind) {
    case 'text':
      return cited(part.text);
    case 'code':
      return (
        <code dir="ltr" className={styles.code}>
          {part.text}
        </code>
      );
    case 'strong':
      return <strong>{inline(part.parts)}</strong>;
    case 'example':
      return (
        <em className={styles.example} dir={directionOf(textOf(part.parts))}>
          {inline(part.parts)}
        </em>
      );
  }
}

/** Words of another script between «…» turn neither what stands around them nor their neighbours: «که», «به گفتهٔ» in an English line. */
const cited = (text: string): ReactNode =>
  text.split(/(?<=«)([^«»]+)(?=»)/).map((words, index) => (index % 2 === 0 ? words : <bdi key={index} dir={directionOf(words)}>{words}</bdi>));

const textOf = (parts: readonly Inline[]): string =>
  parts.map((part) => ('text' in part ? part.text : textOf(part.parts))).join('');
