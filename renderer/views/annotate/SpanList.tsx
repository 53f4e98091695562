import { type KeyboardEvent, memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { countsByAnnotation } from './check-list.ts';
import { type Checking } from './checking.ts';
import panel from './panel.module.css';
import { type Desk } from './desk.ts';
import { rememberedLine } from './remembered-line.ts';
import { type Scene } from './scene.ts';
import { everything, passing, type SpanFilter } from './span-filter.ts';
import { SpanFilterField } from './SpanFilterField.tsx';
import { optionId, SpanLine } from './SpanLine.tsx';
import { useFindings } from './use-checks.ts';
import styles from './SpanList.module.css';

interface SpanListProps {
  /** Whose scene is newer than the one that is drawn: keys go by it. */
  readonly desk: Pick<Desk, 'snapshot' | 'subscribe'>;
  readonly scene: Scene;
  readonly checking: Checking;
  readonly focused: AnnotationId | null;
  readonly onFocus: (annotation: AnnotationId) => void;
  /** On to the text, where the caret stands at what has the focus. */
  readonly onText: () => void;
}

/** CSS pixels, as in the style sheet. */
const lineHeight = 28;
/** The list of a usual article is in the page as a whole; of a longer one, so many lines above and below those that can be seen. */
const linesBeyond = (lines: number): number => (lines <= 150 ? lines : 12);

/** The index that a key leads to from `here`, which may lie between two lines; `null` for keys of no meaning here. */
function target(key: string, here: number, length: number): number | null {
  if (key === 'ArrowDown') return Math.min(Math.floor(here + 1), length - 1);
  if (key === 'ArrowUp') return Math.max(Math.ceil(here - 1), 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

const placeOf = (annotations: readonly Annotation[], focused: AnnotationId | null): number =>
  focused === null ? -1 : annotations.findIndex(({ id }) => id === focused);

/** Where the focus was last among what passes. What was deleted leaves its place behind: down leads to what has taken it, up to the one before. */
function useLastPlace(desk: SpanListProps['desk'], filter: SpanFilter): RefObject<number> {
  const place = useRef(0);
  useEffect(() => {
    const note = () => {
      const { scene, state } = desk.snapshot();
      const here = placeOf(passing(scene.annotations, filter), state.focused);
      if (here >= 0) place.current = here;
    };
    note();
    return desk.subscribe(note);
  }, [desk, filter]);
  return place;
}

/** All Annotations in reading order, or some kind of them: the way to each of them without the text. Every key of the view works from here too. */
export const SpanList = memo(({ desk, scene, checking, focused, onFocus, onText }: SpanListProps) => {
  const messages = useMessages();
  const { t } = messages;
  const [filter, setFilter] = useState(everything);
  const annotations = useMemo(() => passing(scene.annotations, filter), [scene.annotations, filter]);
  const findings = useFindings(checking);
  const countsOf = useMemo(() => countsByAnnotation(findings ?? []), [findings]);
  const lines = useRef<VirtualizerHandle>(null);
  const here = useMemo(() => placeOf(annotations, focused), [annotations, focused]);
  const place = useLastPlace(desk, filter);
  useEffect(() => {
    if (here >= 0) lines.current?.scrollToIndex(here, { align: 'nearest' });
  }, [here]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onText();
    const now = passing(desk.snapshot().scene.annotations, filter);
    const at = placeOf(now, desk.snapshot().state.focused);
    const index = target(event.key, at < 0 ? place.current - 0.5 : at, now.length);
    const found = index === null ? undefined : now[index];
    if (!found) return;
    event.preventDefault();
    onFocus(found.id);
  };
  return (
    <section className={styles.section} aria-labelledby="annotate-spans">
      <div className={styles.head}>
        <h2 id="annotate-spans" className={panel.title}>
          {t('annotate.spans')}
        </h2>
        {scene.annotations.length > 0 && <SpanFilterField schema={scene.schema} annotations={scene.annotations} filter={filter} onFilter={setFilter} />}
      </div>
      <div
        role="listbox"
        tabIndex={0}
        aria-labelledby="annotate-spans"
        {...(focused !== null && here >= 0 && { 'aria-activedescendant': optionId(focused) })}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        <Virtualizer
          ref={lines}
          data={annotations}
          itemSize={lineHeight}
          bufferSize={linesBeyond(annotations.length) * lineHeight}
          keepMounted={here < 0 ? [] : [here]}
        >
          {(annotation, index) => (
            <SpanLine
              key={annotation.id}
              schema={scene.schema}
              text={scene.text}
              annotation={annotation}
              name={rememberedLine(scene, annotation, countsOf(annotation.id), messages)}
              index={index}
              total={annotations.length}
              isFocused={index === here}
              onFocus={onFocus}
            />
          )}
        </Virtualizer>
      </div>
      {annotations.length === 0 && <NoLine scene={scene} onAll={() => setFilter(everything)} />}
    </section>
  );
});

/** Why there is no line, and what to do about it. */
function NoLine({ scene, onAll }: { readonly scene: Scene; readonly onAll: () => void }) {
  const { t } = useMessages();
  if (scene.annotations.length === 0) return <p className={panel.muted}>{t(scene.readOnly ? 'annotate.spans.none-here' : 'annotate.spans.empty')}</p>;
  return (
    <>
      <p className={panel.muted}>{t('spans.filtered-out')}</p>
      <Button onClick={onAll}>{t('spans.show-all')}</Button>
    </>
  );
}
