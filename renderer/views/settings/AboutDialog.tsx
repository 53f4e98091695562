import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './AboutDialog.module.css';

export interface AboutDialogProps {
  readonly open: boolean;
  readonly version: string;
  readonly electron: string;
  readonly onClose: () => void;
}

export function AboutDialog({ open, version, electron, onClose }: AboutDialogProps) {
  const { t } = useMessages();
  return (
    <Dialog open={open} onClose={onClose} title={t('about.title')} isReading>
      <div className={styles.about}>
        <p className={styles.name}>{t('app.name')}</p>
        <p>{t('about.text')}</p>
        <p className={styles.detail}>{t('about.version', { version })}</p>
        <p className={styles.detail}>{t('about.runtime', { runtime: `Electron ${electron}` })}</p>
        <p className={styles.detail}>{t('about.privacy')}</p>
      </div>
    </Dialog>
  );
}
