import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type CopyChoice, type CopyGroup } from '../../../shared/dataset/copy-groups.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useSteady } from '../../ui/use-steady.ts';
import { useThrow } from '../../ui/use-throw.ts';
import { useUndoOffer } from '../../ui/use-undo-offer.ts';
import { foundCopies } from '../../workers/copy-client.ts';
import { type Compared, pagesOf, settleCopies, toCompare } from './copy-step.ts';
import { CopyDialog } from './CopyDialog.tsx';
import styles from './CopyStep.module.css';

/** How things stood when the last import began. */
export interface BeforeImport {
  /** Of all articles. */
  readonly ids: readonly ArticleId[];
  /** What was said beforehand of all copies; `null`: they are shown. */
  readonly copies: CopyChoice | null;
  /**
   * Bare texts came, and none of them was opened: their groups are shown unasked. Whoever is before a text that was just opened, or has taken in
   * somebody's work, is only told.
   */
  readonly mayShow: boolean;
}

interface CopyStepProps {
  readonly store: ProjectStore;
  /** `null` before the first import. Another value, and what came since is looked through. */
  readonly before: BeforeImport | null;
  /** Something else of the import is being shown: the groups come when it is closed. */
  readonly isWaiting: boolean;
}

/**
 * The last step of an import: whatever came in and says the same as something else is shown in groups, or done with as was said beforehand. It
 * comes after storing, so that any number of files can come in without all of them being compared first; whoever waits for none is told instead.
 */
export function CopyStep({ store, before, isWaiting }: CopyStepProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const undoing = useUndoOffer();
  const [shown, setShown] = useState<{ readonly groups: readonly CopyGroup[]; readonly compared: Compared } | null>(null);
  const [isOpen, setOpen] = useState(false);

  const undo = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step++) {
      const result = await store.undo(null);
      if (!result.ok) return result.problems.slice(0, 1).forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));
    }
  };
  const settle = async (choices: Parameters<typeof settleCopies>[1]): Promise<void> => {
    const { linked, removed, steps, problems } = await settleCopies(store, choices);
    problems.slice(0, 1).forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));
    if (steps > 0) undoing.offer(t('copies.settled', { linked, removed }), () => void undo(steps).catch(raise));
  };
  const settleLater = useSteady(settle);

  useEffect(() => {
    if (!before || before.copies === 'keep') return;
    const leaving = new AbortController();
    // Whoever has gone on meanwhile is told, and not held up.
    let hasGoneOn = !before.mayShow;
    for (const kind of ['keydown', 'pointerdown'] as const)
      addEventListener(kind, () => void (hasGoneOn = true), { capture: true, once: true, signal: leaving.signal });
    const look = async (): Promise<void> => {
      const { fresh, earlier, counts } = await toCompare(store, new Set(before.ids));
      if (fresh.length === 0 || fresh.length + earlier.length < 2) return;
      const found = await foundCopies(pagesOf(store, [...earlier, ...fresh]), fresh, leaving.signal);
      if (leaving.signal.aborted) return;
      const { copies: choice } = before;
      if (choice !== null) return settleLater(found.map((group) => ({ group, choice })));
      setOpen(!hasGoneOn);
      setShown({ groups: found, compared: counts });
    };
    look().catch((bug: unknown) => {
      if (!leaving.signal.aborted) raise(bug);
    });
    return () => leaving.abort();
  }, [store, before, raise, settleLater]);

  if (!shown || shown.groups.length === 0 || isWaiting) return null;
  const { groups, compared } = shown;
  if (!isOpen) {
    return (
      <div role="region" aria-label={t('copies.found', { n: groups.length })} className={styles.bar}>
        <span role="status">{t('copies.found', { n: groups.length })}</span>
        <Button onClick={() => setOpen(true)}>{t('copies.see')}</Button>
        <IconButton icon={X} label={t('copies.later')} onClick={() => setShown(null)} />
      </div>
    );
  }
  return (
    <CopyDialog
      groups={groups}
      compared={compared}
      onClose={() => setShown(null)}
      onSettle={(choices) => {
        setShown(null);
        settle(choices).catch(raise);
      }}
    />
  );
}
