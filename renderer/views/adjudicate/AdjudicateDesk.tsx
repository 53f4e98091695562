import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { isSealed, sealProblems, versionsOf } from '../../../shared/review/gold.ts';
import { comparable, type Participants } from '../../../shared/review/participants.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type ReviewTextHandle } from '../../editor/review-contract.ts';
import { ReviewText } from '../../editor/ReviewText.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { type Chord, digitOf } from '../../ui/keyboard.ts';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useMessagesPlace } from '../../ui/use-messages-place.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './AdjudicateView.module.css';
import { anchorsHere } from './anchors.ts';
import { CaseInspector } from './CaseInspector.tsx';
import { stateOf } from './CaseQueue.tsx';
import { DeskBar } from './DeskBar.tsx';
import { DeskDialogs, type OpenDialog } from './DeskDialogs.tsx';
import { DeskFooter } from './DeskFooter.tsx';
import { Discussion } from './Discussion.tsx';
import { arcsOf, drawnPast, drawnReview } from './drawn.ts';
import { newKey } from './editing.ts';
import { Adding, Editing } from './GoldForm.tsx';
import { GoldHead } from './GoldHead.tsx';
import { History } from './History.tsx';
import { type AdjudicateCommand, adjudicateKeys } from './keys.ts';
import { QueuePane } from './QueuePane.tsx';
import { goldAnnotation, hidesPeople, lastDecided, lettersOf, type ReviewScene, spansOf } from './scene.ts';
import { SideBySide } from './SideBySide.tsx';
import { useCaseList } from './use-case-list.ts';
import { useDeciding } from './use-deciding.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useGoldForm } from './use-gold-form.ts';

export interface AdjudicateDeskProps {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly people: Participants;
  readonly unsigned: ReadonlySet<SetId>;
  readonly readingSize: number;
  readonly readingFont: string;
  readonly onAmong: (among: readonly SetId[]) => void;
  readonly onBlind: (isBlind: boolean) => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly onBack: () => void;
}

type Tab = 'case' | 'discussion' | 'history';

/** Queue, text and inspector: one key a decision. What is gone through is `useCaseList`'s, what is written `useDeskActs`'s. */
export function AdjudicateDesk({ store, scene, people, unsigned, readingSize, readingFont, onAmong, onBlind, onOpen, onBack }: AdjudicateDeskProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const toast = useToast();
  const deciding = useDeciding(store, scene.article.id);
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<ReviewTextHandle>(null);
  const { settlement, readers, article, schema, events } = scene;
  const form = useGoldForm(scene);
  const { draft, adding } = form;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [tab, setTab] = useState<Tab>('case');
  const [past, setPast] = useState<readonly Annotation[] | null>(null);
  const [isSideBySide, setSideBySide] = useState(false);
  const selection = useRef<Span | null>(null);
  const neighbours = useLive(() => store.neighbours(article.id), [store, article.id]);
  const steps = useLive(() => store.nextSteps(article.id), [store, article.id]);

  const list = useCaseList(scene, form.leave);
  const { about, focused, settled, focus } = list;
  const among = useMemo(() => settlement.among.map(({ id }) => id), [settlement]);
  const letters = useMemo(() => (hidesPeople(scene) ? lettersOf(scene, comparable(people, scene.by)) : null), [scene, people]);
  const isSinglePass = readers.length === 1;
  const work = isSinglePass ? (people.works.find(({ set }) => set?.id === readers[0]?.set.id)?.state ?? null) : null;
  const drawnAll = useMemo(() => (past ? drawnPast(past) : drawnReview(scene)), [scene, past]);
  const arcs = useMemo(() => arcsOf(scene, about), [scene, about]);
  const blocked = useMemo(() => sealProblems(scene, settlement), [scene, settlement]);
  const closed = useMemo(() => isSealed(settlement.gold, events), [settlement, events]);
  const version = settlement.gold ? (versionsOf(events, settlement.gold.id).at(-1)?.version ?? 0) : 0;
  const acts = useDeskActs({ store, scene, list, deciding, among, blocked, version });

  useEffect(() => text.current?.focus(), []);
  const span = about ? spansOf(scene, about)[0] : undefined;
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    // What is shown the other way begins at its top.
    const place = `${isSideBySide} ${focused}`;
    if (!span || revealed.current === place) return;
    revealed.current = place;
    text.current?.reveal(span);
  }, [focused, span, isSideBySide]);

  const onPress = useCallback((key: string | null) => key !== null && focus(key), [focus]);
  const onSelect = useCallback((selected: { readonly span: Span } | null) => {
    selection.current = selected && selected.span.start < selected.span.end ? selected.span : null;
  }, []);
  /** What a question asked: it is closed first. */
  const closing = <Args extends readonly unknown[]>(act: (...args: Args) => void) => (...args: Args): void => {
    setDialog(null);
    act(...args);
  };
  const onKeep = () => {
    const made = form.take();
    if (made?.isNew) acts.add(made.content);
    else if (made && draft?.key === about?.key) acts.keep(made.content);
  };
  const onJump = (to: Span) => {
    const found = settlement.cases.find(({ hull: at }) => at.start <= to.start && to.start < at.end);
    if (found) focus(found.key);
    text.current?.reveal(to);
  };
  // The queue is not drawn anew for them with each key.
  const onKind = useSteady(list.setKind);
  const openRest = useSteady(() => setDialog({ kind: 'bulk', input: { rule: 'rest', drawn: list.sample.map(({ key }) => key) } }));
  const openAllOfOne = () => {
    const [member] = about?.members ?? [];
    const set = about?.decision?.item.taken ?? member?.set.id;
    const label = about?.members.find((one) => one.set.id === set)?.annotation.label;
    if (set && label) setDialog({ kind: 'bulk', input: { rule: 'all-of-one', set, label } });
  };

  const onCommand = (command: AdjudicateCommand, chord: Chord | null = null): boolean => {
    const digit = digitOf(chord);
    switch (command) {
      case 'accept-reading': {
        const reader = digit === null ? undefined : readers[digit - 1];
        return form.digit(digit) ?? (reader !== undefined && (acts.accept(reader.set.id), true));
      }
      case 'merge-readings':
        return about !== undefined && about.members.length > 1 && (setDialog({ kind: 'merge' }), true);
      case 'edit-gold':
        return about !== undefined && (form.edit(about), true);
      case 'reject-readings':
        return about !== undefined && (setDialog({ kind: 'reason', act: 'reject' }), true);
      case 'undecidable-case':
        return about !== undefined && about.members.length > 1 && (setDialog({ kind: 'reason', act: 'undecidable' }), true);
      case 'defer-case':
        return (acts.defer(), true);
      case 'next-case':
        return (list.go(1), true);
      case 'previous-case':
        return (list.go(-1), true);
      case 'next-open':
        return (list.goOn(), true);
      case 'own-link':
        return about?.state === 'decided' && goldAnnotation(scene, about) !== undefined && (setDialog({ kind: 'link' }), true);
      case 'take-link':
        return acts.settleOpenLink(true);
      case 'refuse-link':
        return acts.settleOpenLink(false);
      case 'only-open':
        return (list.setFilter((now) => (now === 'open' ? 'all' : 'open')), true);
      case 'side-by-side':
        return (setSideBySide((now) => !now), true);
      case 'accept-unanimous':
        return (setDialog({ kind: 'bulk', input: { rule: 'unanimous' } }), true);
      case 'same-decision':
        return about?.state === 'decided' && (setDialog({ kind: 'bulk', input: { rule: 'same-text', like: about.key } }), true);
      case 'all-of-one':
        return (openAllOfOne(), true);
      case 'add-missed':
        if (selection.current) form.begin(selection.current);
        else toast(t('adjudicate.add-missed'));
        return true;
      case 'give-reason': {
        const decided = about?.state === 'decided' ? about : (settlement.cases.find(({ key }) => key === acts.lastDecided()) ?? lastDecided(scene));
        return decided !== undefined && (setDialog({ kind: 'give-reason', about: decided }), true);
      }
      case 'ask-guideline':
        return (setDialog({ kind: 'ask', anchors: anchorsHere(scene, about, selection.current, messages) }), true);
      case 'comment':
        return (setDialog({ kind: 'comment', anchors: anchorsHere(scene, about, selection.current, messages), thread: null }), true);
      case 'audit':
        return (setTab((now) => (now === 'history' ? 'case' : 'history')), true);
      case 'accept-work':
        return isSinglePass && work !== 'accepted' && (acts.acceptWork(), true);
      case 'return-work':
        return isSinglePass && (setDialog({ kind: 'return' }), true);
      case 'move-end':
      case 'move-start':
        return chord !== null && form.move(command === 'move-end' ? 'end' : 'start', chord);
      case 'keep-edit':
        return draft !== null && (onKeep(), true);
      case 'seal-gold':
        return (acts.seal(), true);
      case 'undo':
        return (deciding.undo(), true);
      case 'redo':
        return (deciding.redo(), true);
      case 'leave-adjudication':
        if (draft || adding) form.leave();
        else if (isSideBySide) setSideBySide(false);
        else if (tab !== 'case') setTab('case');
        else onBack();
        return true;
    }
  };
  // Buttons ask by one name that stays, so that what they stand in need not be drawn anew with each decision.
  const onAsked = useSteady((name: AdjudicateCommand) => void onCommand(name));
  const handlers = Object.fromEntries(adjudicateKeys.map(({ command }) => [command, (chord: Chord) => onCommand(command, chord)]));
  useMessagesPlace('beside');
  useKeys(adjudicateKeys, handlers, root);
  useMenuCommand('undo', deciding.undo, Boolean(steps?.undo));
  useMenuCommand('redo', deciding.redo, Boolean(steps?.redo));
  useMenuCommand('next-article', () => neighbours?.next && onOpen(neighbours.next), Boolean(neighbours?.next));

  const title = isSinglePass && readers[0] ? t('adjudicate.review', { name: scene.isBlind ? readers[0].letter : readers[0].name }) : t('adjudicate.title');
  return (
    <div ref={root} className={styles.view}>
      <DeskBar
        title={title}
        article={article}
        annotators={scene.annotators}
        people={people}
        unsigned={unsigned}
        among={among}
        letters={letters}
        by={scene.by}
        isBlind={scene.isBlind}
        isSideBySide={isSideBySide}
        canUndo={Boolean(steps?.undo)}
        canRedo={Boolean(steps?.redo)}
        onCommand={onAsked}
        onAmong={onAmong}
        onBlind={onBlind}
        onBack={onBack}
      />
      <QueuePane
        scene={scene}
        filter={list.filter}
        kind={list.kind}
        plan={list.plan}
        sample={list.sample}
        cases={list.cases}
        focused={focused}
        settled={settled}
        openCount={list.openCount}
        onFilter={list.setFilter}
        onKind={onKind}
        onPlan={list.setPlan}
        onRest={openRest}
        onFocus={focus}
      />
      <main className={styles.text} dir="rtl" lang={article.language} tabIndex={0}>
        <VisuallyHidden>
          <h2>{article.title}</h2>
        </VisuallyHidden>
        {isSideBySide ? (
          <SideBySide ref={text} scene={scene} focused={focused} settled={settled} readingSize={readingSize} readingFont={readingFont} onPress={onPress} />
        ) : (
          <ReviewText
            ref={text}
            text={article.text}
            schema={schema}
            language={language}
            {...drawnAll}
            settled={settled}
            focused={focused}
            arcs={arcs}
            draft={form.spans}
            readingSize={readingSize}
            readingFont={readingFont}
            ariaLabel={t('adjudicate.text')}
            ariaDescription={t('adjudicate.text.about')}
            onPress={onPress}
            onSelect={onSelect}
          />
        )}
      </main>
      <aside className={styles.inspector} aria-label={t('adjudicate.inspector')}>
        <ChoiceGroup<Tab>
          label={t('adjudicate.inspector')}
          isLabelHidden
          value={tab}
          choices={[
            { value: 'case', label: t('adjudicate.case') },
            { value: 'discussion', label: t('discussion.title') },
            { value: 'history', label: t('audit.title') },
          ]}
          onChoose={setTab}
        />
        {tab === 'discussion' && (
          <Discussion
            store={store}
            scene={scene}
            onJump={onJump}
            onResolve={acts.resolve}
            onAnswer={({ first }) => setDialog({ kind: 'comment', anchors: [{ anchor: first.anchor, label: '' }], thread: first.id })}
            onRule={(question) => setDialog({ kind: 'rule', question })}
          />
        )}
        {tab === 'history' && <GoldHead scene={scene} golds={people.golds} onName={acts.nameGold} />}
        {tab === 'history' && <History store={store} scene={scene} onPast={setPast} />}
        {adding && <Adding span={adding} scene={scene} onLabel={form.label} />}
        {draft && (draft.key === focused || draft.key === newKey) && <Editing draft={draft} scene={scene} onKeep={onKeep} onDraft={form.set} />}
        {about && !adding && draft?.key !== newKey && tab === 'case' && (
          <CaseInspector
            scene={scene}
            about={about}
            state={stateOf(about, settled)}
            onAccept={acts.accept}
            onCommand={onAsked}
            onAttribute={acts.settleAttribute}
            onEntity={acts.settleEntity}
            onReason={acts.giveReason}
            onLink={acts.settleLink}
            onCut={acts.cutOwn}
            onFocus={focus}
          />
        )}
      </aside>
      <DeskFooter
        count={settlement.cases.length}
        openCount={list.openCount}
        blocked={blocked}
        sealed={closed ? version : null}
        isSinglePass={isSinglePass}
        work={work}
        neighbours={neighbours}
        onOpen={onOpen}
        onCommand={onAsked}
      />
      {dialog && (
        <DeskDialogs
          dialog={dialog}
          scene={scene}
          about={about}
          onClose={() => setDialog(null)}
          onLeaveOut={closing(acts.leaveOut)}
          onReason={closing(acts.giveReason)}
          onMerge={closing(acts.merge)}
          onLink={closing(acts.linkOwn)}
          onBulk={closing(acts.settleAll)}
          onComment={(...said) => {
            setTab('discussion');
            closing(acts.comment)(...said);
          }}
          onAsk={closing(acts.ask)}
          onRule={closing(acts.writeRule)}
          onReturn={closing(acts.returnWork)}
        />
      )}
    </div>
  );
}
