import { Archive, ArchiveRestore, FolderOpen, Trash2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { daysToRestore, type ProjectInfo, type ProjectSizes } from '../../../shared/bridge.ts';
import { type ProjectId } from '../../../shared/model/id.ts';
import { type Problem } from '../../../shared/result.ts';
import { useMessages } from '../../messages/MessagesProvider.tsx';
import { problemMessage } from '../../messages/translate.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useThrow } from '../../ui/use-throw.ts';
import { useUndoOffer } from '../../ui/use-undo-offer.ts';
import styles from './ProjectsDialog.module.css';

type Mark = 'archived' | 'deleted';

export interface ProjectsDialogProps {
  readonly projects: readonly ProjectInfo[];
  readonly current: ProjectId | null;
  /** Bytes on the disk; `null` where they cannot be read. */
  readonly readSizes: () => Promise<ProjectSizes | null>;
  readonly onOpen: (project: ProjectId) => void;
  readonly onMark: (project: ProjectId, mark: Mark, isSet: boolean) => Promise<Problem | null>;
  readonly onClose: () => void;
}

const kinds = ['active', 'archived', 'deleted'] as const;
const kindOf = ({ archived, deleted }: ProjectInfo): (typeof kinds)[number] =>
  deleted !== undefined ? 'deleted' : archived !== undefined ? 'archived' : 'active';

const headings = { active: 'projects.active', archived: 'projects.archived', deleted: 'projects.bin' } as const;

/** Of a megabyte, rounded up: what is shown is what is summed, so that the sum is the one that is read. */
const tenthsIn = (bytes: number): number => Math.ceil((bytes / (1024 * 1024)) * 10);
const day = 24 * 60 * 60 * 1000;

/** All projects with what they take on the disk: opened, put away, deleted for a month and brought back. */
export function ProjectsDialog({ projects, current, readSizes, onOpen, onMark, onClose }: ProjectsDialogProps) {
  const { t, number } = useMessages();
  const toast = useToast();
  const raise = useThrow();
  const undoing = useUndoOffer();
  const [now] = useState(() => Date.now());
  const [sizes, setSizes] = useState<ProjectSizes | null>(null);
  useEffect(() => {
    let isShown = true;
    readSizes().then((read) => isShown && setSizes(read), raise);
    return () => {
      isShown = false;
    };
  }, [readSizes, raise]);

  const sizeWords = (tenths: number): string => t('projects.size', { size: number(tenths / 10) });
  const activeCount = projects.filter((one) => kindOf(one) === 'active').length;
  const mark = async (project: ProjectInfo, how: Mark, isSet: boolean): Promise<void> => {
    undoing.withdraw();
    const refused = await onMark(project.id, how, isSet);
    if (refused) return void toast(t(problemMessage(refused.code), refused.values), { kind: 'error' });
    if (how === 'deleted' && isSet)
      undoing.offer(t('projects.deleted', { name: project.name, days: daysToRestore }), () => void mark(project, 'deleted', false).catch(raise));
  };
  const daysLeft = ({ deleted = '' }: ProjectInfo): number => Math.max(0, daysToRestore - Math.max(0, Math.floor((now - Date.parse(deleted)) / day)));
  const button = (project: ProjectInfo, how: Mark, isSet: boolean) => {
    const name = isSet ? (how === 'archived' ? 'archive' : 'delete') : how === 'archived' ? 'unarchive' : 'restore';
    const icon = { archive: Archive, delete: Trash2, unarchive: ArchiveRestore, restore: Undo2 }[name];
    return (
      <IconButton
        icon={icon}
        label={t(`projects.${name}`, { name: project.name })}
        disabled={isSet && activeCount === 1 && kindOf(project) === 'active'}
        onClick={() => void mark(project, how, isSet).catch(raise)}
      />
    );
  };
  const total = sizes && Object.values(sizes).reduce((sum, size) => sum + tenthsIn(size), 0);
  return (
    <Dialog open onClose={onClose} title={t('projects.title')} size="wide">
      <div className={styles.stack}>
        {kinds.map((kind) => {
          const own = projects.filter((one) => kindOf(one) === kind);
          return own.length > 0 && (
            <section key={kind} aria-label={t(headings[kind])} className={styles.section}>
              <h3>{t(headings[kind])}</h3>
              <ul>
                {own.map((project) => (
                  <li key={project.id} className={styles.line}>
                    <span className={styles.name}>
                      <bdi>{project.name}</bdi>
                      {project.id === current && <span className={styles.detail}>{t('projects.open')}</span>}
                      {kind === 'deleted' && <span className={styles.detail}>{t('projects.left', { n: daysLeft(project) })}</span>}
                    </span>
                    <span className={styles.detail}>{sizes?.[project.id] !== undefined && sizeWords(tenthsIn(sizes[project.id] ?? 0))}</span>
                    {kind === 'active' && (
                      <IconButton icon={FolderOpen} label={t('projects.enter', { name: project.name })} disabled={project.id === current} onClick={() => onOpen(project.id)} />
                    )}
                    {kind !== 'deleted' && button(project, 'archived', kind === 'active')}
                    {button(project, 'deleted', kind !== 'deleted')}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        {total !== null && <p className={styles.detail}>{t('projects.total', { size: sizeWords(total) })}</p>}
      </div>
    </Dialog>
  );
}
