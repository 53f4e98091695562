import { type LucideIcon, X } from 'lucide-react';
import { type ReactNode } from 'react';
import styles from './BesidePane.module.css';
import { IconButton } from './IconButton.tsx';
import { useMessagesBeside } from './messages-place.ts';

interface BesidePaneProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** Of the button that closes it. */
  readonly closing: string;
  readonly className: string | undefined;
  /** Between title and button. */
  readonly ways?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What stands beside the text while one annotates, under its head; below the text where the window is narrow. */
export function BesidePane({ icon: Icon, title, closing, className, ways, onClose, children }: BesidePaneProps) {
  useMessagesBeside();
  return (
    <aside className={`${styles.beside} ${className ?? ''}`} aria-label={title}>
      <header className={styles.head}>
        <Icon size={18} strokeWidth={1.75} aria-hidden />
        <h2 className={styles.title}>{title}</h2>
        {ways}
        <IconButton icon={X} label={closing} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
