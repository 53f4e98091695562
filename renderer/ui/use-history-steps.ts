import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Problem, type Result } from '../../shared/result.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { useToast } from './Toast.tsx';
import { useRefusals } from './use-refusals.ts';
import { useThrow } from './use-throw.ts';
import { type UndoOffer, useUndoOffer } from './use-undo-offer.ts';

type Way = 'undo' | 'redo';

export interface HistorySteps {
  /** For the step that was just taken. */
  readonly undoing: UndoOffer;
  readonly refuse: (problems: readonly Problem[]) => void;
  /** One step back or forward; says which it was, that there is none, or why it cannot be. */
  readonly goBack: (way: Way) => void;
}

/** A History at hand. `take` goes one step and answers with its command's name; `said` is what is told then. */
export function useHistorySteps(take: (way: Way) => Promise<Result<string | null>>, said: Readonly<Record<Way, MessageCode>>): HistorySteps {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const undoing = useUndoOffer();
  const refuse = useRefusals();
  const goBack = (way: Way) => {
    undoing.withdraw();
    const go = async () => {
      const result = await take(way);
      if (!result.ok) return refuse(result.problems);
      if (result.value === null) return toast(t(way === 'undo' ? 'annotate.nothing-to-undo' : 'annotate.nothing-to-redo'));
      return toast(t(said[way], { step: t(`command.${result.value}` as MessageCode) }));
    };
    go().catch(raise);
  };
  return { undoing, refuse, goBack };
}
