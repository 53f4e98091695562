import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { type LabelDef, labelDef, relationDef, type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ArticleRow, type ProjectStore } from '../../store/project-store.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { LabelSign } from '../../ui/LabelSign.tsx';
import { Words } from '../../ui/Words.tsx';
import { type SayingPlace } from './EntitiesView.tsx';
import { isSpoken, namingKey, type Saying } from './sayings.ts';
import styles from './SayingList.module.css';

interface SayingListProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  /** What a person can stand behind: quotes, commitments. */
  readonly labels: readonly LabelDef[];
  readonly sayings: readonly Saying[];
  readonly rows: ReadonlyMap<ArticleId, ArticleRow>;
  /** The colleague whose set it is; `null` for the annotator's own. */
  readonly writerOf: (set: AnnotationSet) => string | null;
  /** What is ticked; `null` while nothing can be. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onOpen: (place: SayingPlace) => void;
}

const all = 'all';
/** CSS pixels; as in the style sheet. */
const rowHeight = 96;

/** Everything that has to do with the person, in every article. Enter or a click opens the article there, or ticks while splitting. */
export function SayingList({ store, schema, labels, sayings, rows, writerOf, chosen, onChoose, onOpen }: SayingListProps) {
  const { t, language } = useMessages();
  const id = useId();
  const list = useRef<VirtualizerHandle>(null);
  const [label, setLabel] = useState<LabelId | typeof all>(all);
  const [cursor, setCursor] = useState(0);
  const shown = label === all ? sayings : sayings.filter((one) => one.annotation.label === label && isSpoken(schema, one));
  const active = Math.min(cursor, shown.length - 1);

  const take = (saying: Saying | undefined) => {
    if (!saying) return;
    const { set, annotation, naming } = saying;
    if (chosen === null) return onOpen({ article: set.article, set: set.id, annotation: annotation.id });
    if (writerOf(set) !== null) return;
    const key = namingKey(naming);
    onChoose(new Set(chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -shown.length, End: shown.length }[event.key];
    if (event.key === 'Enter' || event.key === ' ') take(shown[active]);
    else if (by !== undefined) {
      const next = Math.max(0, Math.min(shown.length - 1, active + by));
      setCursor(next);
      list.current?.scrollToIndex(next, { align: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <section className={styles.pane} aria-label={t('people.sayings')}>
      <ChoiceGroup<LabelId | typeof all>
        label={t('people.sayings')}
        value={label}
        choices={[{ value: all, label: t('people.sayings.all') }, ...labels.map((one) => ({ value: one.id, label: one.name[language] }))]}
        onChoose={(value) => {
          setLabel(value);
          setCursor(0);
        }}
      />
      {shown.length === 0 ? (
        <p className={styles.none}>{t('people.sayings.none')}</p>
      ) : (
        <div
          role="listbox"
          tabIndex={0}
          aria-label={t('people.sayings')}
          aria-multiselectable={chosen !== null}
          aria-activedescendant={`${id}-${active}`}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          <Virtualizer ref={list} data={shown} itemSize={rowHeight} keepMounted={[active]}>
            {(saying, index) => (
              <div
                key={`${saying.set.id} ${saying.annotation.id} ${saying.relation?.id ?? ''}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={chosen === null ? index === active : chosen.has(namingKey(saying.naming))}
                aria-disabled={chosen !== null && writerOf(saying.set) !== null}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
                className={styles.row}
                data-active={index === active}
                onClick={() => {
                  setCursor(index);
                  take(saying);
                }}
              >
                <SayingLine store={store} schema={schema} saying={saying} row={rows.get(saying.set.article)} writer={writerOf(saying.set)} />
              </div>
            )}
          </Virtualizer>
        </div>
      )}
    </section>
  );
}

interface SayingLineProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly saying: Saying;
  readonly row: ArticleRow | undefined;
  readonly writer: string | null;
}

/** Its words are read when the line comes into sight: a text is large, and most are never looked at. */
function SayingLine({ store, schema, saying: { set, annotation, relation }, row, writer }: SayingLineProps) {
  const { t, language } = useMessages();
  const article = useLive(() => store.article(set.article), [store, set.article]);
  const words = article && annotation.spans.map(({ start, end }) => article.text.slice(start, end)).join(' … ');
  const kind = relation ? relationDef(schema, relation.type)?.name : labelDef(schema, annotation.label)?.name;
  return (
    <>
      <span className={styles.sign}>
        <LabelSign schema={schema} label={annotation.label} />
      </span>
      <span className={styles.words}>
        <Words lang={article?.language}>{words ?? ''}</Words>
      </span>
      <span className={styles.source}>
        <span>{kind?.[language]}</span>
        <Words className={styles.title}>{row?.title ?? ''}</Words>
        {writer !== null && <span className={styles.writer}>{t('people.by', { name: writer })}</span>}
      </span>
    </>
  );
}
