import { Tooltip } from '@base-ui/react/tooltip';
import { type LucideIcon } from 'lucide-react';
import { type ComponentProps } from 'react';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className'> {
  readonly icon: LucideIcon;
  /** The accessible name; shown on hover. */
  readonly label: string;
  /** A key that does the same, as it is drawn. */
  readonly shortcut?: string;
  /** The icon means "forward" or "back" and turns with the reading direction. */
  readonly directional?: boolean;
  /** Makes it a switch. */
  readonly pressed?: boolean;
}

export function IconButton({ icon: Icon, label, shortcut, directional = false, pressed, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={<button type="button" aria-label={label} aria-pressed={pressed} {...rest} className={styles.button} />}>
        <Icon size={18} strokeWidth={1.75} aria-hidden {...(directional && { className: 'directional-icon' })} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.layer}>
          <Tooltip.Popup className={styles.tip} aria-hidden>
            {label}
            {shortcut && <kbd className={styles.shortcut}>{shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
