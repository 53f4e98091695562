import { useMemo, useRef } from 'react';
import { type ReviewPlace, type ReviewTextHandle } from '../../editor/review-contract.ts';
import { ReviewText } from '../../editor/ReviewText.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AdjudicateView.module.css';
import { drawnReading } from './drawn.ts';
import { type Reader, type ReviewScene } from './scene.ts';

interface SideBySideProps {
  readonly scene: ReviewScene;
  readonly focused: string | null;
  readonly settled: ReadonlySet<string>;
  readonly readingSize: number;
  readonly readingFont: string;
  readonly onPress: (key: string | null) => void;
}

/** A column for each reading, the first one at the right; where one is scrolled the others follow, paragraph by paragraph. */
export function SideBySide({ scene, ...shown }: SideBySideProps) {
  const handles = useRef(new Map<string, ReviewTextHandle>());
  const follow = (from: Reader) => (place: ReviewPlace) => {
    for (const [set, handle] of handles.current) if (set !== from.set.id) handle.scrollTo(place);
  };
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

function Column({ scene, reader, focused, settled, readingSize, readingFont, onPress, onHandle, onScroll }: ColumnProps) {
  const { t, language } = useMessages();
  const drawn = useMemo(() => drawnReading(scene, reader), [scene, reader]);
  const name = scene.isBlind ? t('adjudicate.reader', { letter: reader.letter }) : t('adjudicate.reader.named', { letter: reader.letter, name: reader.name });
  return (
    <section className={styles.column} aria-label={name}>
      <h3 className={styles.columnTitle}>{name}</h3>
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
          readingSize={readingSize}
          readingFont={readingFont}
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
