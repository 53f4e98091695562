import { useStore } from 'zustand';
import { type ProjectInfo, type StartInfo } from '../../shared/bridge.ts';
import { useThrow } from '../ui/use-throw.ts';
import { annotateKeys } from '../views/annotate/keys.ts';
import { type KeyGroup, KeySheet } from '../views/keys/KeySheet.tsx';
import { ProjectNameDialog } from '../views/projects/ProjectNameDialog.tsx';
import { AboutDialog } from '../views/settings/AboutDialog.tsx';
import { SettingsDialog } from '../views/settings/SettingsDialog.tsx';
import { appKeys } from './keys.ts';
import { type OpenDialog } from './open-dialog.ts';
import { type Session } from './session.ts';
import { largestReadingSize, type SettingsStore, smallestReadingSize } from './settings.ts';

export interface AppDialogsProps {
  readonly start: StartInfo;
  readonly settings: SettingsStore;
  readonly session: Session;
  readonly project: ProjectInfo | null;
  readonly dialog: OpenDialog | null;
  readonly onClose: () => void;
}

const keyGroups: readonly KeyGroup[] = [
  { title: 'keys.group.annotate', map: annotateKeys },
  { title: 'keys.group.app', map: appKeys },
];
const sizes = { smallest: smallestReadingSize, largest: largestReadingSize };

/** The dialogs that need no open project. */
export function AppDialogs({ start, settings, session, project, dialog, onClose }: AppDialogsProps) {
  const raise = useThrow();
  const { settings: now, change } = useStore(settings);
  return (
    <>
      <SettingsDialog
        open={dialog === 'settings'}
        settings={now}
        sizes={sizes}
        onChange={(part) => void change(part)}
        onRenamed={() => void session.reopen().catch(raise)}
        onClose={onClose}
      />
      <KeySheet open={dialog === 'keys'} groups={keyGroups} onClose={onClose} />
      <AboutDialog open={dialog === 'about'} version={start.version} electron={start.electron} onClose={onClose} />
      {dialog === 'new-project' && <ProjectNameDialog purpose="new" name="" onSubmit={session.create} onClose={onClose} />}
      {dialog === 'rename-project' && project && (
        <ProjectNameDialog
          purpose="rename"
          name={project.name}
          onSubmit={(name) => session.rename(project.id, name)}
          onClose={onClose}
        />
      )}
    </>
  );
}
