import { Tag, Trash2, UserRoundPlus, X } from 'lucide-react';
import { setStatuses, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import styles from './BulkBar.module.css';
import { type Bulk } from './use-bulk.ts';

interface BulkBarProps {
  readonly count: number;
  readonly progress: Bulk['progress'];
  readonly onStatus: (status: SetStatus) => void;
  readonly onTags: () => void;
  /** Gives them to people. */
  readonly onGive: () => void;
  readonly onRemove: () => void;
  readonly onNone: () => void;
}

/** What can be done with several articles, under the list for as long as some are chosen. */
export function BulkBar({ count, progress, onStatus, onTags, onGive, onRemove, onNone }: BulkBarProps) {
  const { t } = useMessages();
  const isBusy = progress !== null;
  return (
    <div role="toolbar" aria-label={t('library.bulk')} className={styles.bar}>
      <span role="status" className={styles.count}>
        {progress ? t('library.bulk.progress', progress) : t('library.chosen', { n: count })}
      </span>
      <Menu trigger={<Button disabled={isBusy}>{t('library.bulk.state')}</Button>}>
        {setStatuses.map((status) => (
          <MenuItem key={status} onSelect={() => onStatus(status)}>
            {t(`status.${status}`)}
          </MenuItem>
        ))}
      </Menu>
      <Button icon={Tag} disabled={isBusy} onClick={onTags}>{t('library.bulk.tags')}</Button>
      <Button icon={UserRoundPlus} disabled={isBusy} onClick={onGive}>{t('library.bulk.give')}</Button>
      <Button icon={Trash2} disabled={isBusy} onClick={onRemove}>{t('library.bulk.remove')}</Button>
      <IconButton icon={X} label={t('library.bulk.none')} command="leave-selection" onClick={onNone} />
    </div>
  );
}
