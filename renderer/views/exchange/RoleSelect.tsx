import { type RosterRole, rosterRoles } from '../../../shared/model/roster.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import styles from './exchange.module.css';

interface RoleSelectProps {
  /** Whose role it is. */
  readonly name: string;
  readonly role: RosterRole;
  readonly disabled?: boolean;
  readonly onChoose: (role: RosterRole) => void;
}

/** What somebody on the team list does. */
export function RoleSelect({ name, role, disabled = false, onChoose }: RoleSelectProps) {
  const { t } = useMessages();
  return (
    <select
      className={styles.role}
      aria-label={t('roster.role.of', { name })}
      disabled={disabled}
      value={role}
      onChange={({ target }) => onChoose(rosterRoles[target.selectedIndex] ?? role)}
    >
      {rosterRoles.map((one) => <option key={one} value={one}>{t(`roster.role.${one}`)}</option>)}
    </select>
  );
}
