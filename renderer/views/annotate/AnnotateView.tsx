import { FileQuestion } from 'lucide-react';
import { useCallback, useState } from 'react';
import { sampleAnnotator } from '../../../shared/codecs/standoff/sample-annotator.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ArticleDesk } from './ArticleDesk.tsx';
import { sceneOf } from './scene.ts';
import { type Owner } from './SetSwitch.tsx';

export interface AnnotateViewProps {
  readonly store: ProjectStore;
  readonly article: ArticleId;
  readonly projectName: string;
  /** CSS pixels. */
  readonly readingSize: number;
  readonly onOpen: (article: ArticleId) => void;
  readonly onLibrary: () => void;
  readonly onAddFiles: () => void;
}

/** One Article being annotated. */
export const AnnotateView = (props: AnnotateViewProps) => <OpenArticle key={props.article} {...props} />;

const own: Owner = { set: null, name: '' };

function OpenArticle({ store, article: id, onLibrary, ...rest }: AnnotateViewProps) {
  const { t } = useMessages();
  const [shown, setShown] = useState(own);
  const fixed = useLive(async () => ({ schema: await store.schema(), article: (await store.article(id)) ?? null }), [store, id]);
  const ownSet = useLive(() => store.ownSet(id), [store, id]);
  const others = useLive(() => store.otherSets(id), [store, id]);
  const entities = useLive(() => store.entities(), [store]);
  const annotators = useLive(() => store.annotators(), [store]);
  const neighbours = useLive(() => store.neighbours(id), [store, id]);

  const schema = fixed?.schema;
  const text = fixed?.article?.text;
  const read = useCallback(async () => {
    if (schema === undefined || text === undefined) throw new Error(`article ${id} is read before it is open`);
    const set = shown.set === null ? await store.ownSet(id) : (await store.otherSets(id)).find((one) => one.id === shown.set);
    return sceneOf(schema, text, set ?? null, await store.entities(), shown.set !== null);
  }, [store, id, schema, text, shown]);

  if (fixed?.article === null) {
    return (
      <EmptyState icon={FileQuestion} title={t('annotate.gone')} actions={<Button onClick={onLibrary}>{t('bar.library')}</Button>}>
        {t('annotate.gone.text')}
      </EmptyState>
    );
  }
  // Opening takes a few milliseconds: anything shown meanwhile would only flicker.
  if (!fixed?.article || ownSet === undefined || !others || !entities || !annotators || !neighbours) return null;

  const nameOf = (set: AnnotationSet): string => annotators.find((one) => one.id === set.annotator)?.name ?? set.annotator;
  const shownSet = shown.set === null ? ownSet : (others.find((one) => one.id === shown.set) ?? null);
  return (
    <ArticleDesk
      key={shown.set ?? 'own'}
      store={store}
      article={fixed.article}
      first={sceneOf(fixed.schema, fixed.article.text, shownSet, entities, shown.set !== null)}
      read={read}
      set={shownSet}
      entities={entities}
      owners={[own, ...others.map((set) => ({ set: set.id, name: nameOf(set) }))]}
      shown={shown}
      status={ownSet?.status ?? 'todo'}
      isSample={others.some(({ annotator }) => annotator === sampleAnnotator.id)}
      neighbours={neighbours}
      onShow={setShown}
      onLibrary={onLibrary}
      {...rest}
    />
  );
}
