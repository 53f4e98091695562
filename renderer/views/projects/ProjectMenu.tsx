import { ChevronDown, CopyPlus, FolderCog, FolderPlus, Pencil } from 'lucide-react';
import { type ProjectInfo } from '../../../shared/bridge.ts';
import { type ProjectId } from '../../../shared/model/id.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import styles from './ProjectMenu.module.css';

export interface ProjectMenuProps {
  readonly projects: readonly ProjectInfo[];
  /** The open one; `null` while none is. */
  readonly current: ProjectInfo | null;
  readonly onSwitch: (project: ProjectId) => void;
  readonly onNew: () => void;
  readonly onRename: () => void;
  /** A new one that begins with the Schema of this one. */
  readonly onCopySchema: () => void;
  readonly onManage: () => void;
}

/** The name of the open project; opens the list of all, and the ways to make and rename one. */
export function ProjectMenu({ projects, current, onSwitch, onNew, onRename, onCopySchema, onManage }: ProjectMenuProps) {
  const { t } = useMessages();
  const trigger = (
    <Button kind="quiet" className={styles.trigger ?? ''} {...(current && { 'aria-label': t('project.current', { name: current.name }) })}>
      <bdi className={styles.name}>{current?.name ?? t('project.list')}</bdi>
      <ChevronDown size={16} aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuChoices
        label={t('project.list')}
        value={current?.id ?? null}
        choices={projects.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        onChoose={onSwitch}
      />
      <MenuSeparator />
      <MenuItem icon={FolderPlus} onSelect={onNew}>
        {t('project.new')}
      </MenuItem>
      <MenuItem icon={CopyPlus} onSelect={onCopySchema} disabled={current === null}>
        {t('project.copy')}
      </MenuItem>
      <MenuItem icon={Pencil} onSelect={onRename} disabled={current === null}>
        {t('project.rename')}
      </MenuItem>
      <MenuItem icon={FolderCog} onSelect={onManage}>
        {t('project.manage')}
      </MenuItem>
    </Menu>
  );
}
