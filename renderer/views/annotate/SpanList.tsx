import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { countsByAnnotation } from './check-list.ts';
import panel from './panel.module.css';
import { type Scene } from './scene.ts';
import { everything, passing } from './span-filter.ts';
import { SpanFilterField } from './SpanFilterField.tsx';
import { optionId, SpanLine } from './SpanLine.tsx';
import styles from './SpanList.module.css';

interface SpanListProps {
  readonly scene: Scene;
  /** `null` while they are not known. */
  readonly findings: readonly Finding[] | null;
  readonly focused: AnnotationId | null;
  readonly onFocus: (annotation: AnnotationId) => void;
  /** On to the text, where the caret stands at what has the focus. */
  readonly onText: () => void;
}

/** CSS pixels, as in the style sheet. */
const lineHeight = 28;
/** Lines kept above and below those that can be seen: the list of a usual article is in the page as a whole. */
const linesBeyond = 70;

/** The index that a key leads to from `here`, which may lie between two lines; `null` for keys of no meaning here. */
function target(key: string, here: number, length: number): number | null {
  if (key === 'ArrowDown') return Math.min(Math.floor(here + 1), length - 1);
  if (key === 'ArrowUp') return Math.max(Math.ceil(here - 1), 0);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

/** All Annotations in reading order, or some kind of them: the way to each of them without the text. Every key of the view works from here too. */
export const SpanList = memo(({ scene, findings, focused, onFocus, onText }: SpanListProps) => {
  const { t } = useMessages();
  const [filter, setFilter] = useState(everything);
  const annotations = useMemo(() => passing(scene.annotations, filter), [scene.annotations, filter]);
  const countsOf = useMemo(() => countsByAnnotation(findings ?? []), [findings]);
  const lines = useRef<VirtualizerHandle>(null);
  // What was deleted leaves its place behind: down leads to what has taken it, up to the one before.
  const here = annotations.findIndex(({ id }) => id === focused);
  const place = useRef(0);
  useEffect(() => {
    if (here < 0) return;
    place.current = here;
    lines.current?.scrollToIndex(here, { align: 'nearest' });
  }, [here]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onText();
    const index = target(event.key, here < 0 ? place.current - 0.5 : here, annotations.length);
    const found = index === null ? undefined : annotations[index];
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
        {scene.annotations.length > 0 && <SpanFilterField scene={scene} filter={filter} onFilter={setFilter} />}
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
          bufferSize={linesBeyond * lineHeight}
          keepMounted={here < 0 ? [] : [here]}
        >
          {(annotation, index) => (
            <SpanLine key={annotation.id} scene={scene} annotation={annotation} counts={countsOf(annotation.id)} index={index} total={annotations.length} isFocused={index === here} onFocus={onFocus} />
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
