import { ArchiveX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type BackupFailure } from '../../shared/bridge.ts';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { NoticeBar } from './NoticeBar.tsx';

/** Says that a backup which the program makes by itself could not be made, until one is or the person has seen it. */
export function BackupBar({ onBackups }: { readonly onBackups: () => void }) {
  const { t } = useMessages();
  const [failed, setFailed] = useState<BackupFailure | null>(null);
  useEffect(() => bridge.onBackup(setFailed), []);
  if (!failed) return null;
  const look = (
    <Button kind="quiet" onClick={onBackups}>
      {t('backups.failed.look')}
    </Button>
  );
  return (
    <NoticeBar icon={ArchiveX} action={look} onDismiss={() => setFailed(null)}>
      {t('backups.failed', { reason: t(`backups.reason.${failed.reason}`) })} {t(problemMessage(failed.failure))} {t('backups.failed.safe')}
    </NoticeBar>
  );
}
