import { Tooltip } from '@base-ui/react/tooltip';
import { type LucideIcon } from 'lucide-react';
import { type ComponentProps } from 'react';
import styles from './IconButton.module.css';
import { useKeyText } from './KeyChoicesProvider.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className'> {
  readonly icon: LucideIcon;
  /** The accessible name; shown on hover. */
  readonly label: string;
  /** A key that does the same, as it is drawn: one that nobody can change. */
  readonly shortcut?: string;
  /** The command that it is a button for: its key is shown, as the person has chosen it. */
  readonly command?: string;
  /** The icon means "forward" or "back" and turns with the reading direction. */
  readonly directional?: boolean;
  /** Makes it a switch. */
  readonly pressed?: boolean;
}

export function IconButton({ icon: Icon, label, shortcut, command, directional = false, pressed, ...rest }: IconButtonProps) {
  const keyText = useKeyText();
  const key = shortcut ?? (command === undefined ? '' : keyText(command));
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={<button type="button" aria-label={label} aria-pressed={pressed} {...rest} className={styles.button} />}>
        <Icon size={18} strokeWidth={1.75} aria-hidden {...(directional && { className: 'directional-icon' })} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={styles.layer}>
          <Tooltip.Popup className={styles.tip} aria-hidden>
            {label}
            {key && <kbd className={styles.shortcut}>{key}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
