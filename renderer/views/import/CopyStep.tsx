import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type CopyGroup } from '../../../shared/dataset/copy-groups.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { type ProjectStore } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { useUndoOffer } from '../../ui/use-undo-offer.ts';
import { foundCopies } from '../../workers/copy-client.ts';
import { pagesOf, settleCopies, toCompare } from './copy-step.ts';
import { CopyDialog } from './CopyDialog.tsx';
import styles from './CopyStep.module.css';

interface CopyStepProps {
  readonly store: ProjectStore;
  /** Ids of all articles before the last import; `null` before the first. Another value, and what came since is looked through. */
  readonly before: readonly ArticleId[] | null;
}

/** The last step of an import: whatever came in and says the same as something else is told, and shown in groups on request. Nobody waits for it. */
export function CopyStep({ store, before }: CopyStepProps) {
  const { t } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const undoing = useUndoOffer();
  const [groups, setGroups] = useState<readonly CopyGroup[]>([]);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!before) return;
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      const { fresh, earlier } = await toCompare(store, new Set(before));
      if (fresh.length === 0 || fresh.length + earlier.length < 2) return;
      const found = await foundCopies(pagesOf(store, [...earlier, ...fresh]), fresh, leaving.signal);
      if (leaving.signal.aborted) return;
      setOpen(false);
      setGroups(found);
    };
    look().catch((bug: unknown) => {
      if (!leaving.signal.aborted) raise(bug);
    });
    return () => leaving.abort();
  }, [store, before, raise]);

  const undo = async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step++) {
      const result = await store.undo(null);
      if (!result.ok) return result.problems.slice(0, 1).forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));
    }
  };
  if (groups.length === 0) return null;
  if (!isOpen) {
    return (
      <div role="region" aria-label={t('copies.found', { n: groups.length })} className={styles.bar}>
        <span role="status">{t('copies.found', { n: groups.length })}</span>
        <Button onClick={() => setOpen(true)}>{t('copies.see')}</Button>
        <IconButton icon={X} label={t('copies.later')} onClick={() => setGroups([])} />
      </div>
    );
  }
  return (
    <CopyDialog
      groups={groups}
      onClose={() => setGroups([])}
      onSettle={(choices) => {
        setGroups([]);
        const settle = async (): Promise<void> => {
          const { linked, removed, steps, problems } = await settleCopies(store, choices);
          problems.slice(0, 1).forEach(({ code, values }) => toast(t(problemMessage(code), values), { kind: 'error' }));
          if (steps > 0) undoing.offer(t('copies.settled', { linked, removed }), () => void undo(steps).catch(raise));
        };
        settle().catch(raise);
      }}
    />
  );
}
