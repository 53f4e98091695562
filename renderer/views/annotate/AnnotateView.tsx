import { FileQuestion } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { sampleAnnotator } from '../../../shared/codecs/standoff/sample-annotator.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type AnnotationId, type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { personName } from '../../messages/person-name.ts';
import { kept } from '../../store/kept.ts';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { KeysKept } from '../../ui/early-keys.ts';
import { ArticleDesk } from './ArticleDesk.tsx';
import { type BesideText } from './beside-text.ts';
import { type OnPaper } from './on-paper.ts';
import { type Reading } from './reading.ts';
import { sceneOf } from './scene.ts';
import { type Owner } from './SetSwitch.tsx';

export interface AnnotateViewProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  /** What has the focus when it opens, in which set. */
  readonly at?: { readonly set: SetId; readonly annotation: AnnotationId };
  /** What is selected when it opens. */
  readonly passage?: Span;
  readonly projectName: string;
  readonly reading: Reading;
  readonly onOpen: (article: ArticleId) => void;
  readonly onLibrary: () => void;
  readonly onAddFiles: () => void;
  readonly onPaper: OnPaper;
  readonly renderBesideText: BesideText;
}

/** One Article being annotated. */
export const AnnotateView = (props: AnnotateViewProps) => <OpenArticle key={props.article} {...props} />;

const own: Owner = { set: null, name: '' };

function OpenArticle({ store, article: id, at, passage, onLibrary, ...rest }: AnnotateViewProps) {
  const { t } = useMessages();
  const [chosen, setChosen] = useState<SetId | null | undefined>(undefined);
  const schema = useLive(() => store.schema(), [store]);
  const article = useLive(async () => (await store.article(id)) ?? null, [store, id]);
  const ownSet = useLive(() => store.ownSet(id), [store, id]);
  const others = useLive(() => store.otherSets(id), [store, id]);
  const entities = useLive(() => store.entities(), [store]);
  const recent = useLive(() => store.recentEntities(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  const neighbours = useLive(() => store.neighbours(id), [store, id]);

  const text = article?.text;
  /** `null`: the own one. Somebody else's is shown at once where the Article is opened at something in it. */
  const shown = chosen === undefined ? (others?.find((one) => one.id === at?.set)?.id ?? null) : chosen;
  const read = useCallback(async () => {
    if (schema === undefined || text === undefined) throw new Error(`article ${id} is read before it is open`);
    const atHand = await store.atHand(id);
    const set = shown === null ? atHand.set : ((await store.otherSets(id)).find((one) => one.id === shown) ?? null);
    // What is drawn by the schema is drawn again only where it says something else. It may have been altered with the labels, before this was told.
    return sceneOf(kept(schema, atHand.schema), text, set, atHand.entities, atHand.recentEntities, shown !== null);
  }, [store, id, schema, text, shown]);

  const owners = useMemo(() => {
    const nameOf = (set: AnnotationSet): string => {
      const name = personName(annotators ?? [], set.annotator, { t });
      return set.role === 'adjudicated' ? t('annotate.gold-of', { name }) : name;
    };
    return [own, ...(others ?? []).map((set): Owner => ({ set: set.id, name: nameOf(set) }))];
  }, [others, annotators, t]);

  if (article === null) {
    return (
      <EmptyState icon={FileQuestion} title={t('annotate.gone')} actions={<Button onClick={onLibrary}>{t('bar.library')}</Button>}>
        {t('annotate.gone.text')}
      </EmptyState>
    );
  }
  // Opening takes a few milliseconds: anything shown meanwhile would only flicker.
  if (!schema || !article || ownSet === undefined || !others || !entities || !recent || !annotators || !neighbours) return <KeysKept />;

  const shownSet = shown === null ? ownSet : (others.find((one) => one.id === shown) ?? null);
  return (
    <ArticleDesk
      key={shown ?? 'own'}
      store={store}
      article={article}
      first={sceneOf(schema, article.text, shownSet, entities, recent, shown !== null)}
      read={read}
      set={shownSet}
      entities={entities}
      owners={owners}
      shown={owners.find(({ set }) => set === shown) ?? own}
      passage={passage ?? null}
      startAt={at && shownSet?.id === at.set ? at.annotation : null}
      status={ownSet?.status ?? 'todo'}
      sample={others.find(({ annotator }) => annotator === sampleAnnotator.id) ?? null}
      neighbours={neighbours}
      onShow={({ set }) => setChosen(set)}
      onLibrary={onLibrary}
      {...rest}
    />
  );
}
