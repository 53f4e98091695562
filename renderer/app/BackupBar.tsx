import { ArchiveX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type BackupFailure } from '../../shared/bridge.ts';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import styles from './BackupBar.module.css';

/** Says that a backup which the program makes by itself could not be made, until one is or the person has seen it. */
export function BackupBar({ onBackups }: { readonly onBackups: () => void }) {
  const { t } = useMessages();
  const [failed, setFailed] = useState<BackupFailure | null>(null);
  useEffect(() => bridge.onBackup(setFailed), []);
  if (!failed) return null;
  return (
    <div role="status" className={styles.bar}>
      <ArchiveX size={18} strokeWidth={1.75} aria-hidden className={styles.sign} />
      <p className={styles.words}>
        {t('backups.failed', { reason: t(`backups.reason.${failed.reason}`) })} {t(problemMessage(failed.failure))} {t('backups.failed.safe')}
      </p>
      <Button kind="quiet" onClick={onBackups}>
        {t('backups.failed.look')}
      </Button>
      <Button kind="quiet" onClick={() => setFailed(null)}>
        {t('recovery.dismiss')}
      </Button>
    </div>
  );
}
