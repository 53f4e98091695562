import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useThrow } from '../../ui/use-throw.ts';
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
        {open && <Licences />}
      </div>
    </Dialog>
  );
}

interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** What the app is made of beside our own code, as the build has found it, with the words of each licence. */
function Licences() {
  const { t } = useMessages();
  const raise = useThrow();
  const [packages, setPackages] = useState<readonly ShippedPackage[]>([]);
  useEffect(() => {
    const read = async () => {
      const answer = await fetch('/licences.json');
      // A page that is served without the rest of the app has none.
      setPackages(answer.ok ? ((await answer.json()) as readonly ShippedPackage[]) : []);
    };
    read().catch(raise);
  }, [raise]);
  if (packages.length === 0) return null;
  return (
    <details className={styles.licences}>
      <summary>{t('about.licences', { n: packages.length })}</summary>
      <ul dir="ltr" lang="en" translate="no">
        {packages.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>{[name, version, licence].join(' · ')}</summary>
              <pre className={styles.licence}>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}
