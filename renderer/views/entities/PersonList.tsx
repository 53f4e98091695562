import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type EntityId, type LabelId } from '../../../shared/model/id.ts';
import { entitiesOf } from '../../../shared/model/references.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Words } from '../../ui/Words.tsx';
import { fieldDirection } from '../../ui/field-direction.ts';
import styles from './PersonList.module.css';
import { foundName, recordsOf } from './people.ts';
import { spokenCounts, spokenLabels } from './sayings.ts';

interface PersonListProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly entities: readonly Entity[];
  /** Those of them that the list shows. */
  readonly people: readonly Entity[];
  readonly active: EntityId | null;
  readonly typed: string;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onType: (typed: string) => void;
  readonly onChoose: (person: EntityId) => void;
  readonly onLeave: () => void;
}

/** CSS pixels; as in the style sheet. */
const rowHeight = 56;
/** People whose numbers are read at once; a page more than is in sight. */
const pageRows = 32;

type Counts = ReadonlyMap<EntityId, ReadonlyMap<LabelId, number>>;

/** Everybody whose name holds what was typed. The field has the focus; arrows walk through the list. */
export function PersonList({ store, schema, entities, people, active, typed, search, onType, onChoose, onLeave }: PersonListProps) {
  const { t } = useMessages();
  const id = useId();
  const list = useRef<VirtualizerHandle>(null);
  const [page, setPage] = useState(0);
  const place = Math.max(0, people.findIndex((person) => person.id === active));
  const counts = useCounts(store, schema, entities, people.slice(page * pageRows, (page + 2) * pageRows));

  useEffect(() => search.current?.focus(), [search]);
  useEffect(() => {
    list.current?.scrollToIndex(place, { align: 'nearest' });
  }, [place]);

  const onKeyDown = (event: KeyboardEvent) => {
    const visible = Math.floor((list.current?.viewportSize ?? rowHeight) / rowHeight);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: visible, PageUp: -visible }[event.key];
    const next = by === undefined ? undefined : people[Math.max(0, Math.min(people.length - 1, place + by))];
    if (!next) return;
    onChoose(next.id);
    event.preventDefault();
  };
  // The keys of the screen are silent while one types: the field has a way out of its own, first out of what was typed.
  const onFieldKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return onKeyDown(event);
    event.preventDefault();
    return typed === '' ? onLeave() : onType('');
  };
  return (
    <nav className={styles.pane} aria-label={t('menu.people')}>
      <div className={styles.search}>
        <Search size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <input
          ref={search}
          type="text"
          role="combobox"
          dir={fieldDirection(typed)}
          className={styles.field}
          aria-label={t('people.search')}
          aria-autocomplete="list"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={people.length > 0 ? `${id}-${active}` : undefined}
          placeholder={t('people.search')}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onFieldKey}
        />
      </div>
      {people.length === 0 && <p className={styles.none}>{t('people.none-found')}</p>}
      <div id={`${id}-list`} role="listbox" tabIndex={0} aria-label={t('menu.people')} className={styles.list} onKeyDown={onKeyDown}>
        <Virtualizer
          ref={list}
          data={people}
          itemSize={rowHeight}
          keepMounted={[place]}
          onScroll={(offset) => setPage(Math.floor((list.current?.findItemIndex(offset) ?? 0) / pageRows))}
        >
          {(person, index) => (
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={person.id === active}
              aria-setsize={people.length}
              aria-posinset={index + 1}
              className={styles.row}
              onClick={() => onChoose(person.id)}
            >
              <PersonLine person={person} typed={typed} schema={schema} counts={counts?.get(person.id)} />
            </div>
          )}
        </Virtualizer>
      </div>
    </nav>
  );
}

interface PersonLineProps {
  readonly person: Entity;
  readonly typed: string;
  readonly schema: Schema;
  /** `undefined` until they are read. */
  readonly counts: ReadonlyMap<LabelId, number> | undefined;
}

function PersonLine({ person, typed, schema, counts }: PersonLineProps) {
  const { t, number, language } = useMessages();
  const alias = typed.trim() === '' ? person.aliases[0] : foundName(person, typed);
  return (
    <>
      <span className={styles.head}>
        <Words className={styles.name}>{person.name}</Words>
        <span className={styles.kind}>{t(`people.kind.${person.kind}`)}</span>
      </span>
      <span className={styles.more}>
        {alias && alias !== person.name && <Words className={styles.alias}>{alias}</Words>}
        {counts &&
          spokenLabels(schema).map(({ id, name }) => (
            <span key={id} className={styles.tally}>
              {t('people.tally', { label: name[language], n: number(counts.get(id) ?? 0) })}
            </span>
          ))}
      </span>
    </>
  );
}

/** How much these people said and promised: by index, of those in sight alone. */
function useCounts(store: ProjectStore, schema: Schema, entities: readonly Entity[], shown: readonly Entity[]): Counts | undefined {
  const ids = shown.map(({ id }) => id);
  return useLive(async () => {
    const naming = setsByEntity(await store.setsNaming(ids));
    return new Map(
      ids.map((person) => {
        const records = recordsOf(entities, person);
        const sets = new Set([...records].flatMap((record) => naming.get(record) ?? []));
        return [person, spokenCounts(schema, [...sets], records)] as const;
      }),
    );
  }, [store, schema, entities, ids.join(' ')]);
}

function setsByEntity(sets: readonly AnnotationSet[]): ReadonlyMap<EntityId, readonly AnnotationSet[]> {
  const found = new Map<EntityId, AnnotationSet[]>();
  for (const set of sets) {
    for (const entity of entitiesOf(set)) {
      const others = found.get(entity);
      if (others) others.push(set);
      else found.set(entity, [set]);
    }
  }
  return found;
}
