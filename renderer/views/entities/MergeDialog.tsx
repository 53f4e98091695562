import { useEffect, useRef, useState } from 'react';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotatorId, type EntityId } from '../../../shared/model/id.ts';
import { entitiesOf } from '../../../shared/model/references.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { NameCombobox } from '../../ui/NameCombobox.tsx';
import styles from './EntitiesView.module.css';
import { nameOptions, recordsOf } from './people.ts';
import { type Register } from './use-register.ts';

interface MergeDialogProps {
  readonly store: ProjectStore;
  readonly entities: readonly Entity[];
  readonly person: Entity;
  readonly register: Register;
  readonly onMerged: (into: EntityId) => void;
  readonly onClose: () => void;
}

/** With whom? Then: what it will touch. */
export function MergeDialog({ store, entities, person, register, onMerged, onClose }: MergeDialogProps) {
  const { t, list } = useMessages();
  const [into, setInto] = useState<Entity | null>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  // Who was named by a key goes on by keys.
  useEffect(() => confirm.current?.focus(), [into]);
  const touched = useLive(async () => touchedBy(await store.setsNaming([person.id]), store.annotator, recordsOf(entities, person.id)), [store, person.id]);
  const merge = async () => {
    if (into && (await register.merge(person, into))) onMerged(into.id);
    onClose();
  };
  const footer = into && (
    <>
      <Button onClick={() => setInto(null)}>{t('people.merge.other')}</Button>
      <Button ref={confirm} kind="primary" onClick={() => void merge()}>
        {t('people.merge.do')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('people.merge.title', { name: person.name })} {...(footer && { footer })}>
      {into === null ? (
        <NameCombobox
          title={t('people.merge.who')}
          options={(typed) => nameOptions(entities, person.id, typed)}
          onPick={({ entity }) => entity && setInto(entity)}
        />
      ) : (
        <ul className={styles.preview}>
          <li>{t('people.merge.names', { into: into.name, names: list([person.name, ...person.aliases]) })}</li>
          {touched && <li>{t('people.merge.own', { into: into.name, links: touched.links, articles: touched.articles })}</li>}
          {touched && touched.others > 0 && <li>{t('people.merge.others', { into: into.name, n: touched.others })}</li>}
          <li>{t('people.merge.undo')}</li>
        </ul>
      )}
    </Dialog>
  );
}

interface Touched {
  /** Own mentions and Relations, and the articles they lie in. */
  readonly links: number;
  readonly articles: number;
  /** Colleagues' sets that name the person. */
  readonly others: number;
}

function touchedBy(sets: readonly AnnotationSet[], me: AnnotatorId, records: ReadonlySet<EntityId>): Touched {
  const naming = sets.filter((set) => [...records].some((record) => entitiesOf(set).has(record)));
  const own = naming.filter(({ annotator, role }) => annotator === me && role === 'work');
  const links = own.flatMap(({ annotations, relations }) => [
    ...annotations.filter(({ entity }) => entity !== null && records.has(entity)),
    ...relations.filter(({ to }) => to.kind === 'entity' && records.has(to.id)),
  ]);
  return { links: links.length, articles: new Set(own.map(({ article }) => article)).size, others: naming.length - own.length };
}
