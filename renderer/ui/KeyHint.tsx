import { type ReactNode } from 'react';
import styles from './KeyHint.module.css';

/** The key that does what stands beside it: small, as on its cap, in the direction of its own letters. Empty, it keeps the place. */
export const KeyHint = ({ children }: { readonly children: ReactNode }) => <kbd dir="auto" className={styles.key}>{children}</kbd>;
