import { type ReactNode, useId } from 'react';
import { directionOf } from '../../../shared/text/direction.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './CheckStep.module.css';
import { readableLines } from './readable-lines.ts';

/** The beginning of the file twice: character after character as programs keep it, and line by line as people read it. */
export function Preview({ preview }: { readonly preview: string | null }) {
  const { t } = useMessages();
  if (preview === null) return <p className={styles.muted}>{t('export.preview.none')}</p>;
  return (
    <div className={styles.previews}>
      <Pane title={t('export.preview.raw')}>
        <pre dir="ltr" lang="fa" className={styles.raw}>{preview}</pre>
      </Pane>
      <Pane title={t('export.preview.read')}>
        {readableLines(preview).map((line, index) => (
          <p key={index} dir={/\p{L}/u.test(line) ? directionOf(line) : 'ltr'} lang="fa">
            {line}
          </p>
        ))}
      </Pane>
    </div>
  );
}

function Pane({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.pane}>
      <p id={id} className={styles.muted}>{title}</p>
      <div role="region" aria-labelledby={id} tabIndex={0} translate="no" className={styles.preview}>
        {children}
      </div>
    </div>
  );
}
