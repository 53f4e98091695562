import { FileQuestion, Scale } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { participantsIn, usualAmong } from '../../../shared/review/participants.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { withShownNames } from '../../messages/person-name.ts';
import { useLive } from '../../store/live.ts';
import { type TextLook } from '../../editor/editor-contract.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { UnmovedKeys } from '../../ui/KeyChoicesProvider.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { AdjudicateDesk } from './AdjudicateDesk.tsx';
import { adjudicateKeys } from './keys.ts';
import { type ReviewData, sceneOf } from './scene.ts';

export interface AdjudicateViewProps {
  readonly store: ProjectStore;
  readonly projectName: string;
  readonly article: ArticleId;
  readonly textLook: TextLook;
  /** Another Article, on this screen. */
  readonly onOpen: (article: ArticleId) => void;
  readonly onBack: () => void;
}

/** One Article with everybody's readings of it, and what is settled of them. */
export const AdjudicateView = (props: AdjudicateViewProps) => (
  <UnmovedKeys keys={adjudicateKeys}>
    <OpenReview key={props.article} {...props} />
  </UnmovedKeys>
);

function OpenReview({ store, article: id, onBack, ...ofDesk }: AdjudicateViewProps) {
  const { t } = useMessages();
  const [chosen, setChosen] = useState<readonly SetId[] | null>(null);
  const [isBlind, setBlind] = useState(true);
  const schema = useLive(() => store.schema(), [store]);
  const article = useLive(async () => (await store.article(id)) ?? null, [store, id]);
  const own = useLive(() => store.ownSet(id), [store, id]);
  const others = useLive(() => store.otherSets(id), [store, id]);
  const events = useLive(() => store.events(id), [store, id]);
  const entities = useLive(() => store.entities(), [store]);
  const stored = useLive(() => store.annotators(), [store]);
  const annotators = useMemo(() => stored && withShownNames(stored, { t }), [stored, t]);
  const unproven = useLive(() => store.unprovenSets(), [store]);

  const data = useMemo<ReviewData | null>(() => {
    if (!schema || !article || own === undefined || !others || !events || !entities || !annotators) return null;
    return { schema, article, sets: own ? [own, ...others] : others, events, entities, annotators, by: store.annotator };
  }, [schema, article, own, others, events, entities, annotators, store]);
  const people = useMemo(() => data && participantsIn(data.sets, data.events, data.annotators), [data]);
  const scene = useMemo(() => data && people && unproven && sceneOf(data, chosen ?? usualAmong(people, unproven), isBlind), [data, people, unproven, chosen, isBlind]);

  const isDesk = Boolean(scene && people && unproven && people.ready.length + people.unfinished.length > 0);
  // The desk has its own keys; without one there is only the way back.
  useKeys(adjudicateKeys, isDesk ? {} : { 'leave-adjudication': () => (onBack(), true) });
  if (article === null) {
    return (
      <EmptyState icon={FileQuestion} title={t('annotate.gone')} actions={<Button onClick={onBack}>{t('adjudicate.back')}</Button>}>
        {t('annotate.gone.text')}
      </EmptyState>
    );
  }
  if (!scene || !people || !unproven) return <Waiting />;
  if (people.ready.length + people.unfinished.length === 0) {
    return (
      <EmptyState icon={Scale} title={t('adjudicate.nothing')} actions={<Button onClick={onBack}>{t('adjudicate.back')}</Button>}>
        {t('adjudicate.nothing.text')}
      </EmptyState>
    );
  }
  return <AdjudicateDesk store={store} scene={scene} people={people} unproven={unproven} onAmong={setChosen} onBlind={setBlind} onBack={onBack} {...ofDesk} />;
}
