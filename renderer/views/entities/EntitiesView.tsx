import { ArrowLeft, Redo2, Undo2, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { type AnnotationId, type ArticleId, type EntityId, type SetId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import screen from '../../ui/screen.module.css';
import styles from './EntitiesView.module.css';
import { entitiesKeys } from './keys.ts';
import { peopleNamed } from './people.ts';
import { PersonDetail } from './PersonDetail.tsx';
import { PersonList } from './PersonList.tsx';
import { useRegister } from './use-register.ts';

/** An Annotation in one set of an Article. */
export interface SayingPlace {
  readonly article: ArticleId;
  readonly set: SetId;
  readonly annotation: AnnotationId;
}

export interface EntitiesViewProps {
  readonly store: ProjectStore;
  /** Opens the Article at the Annotation. */
  readonly onOpen: (place: SayingPlace) => void;
  readonly onBack: () => void;
}

/** Everybody the project knows, and what each of them said and promised, across all articles. */
export function EntitiesView({ store, onOpen, onBack }: EntitiesViewProps) {
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState<EntityId | null>(null);
  const entities = useLive(() => store.entities(), [store]);
  const schema = useLive(() => store.schema(), [store]);
  const steps = useLive(() => store.nextSteps(null), [store]);
  const register = useRegister(store);

  useMenuCommand('undo', register.undo, Boolean(steps?.undo));
  useMenuCommand('redo', register.redo, Boolean(steps?.redo));
  useKeys(
    entitiesKeys,
    {
      undo: () => (register.undo(), true),
      redo: () => (register.redo(), true),
      'search-people': () => (search.current?.focus(), true),
      'leave-people': () => (onBack(), true),
    },
    root,
  );

  const isRead = entities !== undefined && schema !== undefined;

  if (!isRead) return <Waiting />;
  const people = peopleNamed(entities, typed);
  const person = people.find(({ id }) => id === wanted) ?? people[0];
  return (
    <div ref={root} className={styles.view}>
      <header className={screen.head}>
        <IconButton icon={ArrowLeft} label={t('people.back')} command="leave-people" directional onClick={onBack} />
        <h1 className={screen.title}>{t('menu.people')}</h1>
        <span className={styles.count}>{t('people.count', { n: people.length })}</span>
        <span className={screen.gap} />
        <IconButton icon={Undo2} label={t('keys.undo')} command="undo" directional disabled={!steps?.undo} onClick={register.undo} />
        <IconButton icon={Redo2} label={t('keys.redo')} command="redo" directional disabled={!steps?.redo} onClick={register.redo} />
      </header>
      {entities.length === 0 ? (
        <main className={styles.empty}>
          <EmptyState icon={Users} title={t('people.empty')} actions={<Button onClick={onBack}>{t('people.back')}</Button>}>
            {t('people.empty.text')}
          </EmptyState>
        </main>
      ) : (
        <>
          <PersonList
            store={store}
            schema={schema}
            entities={entities}
            people={people}
            active={person?.id ?? null}
            typed={typed}
            search={search}
            onType={setTyped}
            onChoose={setWanted}
            onLeave={onBack}
          />
          <main className={styles.detail} aria-label={person?.name}>
            {person && (
              <PersonDetail
                key={person.id}
                store={store}
                schema={schema}
                entities={entities}
                person={person}
                register={register}
                onShow={setWanted}
                onOpen={onOpen}
              />
            )}
          </main>
        </>
      )}
    </div>
  );
}
