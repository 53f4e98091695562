import { useId } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './CheckStep.module.css';

/** The beginning of the file in both directions: as programs keep it, and as people read it. The characters are the same. */
export function Preview({ preview }: { readonly preview: string | null }) {
  const { t } = useMessages();
  if (preview === null) return <p className={styles.muted}>{t('export.preview.none')}</p>;
  return (
    <div className={styles.previews}>
      <Pane title={t('export.preview.raw')} text={preview} direction="ltr" />
      <Pane title={t('export.preview.read')} text={preview} direction="rtl" />
    </div>
  );
}

function Pane({ title, text, direction }: { readonly title: string; readonly text: string; readonly direction: 'ltr' | 'rtl' }) {
  const id = useId();
  return (
    <div className={styles.pane}>
      <p id={id} className={styles.muted}>{title}</p>
      <pre role="region" aria-labelledby={id} tabIndex={0} dir={direction} lang="fa" className={styles.preview} data-direction={direction}>
        {text}
      </pre>
    </div>
  );
}
