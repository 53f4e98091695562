import { type DecisionReason } from '../../../shared/model/decided.ts';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type EventId } from '../../../shared/model/id.ts';
import { type Relation } from '../../../shared/model/relation.ts';
import { type BulkInput } from '../../../shared/review/bulk.ts';
import { type MergeInput } from '../../../shared/review/decide.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { type AnchorChoice } from '../../ui/discussion/anchor-choice.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { AskDialog, CommentDialog } from '../../ui/discussion/CommentDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RuleDialog } from '../../ui/discussion/RuleDialog.tsx';
import { goldAnnotation, type ReviewScene, wordsAt } from './scene.ts';
import { WordsDialog } from '../../ui/discussion/WordsDialog.tsx';

export type OpenDialog =
  | { readonly kind: 'reason'; readonly act: 'reject' | 'undecidable' }
  | { readonly kind: 'give-reason'; readonly about: Case }
  | { readonly kind: 'merge' }
  | { readonly kind: 'link' }
  | { readonly kind: 'bulk'; readonly input: BulkInput }
  | { readonly kind: 'return' }
  | { readonly kind: 'comment'; readonly anchors: readonly AnchorChoice[]; readonly thread: EventId | null }
  | { readonly kind: 'ask'; readonly anchors: readonly AnchorChoice[] }
  | { readonly kind: 'rule'; readonly question: EventId };

interface DeskDialogsProps {
  readonly dialog: OpenDialog;
  readonly scene: ReviewScene;
  readonly about: Case | undefined;
  readonly onClose: () => void;
  readonly onLeaveOut: (act: 'reject' | 'undecidable', reason: DecisionReason, note: string) => void;
  readonly onReason: (key: string, reason: DecisionReason, note: string) => void;
  readonly onMerge: (input: MergeInput) => void;
  readonly onLink: (link: Pick<Relation, 'type' | 'to'>) => void;
  readonly onBulk: (input: BulkInput) => void;
  readonly onComment: (anchor: Anchor, thread: EventId | null, words: string, blocking: boolean) => void;
  readonly onAsk: (anchor: Anchor, question: string) => void;
  readonly onRule: (question: EventId, words: string, examples: readonly string[]) => void;
  readonly onReturn: (reason: string) => void;
}

/** The one question that is open. */
export function DeskDialogs({ dialog, scene, about, onClose, ...acts }: DeskDialogsProps) {
  const { t } = useMessages();
  switch (dialog.kind) {
    case 'reason':
      return <ReasonDialog title={t(`adjudicate.reason.${dialog.act}`)} reason="spurious" note="" onDecide={(reason, note) => acts.onLeaveOut(dialog.act, reason, note)} onClose={onClose} />;
    case 'give-reason': {
      const { key, decision, members } = dialog.about;
      const shown = goldAnnotation(scene, dialog.about) ?? members[0]?.annotation;
      return (
        <ReasonDialog
          title={t('adjudicate.reason.given', { quote: wordsAt(scene.article.text, shown?.spans ?? []).slice(0, 40) })}
          reason={decision?.event.reason ?? 'too-wide'}
          note={decision?.event.note ?? ''}
          onDecide={(reason, note) => acts.onReason(key, reason, note)}
          onClose={onClose}
        />
      );
    }
    case 'merge':
      return about ? <MergeDialog scene={scene} about={about} onMerge={acts.onMerge} onClose={onClose} /> : null;
    case 'link':
      return about ? <LinkDialog scene={scene} about={about} onLink={acts.onLink} onClose={onClose} /> : null;
    case 'bulk':
      return <BulkDialog scene={scene} input={dialog.input} onAccept={() => acts.onBulk(dialog.input)} onClose={onClose} />;
    case 'comment': {
      const { anchors, thread } = dialog;
      return <CommentDialog anchors={anchors} isAnswer={thread !== null} onSay={(anchor, words, blocking) => acts.onComment(anchor, thread, words, blocking)} onClose={onClose} />;
    }
    case 'ask':
      return <AskDialog anchors={dialog.anchors} onAsk={acts.onAsk} onClose={onClose} />;
    case 'rule':
      return <RuleDialog onRule={(words, examples) => acts.onRule(dialog.question, words, examples)} onClose={onClose} />;
    case 'return': {
      const [reader] = scene.readers;
      return (
        <WordsDialog
          title={t('adjudicate.return.title', { name: (scene.isBlind ? reader?.letter : reader?.name) ?? '' })}
          about={null}
          label={t('adjudicate.return.reason')}
          confirm={t('adjudicate.return')}
          onConfirm={acts.onReturn}
          onClose={onClose}
        />
      );
    }
  }
}
