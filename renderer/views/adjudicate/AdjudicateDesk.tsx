import { useCallback, useMemo, useRef } from 'react';
import { type Doubt } from '../../../shared/exchange/roster/standing.ts';
import { type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { isSealed, sealProblems, versionsOf } from '../../../shared/review/gold.ts';
import { comparable, type Participants } from '../../../shared/review/participants.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type TextLook } from '../../editor/editor-contract.ts';
import { type ReviewTextHandle } from '../../editor/review-contract.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { type Chord } from '../../ui/keyboard.ts';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useMessagesBeside } from '../../ui/messages-place.ts';
import styles from './AdjudicateView.module.css';
import { DeskBar } from './DeskBar.tsx';
import { DeskDialogs } from './DeskDialogs.tsx';
import { DeskFooter } from './DeskFooter.tsx';
import { DeskInspector } from './DeskInspector.tsx';
import { DeskText } from './DeskText.tsx';
import { type AdjudicateCommand, adjudicateKeys } from './keys.ts';
import { QueuePane } from './QueuePane.tsx';
import { hidesPeople, lettersOf, type ReviewScene } from './scene.ts';
import { useCaseList } from './use-case-list.ts';
import { useDeciding } from './use-deciding.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { useDeskLook } from './use-desk-look.ts';
import { useGoldForm } from './use-gold-form.ts';
import { useHaste } from './use-haste.ts';

export interface AdjudicateDeskProps {
  readonly store: ProjectStore;
  readonly projectName: string;
  readonly scene: ReviewScene;
  readonly people: Participants;
  readonly unproven: ReadonlyMap<SetId, Doubt>;
  readonly textLook: TextLook;
  readonly onAmong: (among: readonly SetId[]) => void;
  readonly onBlind: (isBlind: boolean) => void;
  readonly onOpen: (article: ArticleId) => void;
  readonly onBack: () => void;
}

/**
 * Queue, text and inspector: one key a decision. What is gone through is `useCaseList`'s, what is open `useDeskLook`'s, what a key means
 * `useDeskCommands`'s, what is written `useDeskActs`'s.
 */
export function AdjudicateDesk({ store, projectName, scene, people, unproven, textLook, onAmong, onBlind, onOpen, onBack }: AdjudicateDeskProps) {
  const { t } = useMessages();
  const deciding = useDeciding(store, scene.article.id);
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<ReviewTextHandle>(null);
  const selection = useRef<Span | null>(null);
  const { settlement, readers, article, events } = scene;
  const form = useGoldForm(scene, textLook.directions);
  const look = useDeskLook();
  const haste = useHaste(store, readers.length === 1 ? (readers[0]?.set.id ?? null) : null);
  const list = useCaseList(scene, form.leave, haste);
  const { focus } = list;
  const neighbours = useLive(() => store.neighbours(article.id), [store, article.id]);
  const steps = useLive(() => store.nextSteps(article.id), [store, article.id]);

  const among = useMemo(() => settlement.among.map(({ id }) => id), [settlement]);
  const letters = useMemo(() => (hidesPeople(scene) ? lettersOf(scene, comparable(people, scene.by)) : null), [scene, people]);
  const isSinglePass = readers.length === 1;
  const work = isSinglePass ? (people.works.find(({ set }) => set?.id === readers[0]?.set.id)?.state ?? null) : null;
  const blocked = useMemo(() => sealProblems(scene, settlement), [scene, settlement]);
  const closed = useMemo(() => isSealed(settlement.gold, events), [settlement, events]);
  const version = settlement.gold ? (versionsOf(events, settlement.gold.id).at(-1)?.version ?? 0) : 0;
  const acts = useDeskActs({ store, scene, list, deciding, among, version });
  const onCommand = useDeskCommands({ scene, list, form, look, acts, deciding, selection, work, onBack });

  const onPress = useCallback((key: string | null) => key !== null && focus(key), [focus]);
  const onSelect = useCallback((selected: { readonly span: Span } | null) => {
    selection.current = selected && selected.span.start < selected.span.end ? selected.span : null;
  }, []);
  const onJump = (to: Span) => {
    const found = settlement.cases.find(({ hull: at }) => at.start <= to.start && to.start < at.end);
    if (found) focus(found.key);
    text.current?.reveal(to);
  };
  // The queue is not drawn anew for them with each key.
  const onKind = useSteady(list.setKind);
  const onRest = useSteady(() => look.ask({ kind: 'bulk', input: { rule: 'rest', drawn: list.sample.map(({ key }) => key) } }));
  // Buttons ask by one name that stays, so that what they stand in need not be drawn anew with each decision.
  const onAsked = useSteady((name: AdjudicateCommand) => void onCommand(name));
  const handlers = Object.fromEntries(adjudicateKeys.map(({ command }) => [command, (chord: Chord) => onCommand(command, chord)]));
  useMessagesBeside();
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
        unproven={unproven}
        among={among}
        letters={letters}
        by={scene.by}
        isBlind={scene.isBlind}
        isSideBySide={look.isSideBySide}
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
        haste={list.haste}
        sample={list.sample}
        cases={list.cases}
        focused={list.focused}
        settled={list.settled}
        openCount={list.openCount}
        onFilter={list.setFilter}
        onKind={onKind}
        onPlan={list.setPlan}
        onRest={onRest}
        onFocus={focus}
      />
      <DeskText
        scene={scene}
        handle={text}
        about={list.about}
        focused={list.focused}
        settled={list.settled}
        isSideBySide={look.isSideBySide}
        past={look.past}
        draft={form.spans}
        textLook={textLook}
        onPress={onPress}
        onSelect={onSelect}
      />
      <DeskInspector store={store} scene={scene} projectName={projectName} golds={people.golds} list={list} form={form} look={look} acts={acts} onCommand={onAsked} onJump={onJump} />
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
      <DeskDialogs look={look} scene={scene} about={list.about} acts={acts} />
    </div>
  );
}
