import { memo, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type EditorHandle } from '../../editor/editor-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Box, placeBar } from './bar-place.ts';
import styles from './LabelBar.module.css';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';

interface LabelBarProps {
  readonly schema: Schema;
  /** What a label would be put on; the bar stands at its end, and is not seen where there is none. */
  readonly span: Span | null;
  readonly editor: RefObject<EditorHandle | null>;
  /** The pane that scrolls the text; the bar stays inside it. */
  readonly pane: RefObject<HTMLElement | null>;
  readonly onLabel: (label: LabelId) => void;
  /** Is something being saved? */
  readonly isSaving: () => boolean;
}

/**
 * The labels at the end of the selection, within reach of the pointer. The text keeps the focus. It stays in the page, since to build it and
 * take it down with each label would cost more than the rest of drawing one.
 */
export function LabelBar({ schema, span, editor, pane, onLabel, isSaving }: LabelBarProps) {
  const { t, language, direction } = useMessages();
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Box | null>(null);

  const settle = useCallback(() => {
    const end = span && editor.current?.rectangle(span);
    if (!span || !bar.current || !pane.current) return;
    const isRtl = getComputedStyle(pane.current).direction === 'rtl';
    setPlace(end ? placeBar(end, bar.current.getBoundingClientRect(), pane.current.getBoundingClientRect(), isRtl) : null);
  }, [span, editor, pane]);
  useLayoutEffect(settle, [settle]);
  const isShown = span !== null;
  const wasShown = useAfterPaint(isShown, isSaving);
  useEffect(() => {
    if (!isShown) return;
    const box = pane.current;
    const resizing = new ResizeObserver(settle);
    for (const sized of [box, bar.current]) if (sized) resizing.observe(sized);
    box?.addEventListener('scroll', settle, { passive: true });
    return () => {
      resizing.disconnect();
      box?.removeEventListener('scroll', settle);
    };
  }, [isShown, settle, pane]);

  return (
    <div
      ref={bar}
      role="toolbar"
      dir={direction}
      lang={language}
      aria-label={t('annotate.label-bar')}
      className={styles.bar}
      // Where it is not seen it stays where it was: to move it would be one more layout. It is cut away first, which concerns it alone,
      // and hidden when the label is painted and saved: all that is in it gets another style then.
      style={{
        ...(place && { left: place.left, top: place.top }),
        ...(!isShown && { clipPath: 'inset(100%)' }),
        visibility: (isShown || wasShown) && place ? 'visible' : 'hidden',
      }}
      onMouseDown={(event) => event.preventDefault()}
    >
      <LabelButtons schema={schema} onLabel={onLabel} />
    </div>
  );
}

/** By themselves: while a selection grows, the bar moves and nothing in it changes. */
const LabelButtons = memo(({ schema, onLabel }: Pick<LabelBarProps, 'schema' | 'onLabel'>) => {
  const { number, language } = useMessages();
  return schema.labels.map(({ id, key, name }) => (
    <button key={id} type="button" tabIndex={-1} className={styles.label} onClick={() => onLabel(id)}>
      <KeyHint>{key === null ? '' : number(key)}</KeyHint>
      <LabelSign schema={schema} label={id} />
      <bdi>{name[language]}</bdi>
    </button>
  ));
});
