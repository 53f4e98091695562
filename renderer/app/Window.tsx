import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type StartInfo } from '../../shared/bridge.ts';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { problemMessage } from '../messages/translate.ts';
import { activeKeys } from '../ui/active-keys.ts';
import { useBindings } from '../ui/KeyChoicesProvider.tsx';
import { enabledMenuCommands, useMenuCommand } from '../ui/menu-commands.ts';
import { useToast } from '../ui/Toast.tsx';
import { useThrow } from '../ui/use-throw.ts';
import { CommandPalette, type PaletteCommand } from '../views/palette/CommandPalette.tsx';
import { ProjectMenu } from '../views/projects/ProjectMenu.tsx';
import { AppDialogs } from './AppDialogs.tsx';
import { BackupBar } from './BackupBar.tsx';
import { diskSpace } from './disk-space.ts';
import { LostFolders } from './LostFolders.tsx';
import { type OpenDialog } from './open-dialog.ts';
import { possibleCommands } from './possible-commands.ts';
import { RecoveryBar } from './RecoveryBar.tsx';
import { activeProjects, type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';
import { SpaceBar } from './SpaceBar.tsx';
import { StartFailure } from './StartFailure.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useNativeMenus } from './use-native-menus.ts';
import { useRecentArticles } from './use-recent-articles.ts';
import styles from './Window.module.css';
import { Workspace } from './Workspace.tsx';

export interface WindowProps {
  readonly start: StartInfo;
  readonly settings: SettingsStore;
  readonly session: Session;
}

/** Everything inside the frame: the open project or the reason why none is, and the dialogs over it. */
export function Window({ start, settings, session }: WindowProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [space] = useState(() => diskSpace(bridge));
  const { projects, project, broughtBack, lost } = useStore(session.state);
  const articles = useRecentArticles(session, settings);
  const recent = useMemo(() => articles.map(({ title }) => title), [articles]);
  useAppCommands(settings, setDialog);
  useNativeMenus(recent);
  useSettingsProblem(settings);

  const currentId = project.kind === 'open' ? project.store.info.id : project.kind === 'failed' ? project.project : null;
  const current = projects.find(({ id }) => id === currentId) ?? null;
  useTitle(current?.name ?? null);
  const toast = useToast();
  const copyProject =
    current &&
    (() => {
      const copy = async () => {
        const saved = await bridge.saveProjectCopy(current.id, t('start.copy'), current.name);
        if (!saved.ok) toast(t(problemMessage(saved.failure)), { kind: 'error' });
        else if (saved.value !== null) toast(t('start.copied', { name: saved.value }));
      };
      copy().catch(raise);
    });
  const projectMenu = (
    <ProjectMenu
      projects={activeProjects(projects)}
      current={current}
      onSwitch={(id) => void session.switchTo(id).catch(raise)}
      onNew={() => setDialog('new-project')}
      onRename={() => setDialog('rename-project')}
      onCopySchema={() => setDialog('copy-project')}
      onManage={() => setDialog('projects')}
    />
  );
  return (
    <div className={styles.window}>
      <div className={styles.bars}>
        {project.kind === 'open' && <RecoveryBar key={project.store.info.id} recovery={project.store.recovery} isFolderNew={broughtBack.includes(project.store.info.id)} />}
        {project.kind !== 'opening' && <LostFolders broughtBack={projects.filter(({ id }) => id !== currentId && broughtBack.includes(id))} lost={lost} />}
        <BackupBar onBackups={() => setDialog('backups')} />
        <SpaceBar space={space} onBackups={() => setDialog('backups')} />
      </div>
      {project.kind === 'opening' && (
        <p role="status" className={styles.opening}>
          {t('start.opening')}
        </p>
      )}
      {project.kind === 'failed' && (
        <div className={styles.screen}>
          <StartFailure problems={project.problems} projectMenu={projectMenu} onRetry={() => void session.start().catch(raise)} onCopy={copyProject} />
        </div>
      )}
      {project.kind === 'open' && (
        <Workspace
          key={project.store.info.id}
          className={styles.screen}
          store={project.store}
          session={session}
          settings={settings}
          projectMenu={projectMenu}
          projectName={current?.name ?? project.store.info.name}
          version={start.version}
          dialog={dialog}
          onDialog={setDialog}
          onIncoming={() => void space.look().catch(raise)}
        />
      )}
      <AppDialogs start={start} settings={settings} session={session} project={current} dialog={dialog} onDialog={setDialog} />
      <Commands recent={recent} />
    </div>
  );
}

/** The palette of everything that can be done where the person is now; what is chosen happens there, after the palette has gone. */
function Commands({ recent }: { readonly recent: readonly string[] }) {
  const messages = useMessages();
  const bindings = useBindings();
  const [commands, setCommands] = useState<readonly PaletteCommand[] | null>(null);
  const [chosen, setChosen] = useState<PaletteCommand | null>(null);
  // Asked before the palette lies over the screen: then nothing behind it answers.
  useMenuCommand('palette', () => setCommands(possibleCommands(messages, { enabled: enabledMenuCommands(), bindings, recent }, activeKeys())));
  useEffect(() => {
    if (!chosen) return;
    const turn = setTimeout(() => {
      setChosen(null);
      chosen.run();
    });
    return () => clearTimeout(turn);
  }, [chosen]);
  if (!commands) return null;
  return (
    <CommandPalette
      commands={commands}
      onChoose={(command) => {
        setCommands(null);
        setChosen(command);
      }}
      onClose={() => setCommands(null)}
    />
  );
}

function useTitle(project: string | null): void {
  const { t } = useMessages();
  useEffect(() => {
    const title = project === null ? t('app.name') : t('app.title', { project });
    document.title = title;
    void bridge.setTitle(title);
  }, [t, project]);
}

/** Settings that could not be written hold until the window closes; the person is told once. */
function useSettingsProblem(settings: SettingsStore): void {
  const { t } = useMessages();
  const toast = useToast();
  const problem = useStore(settings, (state) => state.problem);
  useEffect(() => {
    if (problem) toast(t('settings.not-saved', { why: t(problemMessage(problem.code), problem.values) }), { kind: 'error' });
  }, [problem, t, toast]);
}
