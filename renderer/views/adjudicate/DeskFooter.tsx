import { ArrowLeft, ArrowRight } from 'lucide-react';
import { memo } from 'react';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type WorkState } from '../../../shared/review/work.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { type Neighbours } from '../../store/project-store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './AdjudicateView.module.css';
import { type AdjudicateCommand } from './keys.ts';

interface DeskFooterProps {
  readonly count: number;
  readonly openCount: number;
  /** What keeps the gold set from being closed. */
  readonly blocked: readonly Problem[];
  /** `null` while there is something to close. */
  readonly sealed: number | null;
  readonly isSinglePass: boolean;
  /** In a single pass: how far the work is that is reviewed. */
  readonly work: WorkState | null;
  readonly neighbours: Neighbours | undefined;
  readonly onOpen: (article: ArticleId) => void;
  readonly onCommand: (command: AdjudicateCommand) => void;
}

/** How far it is, what is left, and the way to the next article. */
export const DeskFooter = memo(({ count, openCount, blocked, sealed, isSinglePass, work, neighbours, onOpen, onCommand }: DeskFooterProps) => {
  const { t } = useMessages();
  const progress = t('adjudicate.progress', { n: count - openCount, of: count });
  const left = blocked.filter(({ code }) => code !== 'gold-open-cases').map(({ code, values }) => t(problemMessage(code), values));
  return (
    <footer className={styles.status} aria-label={t('bar.title')}>
      <span role="status">{progress}</span>
      <progress className={styles.progress} max={Math.max(1, count)} value={count - openCount} aria-label={progress} />
      <span className={styles.left}>{sealed === null ? left.join(' ') : t('adjudicate.sealed', { version: sealed })}</span>
      <span className={styles.gap} />
      <IconButton icon={ArrowLeft} label={t('bar.previous')} disabled={!neighbours?.previous} directional onClick={() => neighbours?.previous && onOpen(neighbours.previous)} />
      {neighbours && <span>{t('bar.place', { place: neighbours.place, count: neighbours.count })}</span>}
      <IconButton icon={ArrowRight} label={t('bar.next')} disabled={!neighbours?.next} directional onClick={() => neighbours?.next && onOpen(neighbours.next)} />
      <Button onClick={() => onCommand('accept-unanimous')}>{t('adjudicate.bulk')}</Button>
      {isSinglePass && (
        <>
          {(work === 'accepted' || work === 'returned') && <strong>{t(`work.${work}`)}</strong>}
          <Button aria-disabled={work === 'accepted'} onClick={() => onCommand('accept-work')}>
            {t('adjudicate.accept-work')}
          </Button>
          <Button onClick={() => onCommand('return-work')}>{t('adjudicate.return')}</Button>
        </>
      )}
      <Button kind="primary" aria-disabled={blocked.length > 0 || sealed !== null} onClick={() => onCommand('seal-gold')}>
        {t('adjudicate.seal')}
      </Button>
    </footer>
  );
});
