import { useRef } from 'react';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type DecisionReason } from '../../../shared/model/decided.ts';
import { type EntityId, type EventId, type RelationId, type SetId } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type BulkInput, settleAll } from '../../../shared/review/bulk.ts';
import { accept, addMissed, type CaseChoice, choicesOf, edit, leaveOut, merge, type MergeInput, settleLinks, settleValue } from '../../../shared/review/decide.ts';
import { ask, comment, resolve, rule } from '../../../shared/review/discussion.ts';
import { giveReason } from '../../../shared/review/give-reason.ts';
import { sealGold } from '../../../shared/review/gold.ts';
import { cutGold, linkGold } from '../../../shared/review/link-gold.ts';
import { nameGold } from '../../../shared/review/name-gold.ts';
import { judgeWork } from '../../../shared/review/judge-work.ts';
import { type Content } from '../../../shared/review/settle.ts';
import { type Case, type LinkCase, settlementOf } from '../../../shared/review/settlement.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../../store/project-store.ts';
import { useToast } from '../../ui/Toast.tsx';
import { type Reader, type ReviewScene } from './scene.ts';
import { type CaseList } from './use-case-list.ts';
import { type Deciding } from './use-deciding.ts';

interface ActsGround {
  readonly store: ProjectStore;
  readonly scene: ReviewScene;
  readonly list: CaseList;
  readonly deciding: Deciding;
  readonly among: readonly SetId[];
  /** Versions that are closed. */
  readonly version: number;
}

/** What a person does on this screen that is written; where they are and what is open is the desk's. */
export interface DeskActs {
  /** The key of the case that was decided last on this screen, though it may not be stored yet. */
  lastDecided(): string | null;
  accept(set: SetId): void;
  leaveOut(act: 'reject' | 'undecidable', reason: DecisionReason, note: string): void;
  /** Why a case was decided as it was. */
  giveReason(key: string, reason: DecisionReason | null, note?: string): void;
  merge(input: MergeInput): void;
  defer(): void;
  keep(content: Content): void;
  add(content: Content): void;
  linkOwn(link: Pick<Relation, 'type' | 'to'>): void;
  cutOwn(relation: RelationId): void;
  settleLink(link: LinkCase, isTaken: boolean): void;
  /** Of the case at hand one that is open; is there one? */
  settleOpenLink(isTaken: boolean): boolean;
  settleAttribute(attribute: string, value: string | null): void;
  settleEntity(entity: EntityId | null): void;
  settleAll(input: BulkInput): void;
  seal(): void;
  nameGold(set: SetId): void;
  /** Of the one whose work is reviewed. */
  acceptWork(): void;
  returnWork(reason: string): void;
  comment(anchor: Anchor, thread: EventId | null, words: string, blocking: boolean): void;
  resolve(thread: EventId, isResolved: boolean): void;
  /** A question leaves the case open: it is put off until the guideline answers. */
  ask(anchor: Anchor, question: string): void;
  writeRule(question: EventId, words: string, examples: readonly string[]): void;
}

export function useDeskActs({ store, scene, list, deciding, among, version }: ActsGround): DeskActs {
  const { t } = useMessages();
  const toast = useToast();
  const { settlement, readers } = scene;
  const { about } = list;
  const last = useRef<string | null>(null);
  const called = ({ letter, name }: Reader): string => (scene.isBlind ? letter : name);
  const choice = (one: Case): CaseChoice => ({ among, key: one.key });

  /** Shows it decided and goes on at once; what is refused is open again. */
  const decide = (one: Case, name: Parameters<Deciding['run']>[0], command: Parameters<Deciding['run']>[1]): void => {
    last.current = one.key;
    list.expect(one.key, deciding.run(name, command));
    list.goOn();
  };
  const defer = () => {
    if (!about) return;
    list.goOn();
    void deciding.run('defer-case', (context) => leaveOut(context, choice(about), { act: 'defer' }));
  };
  const settleLink = (link: LinkCase, isTaken: boolean) =>
    void deciding.run('settle-links', (context) => settleLinks(context, choice(link.from), { links: choicesOf([link], () => isTaken) }));
  return {
    accept(set) {
      if (!about?.members.some((one) => one.set.id === set)) return;
      decide(about, 'accept-reading', (context) => accept(context, choice(about), { set }));
    },
    leaveOut(act, reason, note) {
      if (about) decide(about, act === 'reject' ? 'reject-readings' : 'undecidable-case', (context) => leaveOut(context, choice(about), { act, reason, note }));
    },
    giveReason: (key, reason, note) =>
      void deciding.run('give-reason', (context) => giveReason(context, { among, key }, { reason, ...(note !== undefined && { note }) })),
    merge(input) {
      if (about) decide(about, 'merge-readings', (context) => merge(context, choice(about), input));
    },
    defer,
    keep(content) {
      if (about) decide(about, 'edit-gold', (context) => edit(context, choice(about), content));
    },
    add: (content) => void deciding.offering(t('adjudicate.class.added'), 'add-missed', (context) => addMissed(context, among, settlementOf(context, among), content)),
    linkOwn(link) {
      if (about) void deciding.run('settle-links', (context) => linkGold(context, choice(about), link));
    },
    cutOwn(relation) {
      if (about) void deciding.run('settle-links', (context) => cutGold(context, choice(about), { relation }));
    },
    lastDecided: () => last.current,
    settleLink,
    settleOpenLink(isTaken) {
      const link = about && settlement.links.find(({ from, state }) => from.key === about.key && (state === 'open' || state === 'orphan' || (!isTaken && state === 'waiting')));
      if (!link) return false;
      settleLink(link, isTaken);
      return true;
    },
    settleAttribute(attribute, value) {
      if (about) void deciding.run('settle-value', (context) => settleValue(context, choice(about), { attribute, value }));
    },
    settleEntity(entity) {
      if (about) void deciding.run('settle-value', (context) => settleValue(context, choice(about), { entity }));
    },
    settleAll(input) {
      void deciding.offering(t('command.settle-all'), 'settle-all', (context) => settleAll(context, among, input));
    },
    seal() {
      // What keeps it open is asked of what is stored when its turn comes: the last decision may be on its way.
      void deciding.run('seal-gold', (context) => sealGold(context, among)).then((isDone) => isDone && toast(t('adjudicate.seal.done', { version: version + 1 })));
    },
    nameGold: (set) => void deciding.run('name-gold', (context) => nameGold(context, set)),
    acceptWork() {
      const [reader] = readers;
      if (!reader) return;
      void deciding.offering(t('adjudicate.accepted', { name: called(reader) }), 'accept-work', (context) => judgeWork(context, { set: reader.set.id, verdict: 'accepted', reason: '' }));
    },
    returnWork(reason) {
      const [reader] = readers;
      if (!reader) return;
      void deciding.offering(t('adjudicate.returned', { name: called(reader) }), 'return-work', (context) => judgeWork(context, { set: reader.set.id, verdict: 'returned', reason }));
    },
    comment: (anchor, thread, words, blocking) =>
      void deciding.run('comment', (context) => comment(context, { anchor, thread, words, blocking: blocking && thread === null })),
    resolve: (thread, isResolved) => void deciding.run('resolve-thread', (context) => resolve(context, { thread, isResolved })),
    ask: (anchor, question) =>
      void deciding.run('ask-guideline', (context) => ask(context, { anchor, question })).then((isDone) => isDone && about?.state === 'open' && defer()),
    writeRule(question, words, examples) {
      const write = async () => {
        const all = await store.allEvents();
        await deciding.run('rule-guideline', (context) => rule(context, all, { question, rule: words, examples }));
      };
      void write();
    },
  };
}
