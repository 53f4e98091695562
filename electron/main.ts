import { app, BrowserWindow, nativeTheme } from 'electron';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type BackupFailure, eventChannels } from '../shared/bridge.ts';
import { themeSource } from './appearance.ts';
import { type Backups, backupsIn } from './backups.ts';
import { callsOn } from './calls.ts';
import { chosenFolders } from './chosen-folders.ts';
import { checkEngine } from './engine.ts';
import { exportDoor } from './export-door.ts';
import { fileDoor } from './file-door.ts';
import { filesIn, type HandedFiles, handedFiles } from './handed-files.ts';
import { answerCalls } from './ipc.ts';
import { systemLanguage } from './language.ts';
import { endOnBug, refuseToStart } from './native-dialogs.ts';
import { nativeMessage } from './native-message.ts';
import { journalsOf } from './open-journals.ts';
import { deviceKeyIn } from './device-key.ts';
import { printDoor } from './print-door.ts';
import { projectsIn } from './projects.ts';
import { declareScheme, servePage } from './protocol.ts';
import { closeNetwork, guardPages, guardSession } from './security.ts';
import { snapshotsIn } from './snapshots.ts';
import { openSettings, type SettingsStore } from './settings.ts';
import { sharedFoldersIn } from './shared-folders.ts';
import { journalsUnderTest } from './under-test.ts';
import { openWindow, loadPage } from './window.ts';

const built = dirname(__dirname);
const exitCodeOfOlderEngine = 3;
const appPath = process.defaultApp ? app.getAppPath() : null;

function begin(): void {
  const userData = app.getPath('userData');
  const settings = openSettings(userData, { language: languageOfSystem(), token: randomUUID });
  const language = () => settings.current.language;
  endOnBug(language);
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('force-ui-direction', language() === 'fa' ? 'rtl' : 'ltr');
  closeNetwork();
  declareScheme();
  guardPages();
  const handed = handedFiles(() => BrowserWindow.getAllWindows()[0]?.webContents.send(eventChannels.files));
  handed.add(filesIn({ arguments: process.argv, folder: process.cwd(), appPath }));
  // Not by the data that a second start may add: Electron loses it where an argument has a Persian letter.
  app.on('second-instance', (_event, given, folder) => {
    handed.add(filesIn({ arguments: given, folder, appPath }));
    showFirstWindow();
  });
  // macOS tells of files so, before and after the start.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    handed.add([path]);
    showFirstWindow();
  });
  app.on('window-all-closed', () => app.quit());
  void start(userData, settings, handed);
}

async function start(userData: string, settings: SettingsStore, handed: HandedFiles): Promise<void> {
  const language = () => settings.current.language;
  const engine = await checkEngine(userData, process.versions.electron ?? '');
  if (engine.kind === 'older') {
    const { running, seen } = engine;
    const message = nativeMessage(language(), 'native.engine-older', { running, seen });
    return refuseToStart(nativeMessage(language(), 'native.title'), message, exitCodeOfOlderEngine);
  }

  await app.whenReady();
  nativeTheme.themeSource = themeSource(settings.current.theme);
  guardSession();
  servePage(join(built, 'renderer'));
  const window = await openWindow({ userData, preload: join(built, 'preload', 'index.cjs'), language });
  const projects = projectsIn(userData);
  // Each asks the other, once a project is open: what it holds now, and what of it was kept.
  const journals = journalsOf(projects, (project, place) => backups.pathsOf(project, place), journalsUnderTest);
  const onFailed = (failed: BackupFailure | null) => window.webContents.send(eventChannels.backup, failed);
  const backups: Backups = backupsIn({ userData, projects, extentOf: journals.extent, now: Date.now, onFailed });
  const folders = chosenFolders();
  const files = fileDoor(window, userData, language, handed, folders.hold);
  const exports = exportDoor(files.choosePlace);
  // A page that is closed or loaded again has forgotten its exports.
  window.on('closed', () => void exports.cancelAll());
  window.webContents.on('did-start-loading', () => void exports.cancelAll());
  answerCalls(callsOn({ userData, window, settings, projects, journals, snapshots: snapshotsIn(projects), backups, files, folders, exports, paper: printDoor(window), key: deviceKeyIn(userData), shared: sharedFoldersIn(userData, () => settings.current.device) }));
  loadPage(window);
}

const languageOfSystem = () =>
  systemLanguage({ platform: process.platform, environment: process.env, preferred: app.getPreferredSystemLanguages() });

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

// Two writers of one profile would spoil it: the second start only brings the first one's window to the front, and gives it its files.
if (app.requestSingleInstanceLock()) begin();
else app.exit(0);
