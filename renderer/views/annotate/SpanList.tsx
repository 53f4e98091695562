import { Flag } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { LabelSign } from './LabelSign.tsx';
import panel from './panel.module.css';
import { type Scene, wordsOf } from './scene.ts';
import styles from './SpanList.module.css';
import { excerpt, listLine } from './wording.ts';
import { Words } from './Words.tsx';

interface SpanListProps {
  readonly scene: Scene;
  readonly focused: AnnotationId | null;
  readonly onFocus: (annotation: AnnotationId) => void;
}

const optionId = (annotation: AnnotationId): string => `annotation-${annotation}`;
const lineLength = 60;

/** The index that a key leads to from `here` (-1 for none); `null` for keys of no meaning here. */
function target(key: string, here: number, length: number): number | null {
  if (key === 'ArrowDown') return Math.min(here + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(here - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

/** All Annotations in reading order: the way to each of them without the text. Every key of the view works from here too. */
export function SpanList({ scene, focused, onFocus }: SpanListProps) {
  const messages = useMessages();
  const { t } = messages;
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Newer engines answer with a promise, which an effect may not return.
    void current.current?.scrollIntoView({ block: 'nearest' });
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent) => {
    const here = scene.annotations.findIndex(({ id }) => id === focused);
    const index = target(event.key, here, scene.annotations.length);
    const found = index === null ? undefined : scene.annotations[index];
    if (!found) return;
    event.preventDefault();
    onFocus(found.id);
  };
  const line = (annotation: Annotation) => (
    <li
      key={annotation.id}
      id={optionId(annotation.id)}
      ref={annotation.id === focused ? current : null}
      role="option"
      aria-selected={annotation.id === focused}
      aria-label={listLine(scene, annotation, messages)}
      className={styles.line}
      onClick={() => onFocus(annotation.id)}
    >
      <LabelSign schema={scene.schema} label={annotation.label} />
      <Words className={styles.words}>{excerpt(wordsOf(scene.text, annotation), lineLength)}</Words>
      {annotation.flagged && <Flag size={13} aria-hidden className={styles.flag} />}
    </li>
  );
  return (
    <section className={styles.section} aria-labelledby="annotate-spans">
      <h2 id="annotate-spans" className={panel.title}>
        {t('annotate.spans')}
      </h2>
      <ul
        role="listbox"
        tabIndex={0}
        aria-labelledby="annotate-spans"
        {...(focused !== null && { 'aria-activedescendant': optionId(focused) })}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {scene.annotations.map(line)}
      </ul>
      {scene.annotations.length === 0 && <p className={panel.muted}>{t('annotate.spans.empty')}</p>}
    </section>
  );
}
