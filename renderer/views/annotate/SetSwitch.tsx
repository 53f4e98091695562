import { type SetId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import panel from './panel.module.css';
import styles from './SetSwitch.module.css';

/** Whose labels: one's own (`null`), or a colleague's by name. */
export interface Owner {
  readonly set: SetId | null;
  readonly name: string;
}

interface SetSwitchProps {
  readonly owners: readonly Owner[];
  readonly shown: Owner;
  readonly onShow: (owner: Owner) => void;
}

/** Shown only where a colleague has worked on the Article too. */
export function SetSwitch({ owners, shown, onShow }: SetSwitchProps) {
  const { t } = useMessages();
  if (owners.length < 2) return null;
  return (
    <div className={panel.section}>
      <div role="group" aria-label={t('annotate.whose')} className={styles.switch}>
        {owners.map((owner) => (
          <button
            key={owner.set ?? 'own'}
            type="button"
            className={styles.owner}
            aria-pressed={owner.set === shown.set}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onShow(owner)}
          >
            {owner.set === null ? t('annotate.mine') : <bdi>{owner.name}</bdi>}
          </button>
        ))}
      </div>
    </div>
  );
}
