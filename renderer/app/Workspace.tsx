import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { bridge } from '../bridge/bridge.ts';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { type ProjectStore } from '../store/project-store.ts';
import { useMenuCommand } from '../ui/menu-commands.ts';
import { useThrow } from '../ui/use-throw.ts';
import { ExportDialog } from '../views/export/ExportDialog.tsx';
import { type ImportHandle, ImportFlow } from '../views/import/ImportFlow.tsx';
import { PasteDialog } from '../views/import/PasteDialog.tsx';
import { chosenSource, droppedSource, pastedSource } from '../views/import/source.ts';
import { DropTarget } from './DropTarget.tsx';
import { type OpenDialog } from './open-dialog.ts';
import { Screen } from './routes.tsx';
import { type Session } from './session.ts';
import { type SettingsStore } from './settings.ts';

export interface WorkspaceProps {
  readonly className: string | undefined;
  readonly store: ProjectStore;
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly projectMenu: ReactNode;
  readonly projectName: string;
  readonly dialog: OpenDialog | null;
  readonly onDialog: (dialog: OpenDialog | null) => void;
}

/** @throws if something could not be saved: the main process asks the person before it closes the window. */
async function flushed(store: ProjectStore): Promise<void> {
  await store.flush();
  const state = store.saveState();
  if (state.kind === 'failed') throw new Error(`not saved: ${state.code} ${state.detail}`);
}

/** An open project: its screen, and the ways in and out of it. */
export function Workspace({ className, store, session, settings, projectMenu, projectName, dialog, onDialog }: WorkspaceProps) {
  const { t } = useMessages();
  const raise = useThrow();
  const imports = useRef<ImportHandle>(null);
  const route = useStore(session.state, (state) => state.route);
  const { readingSize, annotator } = useStore(settings, (state) => state.settings);

  const addFiles = () => {
    const choose = async () => imports.current?.take((await bridge.chooseFiles(t('library.add'))).map(chosenSource));
    choose().catch(raise);
  };
  const addText = useCallback((text: string) => imports.current?.take([pastedSource(text, t('import.pasted'))]), [t]);
  const showLibrary = () => session.show({ view: 'library' });
  const openExport = () => onDialog('export');
  const closeDialog = () => onDialog(null);

  useMenuCommand('open-files', addFiles);
  useMenuCommand('export', openExport);
  useMenuCommand('library', showLibrary, route.view !== 'library');
  useEffect(() => bridge.onFlush(() => flushed(store)), [store]);

  return (
    <div className={className}>
      <Screen
        route={route}
        store={store}
        projectName={projectName}
        readingSize={readingSize}
        projectMenu={projectMenu}
        onOpen={(article) => session.show({ view: 'annotate', article })}
        onLibrary={showLibrary}
        onAddFiles={addFiles}
        onPaste={() => onDialog('paste')}
        onPasted={addText}
        onExport={openExport}
        onSettings={() => onDialog('settings')}
        onKeys={() => onDialog('keys')}
      />
      <DropTarget onFiles={(files) => imports.current?.take(files.map(droppedSource))} />
      <ImportFlow ref={imports} store={store} onOnlyArticle={(article) => session.show({ view: 'annotate', article })} />
      {dialog === 'paste' && <PasteDialog onAdd={addText} onClose={closeDialog} />}
      {dialog === 'export' && <ExportDialog store={store} name={projectName} annotator={annotator} onClose={closeDialog} />}
    </div>
  );
}
