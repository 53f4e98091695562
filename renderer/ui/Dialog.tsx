import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import styles from './Dialog.module.css';
import { holdMenuCommands } from './menu-commands.ts';
import { useMessagesBelow } from './messages-place.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** Stands above the body and does not scroll with it. */
  readonly top?: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  /** `full`: as large as the window allows, whatever is in it, so that steps of different length stand still. */
  readonly size?: 'normal' | 'wide' | 'full';
  /** Its body is there to be read: it takes the focus itself, so that the keys scroll it. */
  readonly isReading?: boolean;
  /** Where the focus begins, where the first control is not the place. */
  readonly focusFirst?: () => HTMLElement | null;
}

/** What can take the focus first; a radio that is not chosen is passed over. */
const firstControl = 'input:not([type=radio]), textarea, [role=radio][aria-checked=true], button';

/** A modal dialog: holds the focus and the menus, Escape and the cross close it. The focus begins in its body, not on the cross. */
export function Dialog({ open, onClose, title, top, children, footer, size = 'normal', isReading = false, focusFirst }: DialogProps) {
  const { t } = useMessages();
  const titleId = useId();
  useLayoutEffect(() => (open ? holdMenuCommands() : undefined), [open]);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useMessagesBelow(place);
  const body = useRef<HTMLDivElement>(null);
  /** Had the focus before: what is in the dialog may take it by itself, sooner than the dialog looks who has it. */
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  const back = () => (opener.current instanceof HTMLElement && opener.current.isConnected && opener.current !== document.body ? opener.current : true);
  return (
    <BaseDialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.scrim} />
        <BaseDialog.Viewport ref={setPlace} className={styles.viewport}>
          <BaseDialog.Popup
            className={styles.popup}
            data-size={size}
            finalFocus={back}
            initialFocus={() => (focusFirst ? focusFirst() : isReading ? body.current : body.current?.querySelector<HTMLElement>(firstControl)) ?? true}
          >
            <div className={styles.head}>
              <BaseDialog.Title id={titleId} className={styles.title}>{title}</BaseDialog.Title>
              <BaseDialog.Close className={styles.close} aria-label={t('dialog.close')}>
                <X size={18} strokeWidth={1.75} aria-hidden />
              </BaseDialog.Close>
            </div>
            {top && <div className={styles.top}>{top}</div>}
            <div ref={body} className={styles.body} {...(isReading && { role: 'region', 'aria-labelledby': titleId, tabIndex: 0 })}>
              {children}
            </div>
            {footer && <div className={styles.foot}>{footer}</div>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
