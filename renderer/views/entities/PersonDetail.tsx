import { GitMerge, Split, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Entity } from '../../../shared/model/entity.ts';
import { type EntityId } from '../../../shared/model/id.ts';
import { entitiesOf } from '../../../shared/model/references.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { personName } from '../../messages/person-name.ts';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { type SayingPlace } from './EntitiesView.tsx';
import styles from './EntitiesView.module.css';
import { MergeDialog } from './MergeDialog.tsx';
import { recordsOf } from './people.ts';
import { PersonForm } from './PersonForm.tsx';
import { SayingList } from './SayingList.tsx';
import { namingKey, sayingsIn, spokenLabels } from './sayings.ts';
import { SplitDialog } from './SplitDialog.tsx';
import { type Register } from './use-register.ts';

interface PersonDetailProps {
  readonly store: ProjectStore;
  readonly schema: Schema;
  readonly entities: readonly Entity[];
  readonly person: Entity;
  readonly register: Register;
  readonly onShow: (person: EntityId) => void;
  readonly onOpen: (place: SayingPlace) => void;
}

type Question = 'merge' | 'split' | null;

const nothing: ReadonlySet<string> = new Set();

/** One person or body: what is known about it, and everything it said. */
export function PersonDetail({ store, schema, entities, person, register, onShow, onOpen }: PersonDetailProps) {
  const { t } = useMessages();
  const [question, setQuestion] = useState<Question>(null);
  /** What is to be split off; `null` while nobody is splitting. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const sets = useLive(() => store.setsNaming([person.id]), [store, person.id]);
  const articles = useLive(async () => {
    const naming = await store.setsNaming([person.id]);
    return Promise.all([...new Set(naming.map(({ article }) => article))].map((article) => store.row(article)));
  }, [store, person.id]);
  const annotators = useLive(() => store.annotators(), [store]);
  if (!sets || !articles || !annotators) return null;

  const records = recordsOf(entities, person.id);
  const rows = new Map(articles.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const order = new Map([...rows.values()].sort((a, b) => (a.added < b.added ? 1 : -1)).map(({ id }, index) => [id, index]));
  const sayings = [...sets]
    .sort((a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0) || (a.id < b.id ? -1 : 1))
    .flatMap((set) => sayingsIn(set, records));
  const isMine = (set: { readonly annotator: string; readonly role: string }) => set.annotator === store.annotator && set.role === 'work';
  const isUnused = !sets.some((set) => [...records].some((record) => entitiesOf(set).has(record)));
  const picked = [...new Map(sayings.map(({ naming }) => [namingKey(naming), naming])).values()].filter((one) => chosen?.has(namingKey(one)));
  const close = () => setQuestion(null);
  return (
    <>
      <div className={styles.actions}>
        <Button icon={GitMerge} disabled={entities.length < 2} onClick={() => setQuestion('merge')}>
          {t('people.merge')}
        </Button>
        {chosen === null ? (
          <Button icon={Split} disabled={!sayings.some(({ set }) => isMine(set))} onClick={() => setChosen(nothing)}>
            {t('people.split')}
          </Button>
        ) : (
          <>
            <Button kind="primary" icon={Split} disabled={picked.length === 0} onClick={() => setQuestion('split')}>
              {t('people.split.go', { n: picked.length })}
            </Button>
            <Button onClick={() => setChosen(null)}>{t('dialog.cancel')}</Button>
          </>
        )}
        <Button kind="quiet" icon={Trash2} disabled={!isUnused} title={isUnused ? undefined : t('people.remove.used')} onClick={() => void register.remove(person)}>
          {t('people.remove')}
        </Button>
      </div>
      {chosen !== null && <p className={styles.hint}>{t('people.split.hint')}</p>}
      <div className={styles.columns}>
        <PersonForm key={person.id} person={person} register={register} />
        <SayingList
          store={store}
          schema={schema}
          labels={spokenLabels(schema)}
          sayings={sayings}
          rows={rows}
          writerOf={(set) => (isMine(set) ? null : personName(annotators, set.annotator, { t }))}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={onOpen}
        />
      </div>
      {question === 'merge' && (
        <MergeDialog store={store} entities={entities} person={person} register={register} onMerged={onShow} onClose={close} />
      )}
      {question === 'split' && (
        <SplitDialog
          entities={entities}
          person={person}
          chosen={picked}
          onSplit={async (to) => {
            if (await register.split(person, { to, chosen: picked })) setChosen(null);
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
