import { type ReactNode } from 'react';
import { type Problem } from '../../shared/result.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { CopyDetailsButton, ProblemList } from '../ui/ProblemList.tsx';
import { FailurePage } from './FailurePage.tsx';

export interface StartFailureProps {
  readonly problems: readonly Problem[];
  /** The way to the other projects. */
  readonly projectMenu: ReactNode;
  readonly onRetry: () => void;
  /** Saves a copy of what could not be opened; absent where there is nothing to copy. */
  readonly onCopy: (() => void) | null;
}

/** A project that could not be opened: why, what is safe, what to do. */
export function StartFailure({ problems, projectMenu, onRetry, onCopy }: StartFailureProps) {
  const { t } = useMessages();
  return (
    <FailurePage
      title={t('start.failed')}
      actions={
        <>
          <Button kind="primary" onClick={onRetry}>
            {t('start.retry')}
          </Button>
          {projectMenu}
          {onCopy && <Button onClick={onCopy}>{t('start.copy')}</Button>}
          <CopyDetailsButton problems={problems} />
        </>
      }
    >
      <ProblemList problems={problems} />
      <p>{t('start.failed.safe')}</p>
    </FailurePage>
  );
}
