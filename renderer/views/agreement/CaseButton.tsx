import { type ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './AgreementView.module.css';
import { type CaseWish, type OpenCases } from './case-wish.ts';

interface CaseButtonProps {
  readonly wish: CaseWish;
  readonly onOpen: OpenCases;
  /** Drawn grey: it says little. */
  readonly isThin?: boolean;
  readonly children: ReactNode;
}

/** A number that opens what it is made of. */
export function CaseButton({ wish, onOpen, isThin = false, children }: CaseButtonProps) {
  const { t } = useMessages();
  return (
    <button type="button" className={styles.number} data-thin={isThin} title={t('agreement.open-cases')} onClick={() => onOpen(wish)}>
      {typeof children === 'string' ? <span className={styles.link}>{children}</span> : children}
    </button>
  );
}
