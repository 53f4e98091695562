import { type Anchor } from '../../../shared/model/discussed.ts';
import { type Case } from '../../../shared/review/settlement.ts';
import { reasonsOffered } from '../../../shared/review/reasons.ts';
import { excerpt } from '../../../shared/text/excerpt.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { AskDialog, CommentDialog } from '../../ui/discussion/CommentDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { RuleDialog } from '../../ui/discussion/RuleDialog.tsx';
import { goldAnnotation, type ReviewScene, wordsAt } from './scene.ts';
import { WordsDialog } from '../../ui/discussion/WordsDialog.tsx';
import { type DeskActs } from './use-desk-acts.ts';
import { type DeskLook } from './use-desk-look.ts';

interface DeskDialogsProps {
  readonly look: Pick<DeskLook, 'dialog' | 'ask' | 'setTab'>;
  readonly scene: ReviewScene;
  readonly about: Case | undefined;
  readonly acts: DeskActs;
}

/** The one question that is open, if any; with its answer it is closed, and then that is done. */
export function DeskDialogs({ look, scene, about, acts }: DeskDialogsProps) {
  const { t } = useMessages();
  const { dialog } = look;
  const offered = reasonsOffered(scene.events);
  const onClose = () => look.ask(null);
  const closing = <Args extends readonly unknown[]>(act: (...args: Args) => void) => (...args: Args): void => {
    onClose();
    act(...args);
  };
  if (!dialog) return null;
  switch (dialog.kind) {
    case 'reason':
      return <ReasonDialog title={t(`adjudicate.reason.${dialog.act}`)} offered={offered} reason="spurious" note="" onDecide={closing((reason, note) => acts.leaveOut(dialog.act, reason, note))} onClose={onClose} />;
    case 'give-reason': {
      const { key, decision, members } = dialog.about;
      const shown = goldAnnotation(scene, dialog.about) ?? members[0]?.annotation;
      return (
        <ReasonDialog
          offered={offered}
          title={t('adjudicate.reason.given', { quote: excerpt(wordsAt(scene.article.text, shown?.spans ?? []), 40) })}
          reason={decision?.event.reason ?? 'too-wide'}
          note={decision?.event.note ?? ''}
          onDecide={closing((reason, note) => acts.giveReason(key, reason, note))}
          onClose={onClose}
        />
      );
    }
    case 'merge':
      return about ? <MergeDialog scene={scene} about={about} onMerge={closing(acts.merge)} onClose={onClose} /> : null;
    case 'link':
      return about ? <LinkDialog scene={scene} about={about} onLink={closing(acts.linkOwn)} onClose={onClose} /> : null;
    case 'bulk':
      return <BulkDialog scene={scene} input={dialog.input} onAccept={closing(() => acts.settleAll(dialog.input))} onClose={onClose} />;
    case 'comment': {
      const { anchors, thread } = dialog;
      const onSay = closing((anchor: Anchor, words: string, blocking: boolean) => {
        look.setTab('discussion');
        acts.comment(anchor, thread, words, blocking);
      });
      return <CommentDialog anchors={anchors} isAnswer={thread !== null} onSay={onSay} onClose={onClose} />;
    }
    case 'ask':
      return <AskDialog anchors={dialog.anchors} onAsk={closing(acts.ask)} onClose={onClose} />;
    case 'rule':
      return <RuleDialog onRule={closing((words, examples) => acts.writeRule(dialog.question, words, examples))} onClose={onClose} />;
    case 'return': {
      const [reader] = scene.readers;
      return (
        <WordsDialog
          title={t('adjudicate.return.title', { name: (scene.isBlind ? reader?.letter : reader?.name) ?? '' })}
          about={null}
          label={t('adjudicate.return.reason')}
          confirm={t('adjudicate.return')}
          onConfirm={closing(acts.returnWork)}
          onClose={onClose}
        />
      );
    }
  }
}
