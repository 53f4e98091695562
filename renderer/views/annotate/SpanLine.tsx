import { Flag, StickyNote } from 'lucide-react';
import { memo } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Counts } from './check-list.ts';
import { rememberedLine } from './remembered-line.ts';
import { type Scene, wordsOf } from './scene.ts';
import styles from './SpanList.module.css';
import { excerpt } from './wording.ts';

interface SpanLineProps {
  readonly scene: Scene;
  readonly annotation: Annotation;
  /** What is wrong with it. */
  readonly counts: Counts;
  /** From 0, among all lines: most of them are not in the page. */
  readonly index: number;
  readonly total: number;
  readonly isFocused: boolean;
  readonly onFocus: (annotation: AnnotationId) => void;
}

export const optionId = (annotation: AnnotationId): string => `annotation-${annotation}`;
const lineLength = 60;

/** One Annotation in the list. */
export const SpanLine = ({ scene, annotation, counts, index, total, isFocused, onFocus }: SpanLineProps) => (
  <div
    id={optionId(annotation.id)}
    role="option"
    aria-selected={isFocused}
    aria-setsize={total}
    aria-posinset={index + 1}
    aria-label={rememberedLine(scene, annotation, counts, useMessages())}
    className={styles.line}
    onClick={() => onFocus(annotation.id)}
  >
    <LineContents schema={scene.schema} text={scene.text} annotation={annotation} />
  </div>
);

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
