import { Circle, CircleAlert, CircleCheck, Contrast, type LucideIcon } from 'lucide-react';
import { type SetStatus } from '../../../shared/model/annotation-set.ts';
import styles from './StatusMark.module.css';

const icons: Readonly<Record<SetStatus, LucideIcon>> = {
  todo: Circle,
  'in-progress': Contrast,
  'needs-review': CircleAlert,
  done: CircleCheck,
};

/** The sign of a state; its name stands beside it, so that shape and colour are never alone. */
export function StatusMark({ status }: { readonly status: SetStatus }) {
  const Icon = icons[status];
  return <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.mark} data-status={status} />;
}
