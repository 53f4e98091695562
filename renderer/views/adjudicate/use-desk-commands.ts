import { type RefObject, useEffect, useRef } from 'react';
import { type WorkState } from '../../../shared/review/work.ts';
import { type Span } from '../../../shared/text/offsets.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type Chord, digitOf } from '../../ui/keyboard.ts';
import { useToast } from '../../ui/Toast.tsx';
import { anchorsHere } from './anchors.ts';
import { type AdjudicateCommand } from './keys.ts';
import { goldAnnotation, lastDecided, type ReviewScene } from './scene.ts';
import { type CaseList } from './use-case-list.ts';
import { type Deciding } from './use-deciding.ts';
import { type DeskActs } from './use-desk-acts.ts';
import { type DeskLook } from './use-desk-look.ts';
import { type GoldForm } from './use-gold-form.ts';

interface CommandGround {
  readonly scene: ReviewScene;
  readonly list: CaseList;
  readonly form: GoldForm;
  readonly look: DeskLook;
  readonly acts: DeskActs;
  readonly deciding: Deciding;
  /** Words that are selected in the text. */
  readonly selection: RefObject<Span | null>;
  /** In a single pass: how far the work is that is reviewed. */
  readonly work: WorkState | null;
  readonly onBack: () => void;
}

/** Does what a key or a button asks for; the answer is whether there was anything to do. */
export type DeskCommand = (command: AdjudicateCommand, chord?: Chord | null) => boolean;

/** They go on from what a decision has put into the gold set. */
const goOnFromDecision: ReadonlySet<AdjudicateCommand> = new Set<AdjudicateCommand>(['own-link', 'take-link', 'refuse-link', 'same-decision']);

/** A key that came before what it goes on from. */
interface Early {
  readonly command: AdjudicateCommand;
  readonly chord: Chord | null;
  /** Of the case that it is about. */
  readonly key: string;
}

/** What each key and button of the desk means at the case at hand. */
export function useDeskCommands({ scene, list, form, look, acts, deciding, selection, work, onBack }: CommandGround): DeskCommand {
  const messages = useMessages();
  const { t } = messages;
  const toast = useToast();
  const { settlement, readers } = scene;
  const { about } = list;
  const isSinglePass = readers.length === 1;

  const askForAllOfOne = () => {
    const [member] = about?.members ?? [];
    const set = about?.decision?.item.taken ?? member?.set.id;
    const label = about?.members.find((one) => one.set.id === set)?.annotation.label;
    if (set && label) look.ask({ kind: 'bulk', input: { rule: 'all-of-one', set, label } });
  };
  const keep = () => {
    const made = form.take();
    if (made?.isNew) acts.add(made.content);
    else if (made && form.draft?.key === about?.key) acts.keep(made.content);
  };
  const leave = () => {
    if (form.draft || form.adding) form.leave();
    else if (look.isSideBySide) look.setSideBySide(false);
    else if (look.tab !== 'case') look.setTab('case');
    else onBack();
  };

  const carryOut: DeskCommand = (command, chord = null) => {
    switch (command) {
      case 'accept-reading': {
        const digit = digitOf(chord);
        const reader = digit === null ? undefined : readers[digit - 1];
        return form.digit(digit) ?? (reader !== undefined && (acts.accept(reader.set.id), true));
      }
      case 'merge-readings':
        return about !== undefined && about.members.length > 1 && (look.ask({ kind: 'merge' }), true);
      case 'edit-gold':
        return about !== undefined && (form.edit(about), true);
      case 'reject-readings':
        return about !== undefined && (look.ask({ kind: 'reason', act: 'reject' }), true);
      case 'undecidable-case':
        return about !== undefined && about.members.length > 1 && (look.ask({ kind: 'reason', act: 'undecidable' }), true);
      case 'defer-case':
        return (acts.defer(), true);
      case 'next-case':
        return (list.go(1), true);
      case 'previous-case':
        return (list.go(-1), true);
      case 'next-open':
        return (list.goOn(), true);
      case 'own-link':
        return about?.state === 'decided' && goldAnnotation(scene, about) !== undefined && (look.ask({ kind: 'link' }), true);
      case 'take-link':
        return acts.settleOpenLink(true);
      case 'refuse-link':
        return acts.settleOpenLink(false);
      case 'only-open':
        return (list.setFilter((now) => (now === 'open' ? 'all' : 'open')), true);
      case 'side-by-side':
        return (look.setSideBySide((now) => !now), true);
      case 'accept-unanimous':
        return (look.ask({ kind: 'bulk', input: { rule: 'unanimous' } }), true);
      case 'same-decision':
        return about?.state === 'decided' && (look.ask({ kind: 'bulk', input: { rule: 'same-text', like: about.key } }), true);
      case 'all-of-one':
        return (askForAllOfOne(), true);
      case 'add-missed':
        if (selection.current) form.begin(selection.current);
        else toast(t('adjudicate.add-missed'));
        return true;
      case 'give-reason': {
        const decided = about?.state === 'decided' ? about : (settlement.cases.find(({ key }) => key === acts.lastDecided()) ?? lastDecided(scene));
        return decided !== undefined && (look.ask({ kind: 'give-reason', about: decided }), true);
      }
      case 'ask-guideline':
        return (look.ask({ kind: 'ask', anchors: anchorsHere(scene, about, selection.current, messages) }), true);
      case 'comment':
        return (look.ask({ kind: 'comment', anchors: anchorsHere(scene, about, selection.current, messages), thread: null }), true);
      case 'audit':
        return (look.setTab((now) => (now === 'history' ? 'case' : 'history')), true);
      case 'accept-work':
        return isSinglePass && work !== 'accepted' && (acts.acceptWork(), true);
      case 'return-work':
        return isSinglePass && (look.ask({ kind: 'return' }), true);
      case 'move-end':
      case 'move-start':
        return chord !== null && form.move(command === 'move-end' ? 'end' : 'start', chord);
      case 'keep-edit':
        return form.draft !== null && (keep(), true);
      case 'seal-gold':
        return (acts.seal(), true);
      case 'undo':
        return (deciding.undo(), true);
      case 'redo':
        return (deciding.redo(), true);
      case 'leave-adjudication':
        return (leave(), true);
    }
  };

  // A case shows as decided while that is still being written: a key that follows at once is answered when it is, unless another came since.
  const early = useRef<Early | null>(null);
  useEffect(() => {
    const waits = early.current;
    if (!waits || waits.key !== about?.key) return;
    if (carryOut(waits.command, waits.chord)) early.current = null;
  });
  return (command, chord = null) => {
    early.current = null;
    if (carryOut(command, chord)) return true;
    if (!about || !list.settled.has(about.key) || !goOnFromDecision.has(command)) return false;
    early.current = { command, chord, key: about.key };
    return true;
  };
}
