import { type LucideIcon } from 'lucide-react';
import { type ComponentProps } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary button a screen; quiet ones have no border. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
}

export function Button({ kind = 'secondary', icon: Icon, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" data-kind={kind} className={className ? `${styles.button} ${className}` : styles.button} {...rest}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />}
      {children}
    </button>
  );
}
