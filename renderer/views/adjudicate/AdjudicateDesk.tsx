import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type DecisionReason } from '../../../shared/model/decided.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type ArticleId, type EntityId, type EventId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { type BulkInput, settleAll } from '../../../shared/review/bulk.ts';
import { accept, addMissed, type CaseChoice, choicesOf, edit, leaveOut, merge, type MergeInput, settleLinks, settleValue } from '../../../shared/review/decide.ts';
import { ask, comment, resolve, rule } from '../../../shared/review/discussion.ts';
import { isOpenLink, isOrphan, isSealed, sealGold, sealProblems, versionsOf } from '../../../shared/review/gold.ts';
import { nameGold } from '../../../shared/review/name-gold.ts';
import { type Participants } from '../../../shared/review/participants.ts';
import { returnWork } from '../../../shared/review/return-work.ts';
import { planned, type SamplingPlan } from '../../../shared/review/sampling.ts';
import { type Case, type LinkCase, settlementOf } from '../../../shared/review/settlement.ts';
import { type ReviewTextHandle } from '../../editor/review-contract.ts';
import { ReviewText } from '../../editor/ReviewText.tsx';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { useLive } from '../../store/live.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { type Chord, digitOf } from '../../ui/keyboard.ts';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './AdjudicateView.module.css';
import { BulkDialog } from './BulkDialog.tsx';
import { CaseInspector } from './CaseInspector.tsx';
import { CaseQueue, stateOf } from './CaseQueue.tsx';
import { CommentDialog } from './CommentDialog.tsx';
import { DeskBar } from './DeskBar.tsx';
import { Discussion } from './Discussion.tsx';
import { arcsOf, drawnPast, drawnReview } from './drawn.ts';
import { type Draft, draftOf, labelOfKey, withLabel, withMovedBorder } from './editing.ts';
import { GoldHead } from './GoldHead.tsx';
import { History } from './History.tsx';
import { type AdjudicateCommand, adjudicateKeys } from './keys.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { goldAnnotation, type ReviewScene, spansOf, wordsAt } from './scene.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { SideBySide } from './SideBySide.tsx';
import { useDeciding } from './use-deciding.ts';
import { WordsDialog } from './WordsDialog.tsx';

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

type OpenDialog =
  | { readonly kind: 'reason'; readonly act: 'reject' | 'undecidable' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'bulk'; readonly input: BulkInput }
  | { readonly kind: 'return' }
  | { readonly kind: 'comment'; readonly anchor: Anchor; readonly thread: EventId | null }
  | { readonly kind: 'ask'; readonly anchor: Anchor }
  | { readonly kind: 'rule'; readonly question: EventId };

type Tab = 'case' | 'discussion' | 'history';

type Filter = 'all' | 'open' | 'sample';
const plans = {
  all: { kind: 'all' },
  tenth: { kind: 'random', part: 0.1 },
  quarter: { kind: 'random', part: 0.25 },
  risk: { kind: 'risk', part: 0.25 },
} as const satisfies Record<string, SamplingPlan>;

const nothingDrafted: readonly Span[] = [];

/** Queue, text and inspector: one key a decision. */
export function AdjudicateDesk({ store, scene, people, unsigned, readingSize, readingFont, onAmong, onBlind, onOpen, onBack }: AdjudicateDeskProps) {
  const messages = useMessages();
  const { t, language } = messages;
  const toast = useToast();
  const deciding = useDeciding(store, scene.article.id);
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<ReviewTextHandle>(null);
  const { settlement, readers, article, schema, events } = scene;
  const [wanted, setWanted] = useState<string | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [plan, setPlan] = useState<keyof typeof plans>('all');
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [adding, setAdding] = useState<Span | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [tab, setTab] = useState<Tab>('case');
  const [past, setPast] = useState<readonly Annotation[] | null>(null);
  const [isSideBySide, setSideBySide] = useState(false);
  const selection = useRef<Span | null>(null);
  const neighbours = useLive(() => store.neighbours(article.id), [store, article.id]);
  const steps = useLive(() => store.nextSteps(article.id), [store, article.id]);

  // What is on its way shows at once; what is stored then says the same, or better.
  const [shownEvents, setShownEvents] = useState(events);
  if (shownEvents !== events) {
    setShownEvents(events);
    setPending(new Set());
  }

  const among = useMemo(() => settlement.among.map(({ id }) => id), [settlement]);
  const settled = useMemo(
    () => new Set([...settlement.cases.flatMap(({ key, state }) => (state === 'decided' ? [key] : [])), ...pending]),
    [settlement, pending],
  );
  const sample = useMemo(() => planned(settlement.cases, plans[plan], article.id), [settlement, plan, article.id]);
  const isSinglePass = readers.length === 1;
  const cases = useMemo(() => {
    if (filter === 'all') return settlement.cases;
    return filter === 'sample' ? sample : settlement.cases.filter(({ key }) => key === wanted || !settled.has(key));
  }, [settlement, filter, sample, settled, wanted]);
  const about = settlement.cases.find(({ key }) => key === wanted) ?? cases[0] ?? settlement.cases[0];
  const focused = about?.key ?? null;
  const drawnAll = useMemo(() => (past ? drawnPast(past) : drawnReview(scene)), [scene, past]);
  const arcs = useMemo(() => arcsOf(scene, about), [scene, about]);
  const blocked = useMemo(() => sealProblems(scene, settlement), [scene, settlement]);
  const closed = isSealed(settlement.gold, events);
  const version = settlement.gold ? (versionsOf(events, settlement.gold.id).at(-1)?.version ?? 0) : 0;

  useEffect(() => text.current?.focus(), []);
  const span = about ? spansOf(scene, about)[0] : undefined;
  const revealed = useRef<string | null>(null);
  useEffect(() => {
    if (!span || revealed.current === focused) return;
    revealed.current = focused;
    text.current?.reveal(span);
  }, [focused, span]);

  const focus = useCallback((key: string) => {
    setDraft(null);
    setAdding(null);
    setWanted(key);
  }, []);
  const onPress = useCallback((key: string | null) => key !== null && focus(key), [focus]);
  const onSelect = useCallback((selected: { readonly span: Span } | null) => {
    selection.current = selected && selected.span.start < selected.span.end ? selected.span : null;
  }, []);
  const go = (by: 1 | -1) => {
    const at = cases.findIndex(({ key }) => key === focused);
    const next = cases[at + by];
    if (next) focus(next.key);
  };
  /** The next one after this that is open, from the beginning where there is none; at last, one with a link to be settled. */
  const nextOpen = (besides: string | null): string | null => {
    const at = cases.findIndex(({ key }) => key === focused);
    const others = [...cases.slice(at + 1), ...cases.slice(0, at + 1)].filter(({ key }) => key !== besides);
    const linked = new Set(settlement.links.filter((link) => isOpenLink(link) || isOrphan(link)).map(({ from }) => from.key));
    return (others.find(({ key }) => !settled.has(key)) ?? others.find(({ key }) => linked.has(key)))?.key ?? null;
  };
  const goOn = () => focus(nextOpen(focused) ?? focused ?? '');

  /** Shows it decided and goes on at once; what is refused is open again. */
  const decide = (one: Case, name: Parameters<typeof deciding.run>[0], command: Parameters<typeof deciding.run>[1]): void => {
    setPending((before) => new Set([...before, one.key]));
    goOn();
    void deciding.run(name, command).then((isDone) => {
      if (!isDone) setPending((before) => new Set([...before].filter((key) => key !== one.key)));
    });
  };
  const choice = (one: Case): CaseChoice => ({ among, key: one.key });

  const onAccept = (set: SetId) => {
    if (!about?.members.some((one) => one.set.id === set)) return;
    decide(about, 'accept-reading', (context) => accept(context, choice(about), { set }));
  };
  const onLeaveOut = (act: 'reject' | 'undecidable', reason: DecisionReason, note: string) => {
    setDialog(null);
    if (about) decide(about, act === 'reject' ? 'reject-readings' : 'undecidable-case', (context) => leaveOut(context, choice(about), { act, reason, note }));
  };
  const onMerge = (input: MergeInput) => {
    setDialog(null);
    if (about) decide(about, 'merge-readings', (context) => merge(context, choice(about), input));
  };
  const onDefer = () => {
    if (!about) return;
    goOn();
    void deciding.run('defer-case', (context) => leaveOut(context, choice(about), { act: 'defer' }));
  };
  const onKeep = () => {
    if (!about || draft?.key !== about.key) return;
    const { key: _, ...content } = draft;
    decide(about, 'edit-gold', (context) => edit(context, choice(about), content));
  };
  const onAdd = (label: LabelId) => {
    const def = labelDef(schema, label);
    if (!adding || !def) return;
    const spans = [adding];
    setAdding(null);
    void deciding.offering(t('adjudicate.class.added'), 'add-missed', (context) =>
      addMissed(context, among, settlementOf(context, among), { label, spans, attributes: {}, entity: null }),
    );
  };
  const onLink = (link: LinkCase, isTaken: boolean) =>
    void deciding.run('settle-links', (context) => settleLinks(context, choice(link.from), { links: choicesOf([link], () => isTaken) }));
  const settleOpenLink = (isTaken: boolean) => {
    const link = about && settlement.links.find(({ from, state }) => from.key === about.key && (state === 'open' || state === 'orphan' || (!isTaken && state === 'waiting')));
    if (!link) return false;
    onLink(link, isTaken);
    return true;
  };
  const onBulk = (input: BulkInput) => {
    setDialog(null);
    void deciding.offering(t('command.settle-all'), 'settle-all', (context) => settleAll(context, among, input));
  };
  const onSeal = () => {
    if (blocked.length > 0) return deciding.refuse(blocked);
    void deciding.run('seal-gold', (context) => sealGold(context, among)).then((isDone) => isDone && toast(t('adjudicate.seal.done', { version: version + 1 })));
  };
  const onReturn = (reason: string) => {
    const [reader] = readers;
    setDialog(null);
    if (!reader) return;
    void deciding.offering(t('adjudicate.returned', { name: reader.name }), 'return-work', (context) => returnWork(context, { set: reader.set.id, reason }));
  };
  /** The gold Annotation of the case, or the first reading of it; what is selected in the text goes before. */
  const anchorHere = (): Anchor => {
    if (selection.current) return { kind: 'range', span: selection.current, quote: wordsAt(article.text, [selection.current]) };
    const gold = about && goldAnnotation(scene, about);
    if (gold && settlement.gold) return { kind: 'annotation', set: settlement.gold.id, annotation: gold.id, quote: wordsAt(article.text, gold.spans) };
    const [first] = about?.members ?? [];
    return first ? { kind: 'annotation', set: first.set.id, annotation: first.annotation.id, quote: wordsAt(article.text, first.annotation.spans) } : { kind: 'article' };
  };
  const onComment = (words: string, blocking: boolean) => {
    if (dialog?.kind !== 'comment') return;
    const { anchor, thread } = dialog;
    setDialog(null);
    setTab('discussion');
    void deciding.run('comment', (context) => comment(context, { anchor, thread, words, blocking: blocking && thread === null }));
  };
  /** A question leaves the case open: it is put off until the guideline answers. */
  const onAsk = (question: string) => {
    if (dialog?.kind !== 'ask') return;
    const { anchor } = dialog;
    setDialog(null);
    void deciding.run('ask-guideline', (context) => ask(context, { anchor, question })).then((isDone) => isDone && about?.state === 'open' && onDefer());
  };
  const onRule = (words: string, examples: readonly string[]) => {
    if (dialog?.kind !== 'rule') return;
    const { question } = dialog;
    setDialog(null);
    const write = async () => {
      const all = await store.allEvents();
      await deciding.run('rule-guideline', (context) => rule(context, all, { question, rule: words, examples }));
    };
    void write();
  };
  const onJump = (to: Span) => {
    const found = settlement.cases.find(({ hull: at }) => at.start <= to.start && to.start < at.end);
    if (found) focus(found.key);
    text.current?.reveal(to);
  };
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
        const label = digit === null ? null : labelOfKey(schema, digit);
        if (adding) return label !== null && (onAdd(label), true);
        if (draft) return label !== null && (setDraft(withLabel(draft, schema, label)), true);
        const reader = digit === null ? undefined : readers[digit - 1];
        return reader !== undefined && (onAccept(reader.set.id), true);
      }
      case 'merge-readings':
        return about !== undefined && about.members.length > 1 && (setDialog({ kind: 'merge' }), true);
      case 'edit-gold':
        return about !== undefined && (setDraft(draftOf(scene, about)), true);
      case 'reject-readings':
        return about !== undefined && (setDialog({ kind: 'reason', act: 'reject' }), true);
      case 'undecidable-case':
        return about !== undefined && about.members.length > 1 && (setDialog({ kind: 'reason', act: 'undecidable' }), true);
      case 'defer-case':
        return (onDefer(), true);
      case 'next-case':
        return (go(1), true);
      case 'previous-case':
        return (go(-1), true);
      case 'next-open':
        return (goOn(), true);
      case 'take-link':
        return settleOpenLink(true);
      case 'refuse-link':
        return settleOpenLink(false);
      case 'only-open':
        return (setFilter((now) => (now === 'open' ? 'all' : 'open')), true);
      case 'side-by-side':
        return (setSideBySide((now) => !now), true);
      case 'accept-unanimous':
        return (setDialog({ kind: 'bulk', input: { rule: 'unanimous' } }), true);
      case 'same-decision':
        return about?.state === 'decided' && (setDialog({ kind: 'bulk', input: { rule: 'same-text', like: about.key } }), true);
      case 'all-of-one':
        return (openAllOfOne(), true);
      case 'add-missed':
        if (selection.current) setAdding(selection.current);
        else toast(t('adjudicate.add-missed'));
        return true;
      case 'ask-guideline':
        return (setDialog({ kind: 'ask', anchor: anchorHere() }), true);
      case 'comment':
        return (setDialog({ kind: 'comment', anchor: anchorHere(), thread: null }), true);
      case 'audit':
        return (setTab((now) => (now === 'history' ? 'case' : 'history')), true);
      case 'return-work':
        return isSinglePass && (setDialog({ kind: 'return' }), true);
      case 'move-end':
      case 'move-start': {
        if (!draft || chord === null) return false;
        const side = chord.endsWith('ArrowLeft') ? 'left' : 'right';
        setDraft(withMovedBorder(draft, article.text, command === 'move-end' ? 'end' : 'start', chord.startsWith('Ctrl+') ? 'grapheme' : 'word', side));
        return true;
      }
      case 'keep-edit':
        return draft !== null && (onKeep(), true);
      case 'seal-gold':
        return (onSeal(), true);
      case 'undo':
        return (deciding.undo(), true);
      case 'redo':
        return (deciding.redo(), true);
      case 'leave-adjudication':
        if (draft) setDraft(null);
        else if (adding) setAdding(null);
        else if (isSideBySide) setSideBySide(false);
        else if (tab !== 'case') setTab('case');
        else onBack();
        return true;
    }
  };
  // Buttons ask by one name that stays, so that what they stand in need not be drawn anew with each decision.
  const latest = useRef(onCommand);
  useLayoutEffect(() => {
    latest.current = onCommand;
  });
  const onAsked = useCallback((name: AdjudicateCommand) => void latest.current(name), []);
  const handlers = Object.fromEntries(adjudicateKeys.map(({ command }) => [command, (chord: Chord) => onCommand(command, chord)]));
  useKeys(adjudicateKeys, handlers, root);
  useMenuCommand('undo', deciding.undo, Boolean(steps?.undo));
  useMenuCommand('redo', deciding.redo, Boolean(steps?.redo));
  useMenuCommand('next-article', () => neighbours?.next && onOpen(neighbours.next), Boolean(neighbours?.next));

  const openCount = settlement.cases.filter(({ key }) => !settled.has(key)).length;
  const drafted = draft?.spans ?? (adding ? [adding] : nothingDrafted);
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
      <aside className={styles.queue} aria-label={t('adjudicate.queue')}>
        <ChoiceGroup<Filter>
          label={t('adjudicate.filter')}
          isLabelHidden
          value={filter}
          choices={[
            { value: 'all', label: t('adjudicate.filter.all', { n: settlement.cases.length }) },
            { value: 'open', label: t('adjudicate.filter.open', { n: openCount }) },
            ...(isSinglePass ? [{ value: 'sample' as const, label: t('adjudicate.filter.sample', { n: sample.length }) }] : []),
          ]}
          onChoose={setFilter}
        />
        {isSinglePass && filter === 'sample' && (
          <ChoiceGroup
            label={t('adjudicate.sample')}
            isLabelHidden
            value={plan}
            choices={(Object.keys(plans) as (keyof typeof plans)[]).map((one) => ({ value: one, label: t(`adjudicate.sample.${one}`) }))}
            onChoose={setPlan}
          />
        )}
        <CaseQueue scene={scene} cases={cases} focused={focused} settled={settled} onFocus={focus} />
      </aside>
      <main className={styles.text} dir="rtl" lang={article.language} tabIndex={0}>
        <VisuallyHidden>
          <h2>{article.title}</h2>
        </VisuallyHidden>
        {isSideBySide ? (
          <SideBySide scene={scene} focused={focused} settled={settled} readingSize={readingSize} readingFont={readingFont} onPress={onPress} />
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
            draft={drafted}
            readingSize={readingSize}
            readingFont={readingFont}
            ariaLabel={t('adjudicate.text')}
            ariaDescription={t('adjudicate.text.about')}
            onPress={onPress}
            onSelect={onSelect}
          />
        )}
      </main>
      <aside className={styles.inspector} data-messages="beside" aria-label={t('adjudicate.inspector')}>
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
            onResolve={(thread, isResolved) => void deciding.run('resolve-thread', (context) => resolve(context, { thread, isResolved }))}
            onAnswer={({ first }) => setDialog({ kind: 'comment', anchor: first.anchor, thread: first.id })}
            onRule={({ id }) => setDialog({ kind: 'rule', question: id })}
          />
        )}
        {tab === 'history' && <GoldHead scene={scene} golds={people.golds} onName={(set) => void deciding.run('name-gold', (context) => nameGold(context, set))} />}
        {tab === 'history' && <History store={store} scene={scene} onPast={setPast} />}
        {adding && <Adding words={wordsAt(article.text, [adding])} scene={scene} onLabel={onAdd} />}
        {draft && draft.key === focused && <Editing draft={draft} scene={scene} onKeep={onKeep} onLabel={(label) => setDraft(withLabel(draft, schema, label))} />}
        {about && !adding && tab === 'case' && (
          <CaseInspector
            scene={scene}
            about={about}
            state={stateOf(about, settled)}
            onAccept={onAccept}
            onCommand={onAsked}
            onAttribute={(attribute, value) => void deciding.run('settle-value', (context) => settleValue(context, choice(about), { attribute, value }))}
            onEntity={(entity: EntityId | null) => void deciding.run('settle-value', (context) => settleValue(context, choice(about), { entity }))}
            onLink={onLink}
            onFocus={focus}
          />
        )}
      </aside>
      <footer className={styles.status} aria-label={t('bar.title')}>
        <span role="status">{t('adjudicate.progress', { n: settlement.cases.length - openCount, of: settlement.cases.length })}</span>
        <progress className={styles.progress} max={Math.max(1, settlement.cases.length)} value={settlement.cases.length - openCount} aria-label={t('adjudicate.progress', { n: settlement.cases.length - openCount, of: settlement.cases.length })} />
        <span className={styles.left}>
          {closed ? t('adjudicate.sealed', { version }) : blocked.filter(({ code }) => code !== 'gold-open-cases').map(({ code, values }) => t(problemMessage(code), values)).join(' ')}
        </span>
        <span className={styles.gap} />
        <IconButton icon={ArrowLeft} label={t('bar.previous')} disabled={!neighbours?.previous} directional onClick={() => neighbours?.previous && onOpen(neighbours.previous)} />
        {neighbours && <span>{t('bar.place', { place: neighbours.place, count: neighbours.count })}</span>}
        <IconButton icon={ArrowRight} label={t('bar.next')} disabled={!neighbours?.next} directional onClick={() => neighbours?.next && onOpen(neighbours.next)} />
        <Button onClick={() => onCommand('accept-unanimous')}>{t('adjudicate.bulk')}</Button>
        {isSinglePass && <Button onClick={() => onCommand('return-work')}>{t('adjudicate.return')}</Button>}
        <Button kind="primary" aria-disabled={blocked.length > 0 || closed} onClick={onSeal}>
          {t('adjudicate.seal')}
        </Button>
      </footer>
      {dialog?.kind === 'reason' && (
        <ReasonDialog
          title={t(`adjudicate.reason.${dialog.act}`)}
          onDecide={(reason, note) => onLeaveOut(dialog.act, reason, note)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'merge' && about && <MergeDialog scene={scene} about={about} onMerge={onMerge} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'bulk' && <BulkDialog scene={scene} input={dialog.input} onAccept={() => onBulk(dialog.input)} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'comment' && (
        <CommentDialog anchor={dialog.anchor} isAnswer={dialog.thread !== null} onSay={onComment} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'ask' && (
        <WordsDialog
          title={t('discussion.ask.title')}
          about={dialog.anchor.kind === 'article' ? null : t('discussion.comment.about', { quote: dialog.anchor.quote.slice(0, 120) })}
          label={t('discussion.question')}
          confirm={t('discussion.say')}
          onConfirm={onAsk}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog?.kind === 'rule' && <RuleDialog onRule={onRule} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'return' && (
        <WordsDialog
          title={t('adjudicate.return.title', { name: scene.isBlind ? (readers[0]?.letter ?? '') : (readers[0]?.name ?? '') })}
          about={null}
          label={t('adjudicate.return.reason')}
          confirm={t('adjudicate.return')}
          onConfirm={onReturn}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

interface LabelChoiceProps {
  readonly scene: ReviewScene;
  readonly onLabel: (label: LabelId) => void;
}

/** Labels with their digits. */
function LabelChoice({ scene, onLabel, chosen }: LabelChoiceProps & { readonly chosen: LabelId | null }) {
  const { language, number } = useMessages();
  return (
    <div className={styles.ways}>
      {scene.schema.labels.map(({ id, name, key }) => (
        <Button key={id} kind={id === chosen ? 'primary' : 'secondary'} aria-pressed={id === chosen} onClick={() => onLabel(id)}>
          {key === null ? name[language] : `${name[language]} ${number(key)}`}
        </Button>
      ))}
    </div>
  );
}

function Adding({ words, scene, onLabel }: LabelChoiceProps & { readonly words: string }) {
  const { t } = useMessages();
  return (
    <section className={styles.goldBox} role="status">
      <h3 className={styles.heading}>{t('adjudicate.add-missed.which')}</h3>
      <p>
        <bdi dir="auto">{words}</bdi>
      </p>
      <LabelChoice scene={scene} chosen={null} onLabel={onLabel} />
    </section>
  );
}

function Editing({ draft, scene, onKeep, onLabel }: LabelChoiceProps & { readonly draft: Draft; readonly onKeep: () => void }) {
  const { t } = useMessages();
  return (
    <section className={styles.goldBox}>
      <p className={styles.muted}>{t('adjudicate.editing')}</p>
      <p role="status">
        <bdi dir="auto">{wordsAt(scene.article.text, draft.spans)}</bdi>
      </p>
      <LabelChoice scene={scene} chosen={draft.label} onLabel={onLabel} />
      <Button kind="primary" onClick={onKeep}>
        {t('adjudicate.edit.keep')}
      </Button>
    </section>
  );
}
