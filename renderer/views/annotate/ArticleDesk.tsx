import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { type Pane, type PaperCommand } from '../../../shared/bridge.ts';
import { type Finding } from '../../../shared/checks/finding.ts';
import { type AnnotationSet, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type ArticleId, type LabelId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { ArticleEditor } from '../../editor/ArticleEditor.tsx';
import { type ArticleEditorProps, type CaretMove, type EditorHandle, type PressedPlace, type TextSelection } from '../../editor/editor-contract.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { keeper, kept, keptFields } from '../../store/kept.ts';
import { type Neighbours, type ProjectStore } from '../../store/project-store.ts';
import { pressKept } from '../../ui/early-keys.ts';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { Splitter } from '../../ui/Splitter.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Words } from '../../ui/Words.tsx';
import { Announcer } from './Announcer.tsx';
import styles from './ArticleDesk.module.css';
import { type BesideText, labelAtHand } from './beside-text.ts';
import { codesOf, nextToMend } from './check-list.ts';
import { ChecksDialog } from './ChecksDialog.tsx';
import { coachLine, exampleIn, outlined } from './coach.ts';
import { drawn, type Drawn } from './drawn.ts';
import { FindBar } from './FindBar.tsx';
import { FocusHint } from './FocusHint.tsx';
import { type FocusRequest, Inspector } from './Inspector.tsx';
import { pressed } from './gesture.ts';
import { type AnnotateCommand } from './keys.ts';
import { InvisiblesLegend } from './InvisiblesLegend.tsx';
import { LabelBar } from './LabelBar.tsx';
import { LabelPanel } from './LabelPanel.tsx';
import { marked } from './labelling.ts';
import { type Interaction, needsPanel } from './mode.ts';
import { modeHint } from './mode-hint.ts';
import { type OnPaper } from './on-paper.ts';
import { type Reading } from './reading.ts';
import { ProposalPanel } from './ProposalPanel.tsx';
import { type Scene } from './scene.ts';
import { type Owner, SetSwitch } from './SetSwitch.tsx';
import { SpanList } from './SpanList.tsx';
import { StatusBar } from './StatusBar.tsx';
import { type MenuKey, TextMenu } from './TextMenu.tsx';
import { useAnnotateKeys, useLastInput } from './use-annotate-keys.ts';
import { useAnnouncer } from './use-announcer.ts';
import { useChecking, useFollowing } from './use-checks.ts';
import { useDesk } from './use-desk.ts';
import { useDirections } from './use-directions.ts';
import { useFocusMode } from './use-focus-mode.ts';
import { useFind } from './use-find.ts';
import { useHome } from './use-home.ts';
import { useInvisibles } from './use-invisibles.ts';
import { usePaneWidths } from './use-pane-widths.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useTalk } from './use-talk.ts';
import { useTypedAhead } from './use-typed-ahead.ts';
import { inLanguage } from './wording.ts';

export interface ArticleDeskProps {
  readonly store: ProjectStore;
  readonly article: Article;
  readonly projectName: string;
  /** What has the focus when it opens. */
  readonly startAt: AnnotationId | null;
  /** What is selected when it opens. */
  readonly passage: Span | null;
  readonly first: Scene;
  readonly read: () => Promise<Scene>;
  /** What is stored now: when one of them changes, the scene is read again. */
  readonly set: AnnotationSet | null;
  readonly entities: readonly Entity[];
  readonly owners: readonly Owner[];
  readonly shown: Owner;
  readonly status: SetStatus;
  /** A colleague's work on the sample; `null` for every other Article. */
  readonly sample: AnnotationSet | null;
  readonly neighbours: Neighbours;
  readonly reading: Reading;
  readonly onShow: (owner: Owner) => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly onLibrary: () => void;
  readonly onAddFiles: () => void;
  readonly onPaper: OnPaper;
  readonly renderBesideText: BesideText;
}

const noCodes: readonly string[] = [];

/** CSS pixels below which words of a pane would be cut off, as in the style sheet. */
const leastWidths = { labels: 176, text: 288, beside: 208, inspector: 240 } as const;

/** Part of the window's width that guideline or discussion take at most, as in `BesidePane.module.css`. */
const mostBeside = 0.32;

/** One set of one Article with everything to mark it: text, labels, list, inspector, status. */
export function ArticleDesk(props: ArticleDeskProps) {
  const { startAt, passage, store, article, set, entities, sample, status, reading, onOpen } = props;
  const { t, language } = useMessages();
  const toast = useToast();
  const root = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const { said, say, tell, followCaret } = useAnnouncer(reading.speechDetail);
  const checking = useChecking(article);
  const [blocked, setBlocked] = useState<readonly Finding[] | null>(null);
  const [request, setRequest] = useState<FocusRequest | null>(null);
  const forgetRequest = useCallback(() => setRequest(null), []);
  const [pressedPlace, setPressedPlace] = useState<PressedPlace | null>(null);
  const directions = useDirections(article, reading);
  const invisibles = useInvisibles();
  const widths = usePaneWidths(root, reading);
  const lastInput = useLastInput();
  const goHome = useHome(root, editor);
  const find = useFind(article.text, editor);
  const focusMode = useFocusMode(reading, say, () => editor.current?.focus());

  const { desk, state, scene } = useDesk({
    store,
    article: article.id,
    published: article.source.published,
    first: props.first,
    read: props.read,
    editor,
    onSay: say,
    onTell: tell,
    onGo: (region) => {
      if (region === 'text') return goHome();
      if (region === 'find') return find.open();
      // What the key leads to is one of the panels.
      reading.onFocusMode(false);
      // At once: the next key is for it already.
      flushSync(() => setRequest({ region }));
    },
    check: checking.check,
    onBlocked: setBlocked,
    onFinished: (next) => (next === null ? toast(t('annotate.finished')) : onOpen(next)),
  });
  useFollowing(checking, scene);
  const goToNextFinding = useSteady(() => {
    const annotation = nextToMend(checking.findings() ?? [], desk.snapshot().state.focused);
    if (annotation) desk.gesture({ kind: 'focus', annotation });
    else tell(t('checks.none'));
  });
  useTypedAhead(desk);
  useAnnotateKeys({ desk, editor, root, pane, lastInput, directions: directions.set, goHome, onFinding: goToNextFinding, onNothingBack: focusMode.leave, onInvisibles: invisibles.toggle });
  const { schema } = props.first;
  useEffect(() => {
    if (!isShown(desk.snapshot().scene, schema, set, entities)) desk.renew();
  }, [desk, schema, set, entities]);
  // In the commit itself, as all listening is: the next key may be on its way, and those that came while this was being opened follow.
  useLayoutEffect(() => {
    editor.current?.focus();
    pressKept();
  }, []);
  const isUnsaved = useSyncExternalStore(store.onSaveState, () => store.saveState().kind === 'failed');
  useReadingPlace({ article, reading, desk, focused: state.focused, editor, pane });
  const { isCoached, onCoached } = reading;
  const leads = sample !== null && !isCoached;
  useEffect(() => {
    if (leads && status === 'done') onCoached();
  }, [leads, status, onCoached]);
  useLayoutEffect(() => {
    if (startAt !== null) desk.gesture({ kind: 'focus', annotation: startAt });
  }, [desk, startAt]);
  useLayoutEffect(() => {
    if (!passage) return;
    editor.current?.select(passage);
    editor.current?.reveal(passage);
  }, [passage]);

  const press = (command: Parameters<typeof pressed>[0]) => desk.gesture(pressed(command));
  const onKey = useCallback((command: AnnotateCommand) => desk.gesture(pressed(command, editor.current?.caret())), [desk]);
  const onOpenOther = useSteady(onOpen);
  const onLibrary = useSteady(props.onLibrary);
  const onFinish = useCallback(() => desk.gesture(pressed('finish')), [desk]);
  const onReopen = useCallback(() => desk.gesture({ kind: 'edit', intent: { name: 'set-status', input: { status: 'in-progress' } } }), [desk]);
  const onMenuKey = useCallback((command: MenuKey, annotation: AnnotationId | null) => {
    if (annotation) desk.gesture({ kind: 'focus', annotation });
    onKey(command);
  }, [desk, onKey]);
  const onMenuClosed = useCallback(() => {
    setPressedPlace(null);
    editor.current?.focus();
  }, []);
  useMenuCommand('undo', () => press('undo'));
  useMenuCommand('redo', () => press('redo'));
  useMenuCommand('mark-done', () => press('finish'), status !== 'done');
  const toPaper = (command: PaperCommand) => props.onPaper(command, { ...desk.snapshot().scene, article, directions: directions.set, owner: props.shown.set === null ? null : props.shown.name });
  useMenuCommand('print', () => toPaper('print'));
  useMenuCommand('save-pdf', () => toPaper('save-pdf'));
  useMenuCommand('save-html', () => toPaper('save-html'));
  useMenuCommand('next-article', () => props.neighbours.next && onOpen(props.neighbours.next), props.neighbours.next !== null);

  const onSelect = useCallback(
    (selection: TextSelection | null) => {
      const isBare = !selection || selection.span.start === selection.span.end;
      desk.gesture({ kind: 'select', selection: isBare ? null : selection, source: lastInput.current.source });
    },
    [desk, lastInput],
  );
  const onLabel = useCallback((label: LabelId) => desk.gesture({ kind: 'label', label }), [desk]);
  const onFocus = useCallback((annotation: AnnotationId) => desk.gesture({ kind: 'focus', annotation }), [desk]);
  const onText = useCallback(() => editor.current?.focus(), []);
  const onCaret = useSteady((move: CaretMove) => {
    desk.wandered();
    followCaret(desk.snapshot().scene, move);
  });
  const onPress = useCallback((annotation: AnnotationId | null) => desk.gesture({ kind: 'press', annotation }), [desk]);
  const onMoveBorder = useCallback<ArticleEditorProps['onMoveBorder']>(
    (annotation, piece, edge, offset) => desk.gesture({ kind: 'drop-border', annotation, piece, edge, offset }), [desk],
  );
  const talk = useTalk({ desk, editor, store, article: article.id, set: set?.id ?? null });
  const onLinkDrag = useCallback((from: AnnotationId, to: readonly AnnotationId[]) => desk.gesture({ kind: 'drop-link', from, to }), [desk]);
  const picture = useDrawn(scene, state);
  const isSaving = useCallback(() => desk.isWorking() || store.saveState().kind === 'saving', [desk, store]);
  const beside = useBesideText({ scene, state, request }, isSaving);
  const edge = (of: Pane) => ({ beside: pane, leastBeside: leastWidths.text, onMove: widths.onMove[of], onMoved: widths.onMoved[of] });
  const barSpan = marked(state).at(-1) ?? null;
  const mode = modeHint(scene, state);
  const hint = mode && t(mode.code, inLanguage(mode.values, language));
  const example = useMemo(() => (sample && leads ? exampleIn(sample) : null), [sample, leads]);
  const coach = example ? coachLine(scene, state, status, example) : null;
  const outline = coach && example ? outlined(scene, state, example) : [];

  return (
    <div ref={root} className={styles.desk} style={widths.style} data-focus-mode={reading.isFocusMode} data-asks={needsPanel(state.mode)} data-unsaved={isUnsaved}>
      <aside className={styles.start} aria-label={t('annotate.labels')}>
        <SetSwitch owners={props.owners} shown={props.shown} onShow={props.onShow} />
        <LabelPanel
          scene={beside.scene}
          armed={state.mode.kind === 'armed' ? state.mode.label : null}
          onLabel={onLabel}
        />
        <SpanList desk={desk} scene={beside.scene} checking={checking} focused={beside.state.focused} onFocus={onFocus} onText={onText} />
        {invisibles.names && <InvisiblesLegend text={article.text} />}
      </aside>
      <main ref={pane} className={styles.text} dir="rtl" lang={article.language} data-outlines={!find.isOpen && outline.length > 0}>
        <VisuallyHidden>
          <h1><Words lang={article.language}>{article.title}</Words></h1>
        </VisuallyHidden>
        <ArticleEditor
          ref={editor}
          text={article.text}
          schema={scene.schema}
          language={language}
          {...picture}
          pieces={find.shown ?? (outline.length > 0 ? outline : picture.pieces)}
          focused={state.focused}
          readingSize={reading.readingSize}
          readingFont={reading.readingFont}
          lineHeight={reading.lineHeight}
          selectionUnit={reading.selectionUnit}
          directions={directions.set}
          invisibles={invisibles.names}
          ariaLabel={t('annotate.text')}
          ariaDescription={t('annotate.text.locked')}
          onSelect={onSelect}
          onCaret={onCaret}
          onPress={onPress}
          onMoveBorder={onMoveBorder}
          onMenu={setPressedPlace}
          onLinkDrag={onLinkDrag}
        />
        {sample && (
          <button type="button" dir="auto" className={styles.addOwn} onClick={props.onAddFiles}>
            {t('annotate.add-own')}
          </button>
        )}
        {!scene.readOnly && <LabelBar schema={scene.schema} span={barSpan} editor={editor} pane={pane} onLabel={onLabel} isSaving={isSaving} />}
        {reading.isFocusMode && <FocusHint question={hint} wayOut={focusMode.hint} said={said} />}
      </main>
      <div className={styles.beside}>{props.renderBesideText({ article, schema: scene.schema, label: labelAtHand(scene, state), anchorsHere: talk.anchorsHere, onJump: talk.onJump, onLeave: goHome })}</div>
      {blocked && (
        <ChecksDialog
          scene={scene}
          errors={blocked}
          onBack={(annotation) => {
            setBlocked(null);
            if (annotation) desk.gesture({ kind: 'focus', annotation });
          }}
          onOverride={(reason) => {
            setBlocked(null);
            desk.gesture({ kind: 'finish-anyway', override: { reason, codes: codesOf(blocked) } });
          }}
        />
      )}
      <TextMenu
        scene={scene}
        place={pressedPlace}
        directions={directions}
        onFocus={onFocus}
        onKey={onMenuKey}
        onTalk={talk.onTalk}
        onClose={onMenuClosed}
      />
      {find.isOpen && <FindBar find={find} />}
      {state.mode.kind === 'proposal' ? (
        <ProposalPanel scene={scene} mode={state.mode} language={article.language} onGesture={desk.gesture} />
      ) : (
        <Inspector
          {...beside}
          published={article.source.published}
          checking={checking}
          onAnswered={forgetRequest}
          onGesture={desk.gesture}
          onKey={onKey}
          onLeave={goHome}
        />
      )}
      <section className={styles.edges} aria-label={t('annotate.edges')}>
        <Splitter label={t('annotate.edge', { pane: 'labels' })} area="start" side="end" least={leastWidths.labels} {...edge('labels')} />
        <Splitter label={t('annotate.edge', { pane: 'beside' })} area="beside" side="start" least={leastWidths.beside} mostOfWindow={mostBeside} {...edge('beside')} />
        <Splitter label={t('annotate.edge', { pane: 'inspector' })} area="inspector" side="start" least={leastWidths.inspector} {...edge('inspector')} />
      </section>
      <StatusBar
        store={store}
        projectName={props.projectName}
        annotations={beside.scene.annotations.length}
        checking={checking}
        onFinding={goToNextFinding}
        openTalk={talk.open}
        isDone={status === 'done'}
        answeredFor={set?.override?.codes ?? noCodes}
        canFinish={!scene.readOnly}
        neighbours={props.neighbours}
        selectionUnit={reading.selectionUnit}
        readingSize={reading.readingSize}
        onSelectionUnit={reading.onSelectionUnit}
        hint={hint}
        coach={coach && t(coach)}
        said={said}
        showsInvisibles={invisibles.names !== null}
        onInvisibles={invisibles.toggle}
        onOpen={onOpenOther}
        onLibrary={onLibrary}
        onFinish={onFinish}
        onReopen={onReopen}
      />
      <Announcer said={said} />
    </div>
  );
}

/** Is it what the scene was read from? Then it has only come back from being stored. */
const isShown = (scene: Scene, schema: Schema, set: AnnotationSet | null, entities: readonly Entity[]): boolean =>
  set !== null &&
  scene.schema === schema &&
  kept(scene.annotations, set.annotations) === scene.annotations &&
  kept(scene.relations, set.relations) === scene.relations &&
  kept(scene.entities, entities) === scene.entities;

/** What the editor draws; what is drawn as before stays the same value, so that the editor is left alone. */
function useDrawn(scene: Scene, state: Interaction): Drawn {
  const { number } = useMessages();
  const [keep] = useState(() => keeper<Drawn>(keptFields));
  return useMemo(() => keep(drawn(scene, state, number)), [keep, scene, state, number]);
}

interface Beside {
  readonly scene: Scene;
  readonly state: Interaction;
  readonly request: FocusRequest | null;
}

/**
 * What the list and the inspector show: a key is waited for in the text, and they follow when the text is painted and saved. At once, where the key
 * leads into them or out of them: by a question that they ask, or by a field that is to have the focus.
 */
function useBesideText({ scene, state, request }: Beside, isSaving: () => boolean): Beside {
  const now = useMemo(() => ({ scene, state, request }), [scene, state, request]);
  const painted = useAfterPaint(now, isSaving);
  const isAsked = needsPanel(state.mode) || needsPanel(painted.state.mode) || painted.request !== request;
  // Who was shown what is now must not be shown what was before: a panel that has the focus would be gone for a moment, and the focus with it.
  const [isAhead, setAhead] = useState(false);
  if (isAsked !== isAhead && (isAsked || painted === now)) setAhead(isAsked);
  return isAsked || isAhead ? now : painted;
}
