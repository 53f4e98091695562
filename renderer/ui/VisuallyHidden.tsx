import { type ComponentProps } from 'react';
import styles from './VisuallyHidden.module.css';

/** For screen readers alone: a name, or a live region with `role="status"`. */
export const VisuallyHidden = (props: Omit<ComponentProps<'div'>, 'className'>) => <div {...props} className={styles.hidden} />;
