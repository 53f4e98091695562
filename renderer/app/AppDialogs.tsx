import { useStore } from 'zustand';
import { type ProjectInfo, type ProjectSizes, type StartInfo } from '../../shared/bridge.ts';
import { bridge } from '../bridge/bridge.ts';
import { soundChoices } from '../ui/key-choices.ts';
import { useThrow } from '../ui/use-throw.ts';
import { KeySheet } from '../views/keys/KeySheet.tsx';
import { BackupsDialog } from '../views/backups/BackupsDialog.tsx';
import { ProjectsDialog } from '../views/projects/ProjectsDialog.tsx';
import { ProjectNameDialog } from '../views/projects/ProjectNameDialog.tsx';
import { AboutDialog } from '../views/settings/AboutDialog.tsx';
import { NameDialog } from '../views/settings/NameDialog.tsx';
import { SettingsDialog } from '../views/settings/SettingsDialog.tsx';
import { allKeys, keyGroups, unmovedBeside } from './key-groups.ts';
import { type OpenDialog } from './open-dialog.ts';
import { type Session } from './session.ts';
import { largestLineHeight, largestReadingSize, type SettingsStore, smallestLineHeight, smallestReadingSize } from './settings.ts';

export interface AppDialogsProps {
  readonly start: StartInfo;
  readonly settings: SettingsStore;
  readonly session: Session;
  readonly project: ProjectInfo | null;
  readonly dialog: OpenDialog | null;
  readonly onDialog: (dialog: OpenDialog | null) => void;
}

const sizes = { smallest: smallestReadingSize, largest: largestReadingSize };
const lineHeights = { smallest: smallestLineHeight, largest: largestLineHeight };

async function readSizes(): Promise<ProjectSizes | null> {
  const read = await bridge.projectSizes();
  return read.ok ? read.value : null;
}

/** The dialogs that need no open project. */
export function AppDialogs({ start, settings, session, project, dialog, onDialog }: AppDialogsProps) {
  const raise = useThrow();
  const { settings: now, change } = useStore(settings);
  const close = () => onDialog(null);
  const projects = useStore(session.state, (state) => state.projects);
  const asked = typeof dialog === 'object' && dialog?.kind === 'ask-name' ? dialog.act : null;
  const goOn = () => onDialog(asked && { kind: 'go-on', act: asked });
  const reopen = () => void session.reopen().catch(raise);
  return (
    <>
      <SettingsDialog
        open={dialog === 'settings'}
        settings={now}
        sizes={sizes}
        lineHeights={lineHeights}
        onChange={(part) => void change(part)}
        onKeys={() => onDialog('keys')}
        onBackups={() => onDialog('backups')}
        onRenamed={reopen}
        onClose={close}
      />
      <KeySheet
        open={dialog === 'keys'}
        groups={keyGroups}
        choices={soundChoices(allKeys, now.keys, unmovedBeside)}
        beside={unmovedBeside}
        onChange={(keys) => void change({ keys })}
        onClose={close}
      />
      <AboutDialog open={dialog === 'about'} version={start.version} electron={start.electron} onClose={close} />
      {asked && (
        <NameDialog
          onName={(annotatorName) => {
            void change({ annotatorName });
            reopen();
            goOn();
          }}
          onSkip={goOn}
          onClose={close}
        />
      )}
      {dialog === 'backups' && (
        <BackupsDialog
          project={project?.id ?? null}
          me={settings.getState().settings.annotator}
          onRestored={(restored, owner) => {
            close();
            const adopt = async () => {
              if (owner) await settings.getState().change({ annotator: owner.id, annotatorName: owner.name });
              await session.adopt(restored);
            };
            adopt().catch(raise);
          }}
          onClose={close}
        />
      )}
      {dialog === 'new-project' && <ProjectNameDialog purpose="new" name="" onSubmit={session.create} onClose={close} />}
      {dialog === 'copy-project' && project && (
        <ProjectNameDialog
          purpose="copy"
          name=""
          onSubmit={async (name) => {
            const { project: open } = session.state.getState();
            return session.create(name, open.kind === 'open' ? await open.store.schema() : undefined);
          }}
          onClose={close}
        />
      )}
      {dialog === 'projects' && (
        <ProjectsDialog
          projects={projects}
          current={project?.id ?? null}
          readSizes={readSizes}
          onOpen={(id) => {
            close();
            void session.switchTo(id).catch(raise);
          }}
          onMark={session.mark}
          onClose={close}
        />
      )}
      {dialog === 'rename-project' && project && (
        <ProjectNameDialog purpose="rename" name={project.name} onSubmit={(name) => session.rename(project.id, name)} onClose={close} />
      )}
    </>
  );
}
