import { ArrowLeft, TextSearch } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { concordanceLine, type ConcordanceQuery } from '../../../shared/model/concordance.ts';
import { type AnnotationId, type ArticleId, type EntityId, type LabelId, type RelationType, type SetId } from '../../../shared/model/id.ts';
import { isStanding } from '../../../shared/model/merged-entities.ts';
import { labelDef, relationsFrom, type Schema } from '../../../shared/model/schema.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { fold } from '../../../shared/text/persian.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { personName } from '../../messages/person-name.ts';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { labelStyle } from '../../ui/LabelSign.tsx';
import { NameOption } from '../../ui/NameOption.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Words } from '../../ui/Words.tsx';
import screen from '../../ui/screen.module.css';
import { fieldDirection } from '../../ui/field-direction.ts';
import styles from './ConcordanceView.module.css';
import { concordanceKeys } from './keys.ts';
import { type Line, mostLines, useLines } from './use-lines.ts';

export interface ConcordanceViewProps {
  readonly store: ProjectStore;
  /** Opens the Article at the Annotation. */
  readonly onOpen: (place: { readonly article: ArticleId; readonly set: SetId; readonly annotation: AnnotationId }) => void;
  readonly onBack: () => void;
}

/** What is asked for, as the fields have it: `''` is no condition. */
interface Asked {
  readonly label: LabelId;
  readonly person: string;
  /** `relation TYPE`, `attribute ID`, `attribute ID=VALUE`, `flagged` or `noted`. */
  readonly condition: string;
}

/** Everything that bears a label, in all articles: one line each, with the words round it. */
export function ConcordanceView({ store, onOpen, onBack }: ConcordanceViewProps) {
  const schema = useLive(() => store.schema(), [store]);
  return schema ? <Concordance store={store} schema={schema} onOpen={onOpen} onBack={onBack} /> : null;
}

function Concordance({ store, schema, onOpen, onBack }: ConcordanceViewProps & { readonly schema: Schema }) {
  const { t, language } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  /** The keys go to the screen. */
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), []);
  const entities = useLive(() => store.entities(), [store]);
  const people = useMemo(() => (entities ?? []).filter(isStanding).sort((a, b) => a.name.localeCompare(b.name, 'fa')), [entities]);
  const [asked, setAsked] = useState<Asked>(() => ({ label: (schema.labels[0] as Schema['labels'][number]).id, person: '', condition: '' }));
  // Only who is asked for: the register comes in later than the screen, and nothing is looked for anew because of it.
  const persons = useMemo(
    () => (asked.person === '' ? null : new Set((entities ?? []).filter(({ id, mergedInto }) => id === asked.person || mergedInto === asked.person).map(({ id }): EntityId => id))),
    [asked.person, entities],
  );
  const query = useMemo((): ConcordanceQuery => {
    const { label, condition } = asked;
    const [kind, rest = ''] = condition.split(/ (.*)/);
    const [id = '', value] = rest.split(/=(.*)/);
    return {
      label,
      person: persons,
      relation: kind === 'relation' ? (rest as RelationType) : null,
      attribute: kind === 'attribute' ? { id, value: value ?? null } : null,
      mark: kind === 'flagged' || kind === 'noted' ? kind : null,
    };
  }, [asked, persons]);
  const [written, setWritten] = useState('');
  // Whoever types is not held up by what was typed before.
  const sought = useDeferredValue(fold(written).text.trim());
  const { lines, isWhole, isCut } = useLines(store, query, sought);
  useKeys(concordanceKeys, { 'leave-concordance': () => (onBack(), true) }, root);

  const label = labelDef(schema, asked.label);
  const conditions = [
    ...relationsFrom(schema, asked.label).map(({ type, name }) => ({ value: `relation ${type}`, words: t('concordance.linked', { relation: name[language] }) })),
    ...(label?.attributes ?? []).flatMap(({ id, name, choices }) => [
      { value: `attribute ${id}`, words: t('concordance.attribute', { attribute: name[language] }) },
      ...choices.map((choice) => ({ value: `attribute ${id}=${choice.id}`, words: t('concordance.value', { attribute: name[language], value: choice.name[language] }) })),
    ]),
    { value: 'flagged', words: t('spans.flagged') },
    { value: 'noted', words: t('spans.noted') },
  ];
  const isNarrowed = asked.person !== '' || asked.condition !== '' || written !== '';
  const widen = () => {
    setAsked({ ...asked, person: '', condition: '' });
    setWritten('');
  };
  const status = isCut ? t('concordance.cut', { n: mostLines }) : isWhole ? t('concordance.found', { n: lines.length }) : t('concordance.reading', { n: lines.length });
  return (
    <div ref={root} className={screen.screen}>
      <header className={screen.head}>
        <IconButton icon={ArrowLeft} label={t('people.back')} command="leave-concordance" directional onClick={onBack} />
        <h1 className={screen.title}>{t('menu.concordance')}</h1>
        <Choice label={t('concordance.label')} value={asked.label} onChoose={(value) => setAsked({ ...asked, label: value as LabelId, condition: '' })}>
          {schema.labels.map(({ id, name }) => <NameOption key={id} value={id} name={name[language]} />)}
        </Choice>
        <Choice label={t('concordance.person')} value={asked.person} onChoose={(person) => setAsked({ ...asked, person })}>
          <option value="">{t('concordance.anybody')}</option>
          {people.map(({ id, name }) => <NameOption key={id} value={id} name={name} />)}
        </Choice>
        <Choice label={t('concordance.condition')} value={asked.condition} onChoose={(condition) => setAsked({ ...asked, condition })}>
          <option value="">{t('concordance.any')}</option>
          {conditions.map(({ value, words }) => <option key={value} value={value}>{words}</option>)}
        </Choice>
        <input
          type="search"
          aria-label={t('concordance.words')}
          placeholder={t('concordance.words')}
          className={styles.choice}
          dir={fieldDirection(written)}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          // Escape empties the field first, and only then leaves.
          onKeyDown={(event) => {
            if (event.key === 'Escape' && written !== '') {
              event.stopPropagation();
              event.preventDefault();
              setWritten('');
            }
          }}
        />
        <span role="status" className={styles.status}>{status}</span>
      </header>
      <main ref={main} tabIndex={-1} aria-label={t('menu.concordance')} className={styles.main}>
        {isWhole && lines.length === 0 ? (
          <EmptyState icon={TextSearch} title={t('concordance.none')} actions={<Button onClick={isNarrowed ? widen : onBack}>{t(isNarrowed ? 'concordance.all' : 'people.back')}</Button>}>
            {t('concordance.none.text')}
          </EmptyState>
        ) : (
          <LineList store={store} schema={schema} lines={lines} onOpen={({ set, annotation }) => onOpen({ article: set.article, set: set.id, annotation: annotation.id })} />
        )}
      </main>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

const Choice = ({ label, value, onChoose, children }: ChoiceProps) => (
  <select aria-label={label} className={styles.choice} value={value} onChange={(event) => onChoose(event.target.value)}>
    {children}
  </select>
);

interface LineListProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly lines: readonly Line[];
  readonly onOpen: (line: Line) => void;
}

/** CSS pixels; as in the style sheet. */
const rowHeight = 64;

function LineList({ store, schema, lines, onOpen }: LineListProps) {
  const { t } = useMessages();
  const id = useId();
  const list = useRef<VirtualizerHandle>(null);
  const annotators = useLive(() => store.annotators(), [store]);
  const [cursor, setCursor] = useState(0);
  const active = Math.min(cursor, lines.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -lines.length, End: lines.length }[event.key];
    const line = lines[active];
    if (event.key === 'Enter' && line) onOpen(line);
    else if (by !== undefined) {
      const next = Math.max(0, Math.min(lines.length - 1, active + by));
      setCursor(next);
      list.current?.scrollToIndex(next, { align: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <div role="listbox" tabIndex={0} aria-label={t('menu.concordance')} aria-activedescendant={`${id}-${active}`} className={styles.list} onKeyDown={onKeyDown}>
      <Virtualizer ref={list} data={lines} itemSize={rowHeight} keepMounted={active < 0 ? [] : [active]}>
        {(line, index) => (
          <div
            key={`${line.set.id} ${line.annotation.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-setsize={lines.length}
            aria-posinset={index + 1}
            className={styles.row}
            onClick={() => onOpen(line)}
          >
            <ContextLine store={store} schema={schema} line={line} writer={annotators ? personName(annotators, line.set.annotator, { t }) : ''} />
          </div>
        )}
      </Virtualizer>
    </div>
  );
}

interface ContextLineProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly line: Line;
  readonly writer: string;
}

/** The words of the label in the middle, what stands before and after on either side, in the direction of the text. */
function ContextLine({ store, schema, line: { set, annotation }, writer }: ContextLineProps) {
  const article = useLive(() => store.article(set.article), [store, set.article]);
  const line = article && concordanceLine(article.text, annotation);
  if (!line) return null;
  const { before, words, after } = line;
  const direction = directionOf(before + words + after);
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  return (
    <>
      <span dir={direction} lang={article.language} className={styles.words}>
        {/* Cut at its far end, where it is furthest from the label: a line is cut at the end of its own direction. */}
        <span dir={other} className={styles.before}>
          <bdi dir={direction}>{before.replaceAll('\n', ' ')}</bdi>
        </span>
        <mark className={styles.marked} style={labelStyle(schema, annotation.label)}>{words.replaceAll('\n', ' ')}</mark>
        <span className={styles.after}>{after.replaceAll('\n', ' ')}</span>
      </span>
      <span className={styles.source}>
        <Words className={styles.name}>{article.title}</Words>
        <Words>{writer}</Words>
      </span>
    </>
  );
}
