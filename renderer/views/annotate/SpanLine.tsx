import { Flag, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { wordsOf } from './scene.ts';
import styles from './SpanList.module.css';

interface SpanLineProps {
  readonly schema: Schema;
  readonly text: string;
  readonly annotation: Annotation;
  /** All that the line says, for whoever does not see it. */
  readonly name: string;
  /** From 0, among all lines: most of them are not in the page. */
  readonly index: number;
  readonly total: number;
  readonly isFocused: boolean;
  readonly onFocus: (annotation: AnnotationId) => void;
}

export const optionId = (annotation: AnnotationId): string => `annotation-${annotation}`;
const lineLength = 60;

/** One Annotation in the list; it is drawn again when something of it changes, and not when others do. */
export const SpanLine = memo(({ schema, text, annotation, name, index, total, isFocused, onFocus }: SpanLineProps) => (
  <div
    id={optionId(annotation.id)}
    role="option"
    aria-selected={isFocused}
    aria-setsize={total}
    aria-posinset={index + 1}
    aria-label={name}
    className={styles.line}
    onClick={() => onFocus(annotation.id)}
  >
    <LineContents schema={schema} text={text} annotation={annotation} />
  </div>
));

interface LineContentsProps {
  readonly schema: Schema;
  readonly text: string;
  readonly annotation: Annotation;
}

const LineContents = memo(({ schema, text, annotation }: LineContentsProps) => (
  <>
    <LabelSign schema={schema} label={annotation.label} />
    <Words className={styles.words}>{excerpt(wordsOf(text, annotation), lineLength)}</Words>
    {annotation.note !== '' && <StickyNote size={13} aria-hidden className={styles.note} />}
    {annotation.flagged && <Flag size={13} aria-hidden className={styles.flag} />}
  </>
));
