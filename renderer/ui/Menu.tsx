import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import { type ReactElement, type ReactNode, useId } from 'react';
import styles from './Menu.module.css';

export interface MenuProps {
  /** The element that opens it: a Button or an IconButton. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  const id = useId();
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger id={id} render={trigger} />
      <BaseMenu.Portal>
        {/* Beside the page's landmarks; a region of its own, or a screen reader that goes by regions would pass it over. */}
        <BaseMenu.Positioner role="region" aria-labelledby={id} sideOffset={4} align={align} className={styles.layer}>
          <BaseMenu.Popup className={styles.popup}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export interface MenuItemProps {
  readonly onSelect: () => void;
  readonly children: ReactNode;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  readonly disabled?: boolean;
}

export function MenuItem({ onSelect, children, icon: Icon, shortcut, disabled = false }: MenuItemProps) {
  return (
    <BaseMenu.Item className={styles.item} onClick={onSelect} disabled={disabled}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <span className={styles.words}>{children}</span>
      {shortcut && <kbd className={styles.shortcut}>{shortcut}</kbd>}
    </BaseMenu.Item>
  );
}

export interface MenuChoicesProps<Value extends string> {
  /** Name of the group, drawn above it. */
  readonly label: ReactNode;
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChoose: (value: Value) => void;
}

/** Items of which one is chosen. */
export function MenuChoices<Value extends string>({ label, value, choices, onChoose }: MenuChoicesProps<Value>) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={onChoose}>
      <BaseMenu.Group>
        <BaseMenu.GroupLabel className={styles.group}>{label}</BaseMenu.GroupLabel>
        {choices.map((choice) => (
          <BaseMenu.RadioItem key={choice.value} value={choice.value} className={styles.item} closeOnClick>
            <span className={styles.mark}>
              <BaseMenu.RadioItemIndicator render={<Check size={16} aria-hidden />} />
            </span>
            <span className={styles.words}>{choice.label}</span>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.Group>
    </BaseMenu.RadioGroup>
  );
}

export const MenuSeparator = () => <BaseMenu.Separator className={styles.separator} />;
