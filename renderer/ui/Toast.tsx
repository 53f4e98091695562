import { Toast as BaseToast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { useMessagesHere } from './messages-place.ts';
import styles from './Toast.module.css';

export interface ToastOptions {
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  /** `error` is announced at once. */
  readonly kind?: 'plain' | 'error';
}

/** Milliseconds; counting stops while the pointer or the focus is on a toast. */
const duration = 6000;

/** Says something in passing; the answer takes it back before its time. */
export type Toaster = (text: ReactNode, options?: ToastOptions) => () => void;

/** Says in passing what was done, with at most one thing to do about it. */
export function useToast(): Toaster {
  const { add, close } = BaseToast.useToastManager();
  return useCallback(
    (text, { actionLabel, onAction, kind = 'plain' } = {}) => {
      const id = add({
        // What is said again while it still stands is said once, and stays longer.
        ...(typeof text === 'string' && { id: text }),
        title: text,
        type: kind,
        priority: kind === 'error' ? 'high' : 'low',
        actionProps: actionLabel
          ? {
              children: actionLabel,
              onClick: () => {
                onAction?.();
                close(id);
              },
            }
          : undefined,
      });
      return () => close(id);
    },
    [add, close],
  );
}

function ToastList() {
  const { t } = useMessages();
  const { toasts } = BaseToast.useToastManager();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useMessagesHere(place);
  return (
    <BaseToast.Portal>
      <BaseToast.Viewport ref={setPlace} className={styles.viewport} aria-label={t('toast.region')}>
        {toasts.map((toast) => (
          <BaseToast.Root key={toast.id} toast={toast} className={styles.toast} data-type={toast.type}>
            {/* The pointer presses without taking the focus: the pressed button goes away, and the focus would with it. */}
            <BaseToast.Content className={styles.content} onMouseDown={(event) => event.preventDefault()}>
              <BaseToast.Title render={<p />} className={styles.words} />
              {toast.actionProps && <BaseToast.Action className={styles.action} />}
              {/* It can have the focus at any time, so it is never hidden from those who hear it. */}
              <BaseToast.Close className={styles.close} aria-label={t('dialog.close')} aria-hidden={false}>
                <X size={14} aria-hidden />
              </BaseToast.Close>
            </BaseToast.Content>
          </BaseToast.Root>
        ))}
      </BaseToast.Viewport>
    </BaseToast.Portal>
  );
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <BaseToast.Provider timeout={duration} limit={3}>
      {children}
      <ToastList />
    </BaseToast.Provider>
  );
}
