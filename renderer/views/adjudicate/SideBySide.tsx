import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { type TextLook } from '../../editor/editor-contract.ts';
import { type ReviewPlace, type ReviewTextHandle } from '../../editor/review-contract.ts';
import { ReviewText } from '../../editor/ReviewText.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AdjudicateView.module.css';
import { drawnReading } from './drawn.ts';
import { readerName } from './case-words.ts';
import { type Reader, type ReviewScene } from './scene.ts';

interface SideBySideProps {
  readonly scene: ReviewScene;
  readonly focused: string | null;
  readonly settled: ReadonlySet<string>;
  readonly textLook: TextLook;
  readonly onPress: (key: string | null) => void;
}

/** Milliseconds in which a column that was scrolled is the only one that leads. */
const alone = 250;

/**
 * A column for each reading, the first one at the right; where one is scrolled the others follow, paragraph by paragraph. What is to be seen is
 * brought into sight in the first one, and lights up in all.
 */
export function SideBySide({ ref, scene, ...shown }: SideBySideProps & { readonly ref?: Ref<ReviewTextHandle> }) {
  const handles = useRef(new Map<string, ReviewTextHandle>());
  /** Whom the others follow, and until when alone: what moves in them while they are laid out leads nobody back. */
  const lead = useRef<{ readonly set: string; readonly until: number }>({ set: '', until: 0 });
  const follow = (from: Reader) => (place: ReviewPlace) => {
    const now = performance.now();
    if (lead.current.set !== from.set.id && now < lead.current.until) return;
    lead.current = { set: from.set.id, until: now + alone };
    for (const [set, handle] of handles.current) if (set !== from.set.id) handle.scrollTo(place);
  };
  useImperativeHandle(
    ref,
    () => {
      const columns = () => [...handles.current.values()];
      const flash: ReviewTextHandle['flash'] = (span) => columns().forEach((one) => one.flash(span));
      return {
        focus: () => columns()[0]?.focus(),
        flash,
        reveal(span) {
          const [first] = handles.current;
          if (!first) return;
          lead.current = { set: first[0], until: performance.now() + alone };
          first[1].reveal(span);
          flash(span);
        },
        scrollTo: (place) => columns().forEach((one) => one.scrollTo(place)),
      };
    },
    [],
  );
  return (
    <div className={styles.columns}>
      {scene.readers.map((reader) => (
        <Column
          key={reader.set.id}
          scene={scene}
          reader={reader}
          onHandle={(handle) => {
            if (handle) handles.current.set(reader.set.id, handle);
            else handles.current.delete(reader.set.id);
          }}
          onScroll={follow(reader)}
          {...shown}
        />
      ))}
    </div>
  );
}

interface ColumnProps extends SideBySideProps {
  readonly reader: Reader;
  readonly onHandle: (handle: ReviewTextHandle | null) => void;
  readonly onScroll: (place: ReviewPlace) => void;
}

const none = [] as const;
const unselected = () => undefined;

function Column({ scene, reader, focused, settled, textLook, onPress, onHandle, onScroll }: ColumnProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const drawn = useMemo(() => drawnReading(scene, reader), [scene, reader]);
  const name = readerName(scene, reader, !scene.isBlind, messages);
  return (
    <section className={styles.column} aria-label={name}>
      <h3 className={styles.columnTitle}>
        <span dir={messages.direction}>{name}</span>
      </h3>
      <div className={styles.columnText} role="group" aria-label={name} tabIndex={0}>
        <ReviewText
          ref={onHandle}
          text={scene.article.text}
          schema={scene.schema}
          language={language}
          {...drawn}
          settled={settled}
          focused={focused}
          arcs={none}
          draft={none}
          {...textLook}
          ariaLabel={name}
          ariaDescription={t('adjudicate.text.about')}
          onPress={onPress}
          onSelect={unselected}
          onScroll={onScroll}
        />
      </div>
    </section>
  );
}
