import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type AnnotationSet, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { ArticleEditor } from '../../editor/ArticleEditor.tsx';
import { type EditorHandle, type TextSelection } from '../../editor/editor-contract.ts';
import { setLabelColours } from '../../editor/label-colours.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Neighbours, type ProjectStore } from '../../store/project-store.ts';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { useToast } from '../../ui/Toast.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './ArticleDesk.module.css';
import { coachLine } from './coach.ts';
import { drawn } from './drawn.ts';
import { type FocusRequest, Inspector } from './Inspector.tsx';
import { pressed } from './gesture.ts';
import { LabelBar } from './LabelBar.tsx';
import { LabelPanel } from './LabelPanel.tsx';
import { marked } from './labelling.ts';
import { modeHint } from './mode-hint.ts';
import { type Scene } from './scene.ts';
import { type Owner, SetSwitch } from './SetSwitch.tsx';
import { SpanList } from './SpanList.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useAnnotateKeys, useLastInput } from './use-annotate-keys.ts';
import { useDesk } from './use-desk.ts';
import { inLanguage } from './wording.ts';

export interface ArticleDeskProps {
  readonly store: ProjectStore;
  readonly article: Article;
  readonly projectName: string;
  readonly first: Scene;
  readonly read: () => Promise<Scene>;
  /** What is stored now: when one of them changes, the scene is read again. */
  readonly set: AnnotationSet | null;
  readonly entities: readonly Entity[];
  readonly owners: readonly Owner[];
  readonly shown: Owner;
  readonly status: SetStatus;
  readonly isSample: boolean;
  readonly neighbours: Neighbours;
  readonly readingSize: number;
  readonly onShow: (owner: Owner) => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly onLibrary: () => void;
  readonly onAddFiles: () => void;
}

/** One set of one Article with everything to mark it: text, labels, list, inspector, status. */
export function ArticleDesk(props: ArticleDeskProps) {
  const { store, article, set, entities, isSample, status, onOpen } = props;
  const { t, number, language } = useMessages();
  const toast = useToast();
  const root = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const [request, setRequest] = useState<FocusRequest | null>(null);
  const lastInput = useLastInput();

  const { desk, state, scene } = useDesk({
    store,
    article: article.id,
    first: props.first,
    read: props.read,
    editor,
    onSay: (words) => setSaid(({ turn }) => ({ words, turn: turn + 1 })),
    onGo: (region) => setRequest({ region }),
    onFinished: (next) => (next === null ? toast(t('annotate.finished')) : onOpen(next)),
  });
  useAnnotateKeys({ desk, editor, root, pane, lastInput });
  useEffect(() => desk.renew(), [desk, set, entities]);
  useLayoutEffect(() => {
    if (root.current) setLabelColours(root.current, scene.schema);
  }, [scene.schema]);
  useEffect(() => editor.current?.focus(), []);

  const press = (command: Parameters<typeof pressed>[0]) => desk.gesture(pressed(command));
  useMenuCommand('undo', () => press('undo'));
  useMenuCommand('redo', () => press('redo'));
  useMenuCommand('mark-done', () => press('finish'), status !== 'done');
  useMenuCommand('next-article', () => props.neighbours.next && onOpen(props.neighbours.next), props.neighbours.next !== null);

  const onSelect = useCallback(
    (selection: TextSelection | null) => {
      const isBare = !selection || selection.span.start === selection.span.end;
      desk.gesture({ kind: 'select', selection: isBare ? null : selection, source: lastInput.current.source });
    },
    [desk, lastInput],
  );
  const picture = useMemo(() => drawn(scene, state, number), [scene, state, number]);
  const barSpan = scene.readOnly ? undefined : marked(state).at(-1);
  const hint = modeHint(scene, state);
  const coach = isSample ? coachLine(scene, state, status) : null;

  return (
    <div ref={root} className={styles.desk}>
      <aside className={styles.start} aria-label={t('annotate.labels')}>
        <SetSwitch owners={props.owners} shown={props.shown} onShow={props.onShow} />
        <LabelPanel
          scene={scene}
          armed={state.mode.kind === 'armed' ? state.mode.label : null}
          onLabel={(label) => desk.gesture({ kind: 'label', label })}
        />
        <SpanList scene={scene} focused={state.focused} onFocus={(annotation) => desk.gesture({ kind: 'focus', annotation })} />
      </aside>
      <main ref={pane} className={styles.text} dir="rtl" lang={article.language}>
        <VisuallyHidden>
          <h1>{article.title}</h1>
        </VisuallyHidden>
        <ArticleEditor
          ref={editor}
          text={article.text}
          schema={scene.schema}
          language={language}
          {...picture}
          focused={state.focused}
          readingSize={props.readingSize}
          ariaLabel={t('annotate.text')}
          ariaDescription={t('annotate.text.locked')}
          onSelect={onSelect}
          onPress={(annotation) => desk.gesture({ kind: 'press', annotation })}
          onMoveBorder={(annotation, piece, edge, offset) => desk.gesture({ kind: 'drop-border', annotation, piece, edge, offset })}
        />
        {isSample && (
          <button type="button" dir="auto" className={styles.addOwn} onClick={props.onAddFiles}>
            {t('annotate.add-own')}
          </button>
        )}
      </main>
      {barSpan && (
        <LabelBar schema={scene.schema} span={barSpan} editor={editor} pane={pane} onLabel={(label) => desk.gesture({ kind: 'label', label })} />
      )}
      <Inspector scene={scene} state={state} request={request} onGesture={desk.gesture} onLeave={() => editor.current?.focus()} />
      <StatusBar
        store={store}
        projectName={props.projectName}
        annotations={scene.annotations.length}
        isDone={status === 'done'}
        canFinish={!scene.readOnly}
        neighbours={props.neighbours}
        hint={hint ? t(hint.code, inLanguage(hint.values, language)) : coach && t(coach)}
        onOpen={onOpen}
        onLibrary={props.onLibrary}
        onFinish={() => press('finish')}
        onReopen={() => desk.gesture({ kind: 'edit', intent: { name: 'set-status', input: { status: 'in-progress' } } })}
      />
      <VisuallyHidden role="status" data-said>
        <span key={said.turn}>{said.words}</span>
      </VisuallyHidden>
    </div>
  );
}
