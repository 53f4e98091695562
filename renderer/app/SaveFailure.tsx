import { TriangleAlert } from 'lucide-react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { useSaveState } from '../store/live.ts';
import { type ProjectStore } from '../store/project-store.ts';
import { Button } from '../ui/Button.tsx';
import styles from './SaveFailure.module.css';

/** For screens without a status bar of their own: what could not be saved is told until it is. */
export function SaveFailure({ store }: { readonly store: ProjectStore }) {
  const { t } = useMessages();
  const state = useSaveState(store);
  if (state.kind !== 'failed') return null;
  return (
    <div role="alert" className={styles.bar}>
      <TriangleAlert size={18} strokeWidth={1.75} aria-hidden className={styles.sign} />
      <p className={styles.words}>
        {t('save.failed')} {t(problemMessage(state.code), { detail: state.detail })}
      </p>
      <Button onClick={() => void store.retry()}>{t('save.retry')}</Button>
    </div>
  );
}
