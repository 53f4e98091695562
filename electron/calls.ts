import { app, type BrowserWindow, Menu, nativeTheme, session } from 'electron';
import { basename } from 'node:path';
import { eventChannels, type Outcome, type BackupInfo } from '../shared/bridge.ts';
import { attempt } from './file-failure.ts';
import { backupExtension } from './backup-file.ts';
import { type Backups } from './backups.ts';
import { bringBack } from './bring-back.ts';
import { type ChosenFolders } from './chosen-folders.ts';
import { disclose, enclose } from './envelope.ts';
import { type ExportDoor } from './export-door.ts';
import { freeSpace } from './free-space.ts';
import { type FileDoor } from './file-door.ts';
import { type Calls } from './ipc.ts';
import { fillNumbered } from './keep-aside.ts';
import { menuTemplate } from './menu.ts';
import { type OpenJournals } from './open-journals.ts';
import { unpacked } from './packed-line.ts';
import { type PrintDoor } from './print-door.ts';
import { type Projects } from './projects.ts';
import { keepBundle } from './kept-bundles.ts';
import { releases } from './releases.ts';
import { type SettingsStore } from './settings.ts';
import { keepForFolder, type SharedFolders } from './shared-folders.ts';
import { envelopeKeyHolds, rosterHolds, signatureHolds } from './signature.ts';
import { type DeviceKey } from './device-key.ts';
import { type Snapshots } from './snapshots.ts';
import { themeSource } from './appearance.ts';

interface Parts {
  readonly userData: string;
  readonly window: BrowserWindow;
  readonly settings: SettingsStore;
  readonly projects: Projects;
  readonly journals: OpenJournals;
  readonly snapshots: Snapshots;
  readonly backups: Backups;
  readonly files: FileDoor;
  readonly folders: ChosenFolders;
  readonly exports: ExportDoor;
  readonly paper: PrintDoor;
  readonly key: DeviceKey;
  readonly shared: SharedFolders;
}

/** Something with a path that a person chooses; `null` when they do not. */
async function chosen<T>(path: Promise<string | null>, direction: 'read' | 'write', work: (path: string) => Promise<T>): Promise<Outcome<T | null>> {
  const place = await path;
  return place === null ? { ok: true, value: null } : attempt(direction, () => work(place));
}

const nothing = (): null => null;

/** When the page has painted what it opened. A daily backup that fails is told to the page and made at the next start; nobody waits for it. */
function afterAWhile(work: () => Promise<BackupInfo | null>): void {
  setTimeout(() => void attempt('write', work), 3_000).unref();
}

/** The main process's side of the Bridge. */
export const callsOn = ({ userData, window, settings, projects, journals, snapshots, backups, files, folders, exports, paper, key, shared }: Parts): Calls => ({
  start: async () => ({ settings: settings.current, version: app.getVersion(), electron: process.versions.electron ?? '' }),
  saveSettings: (changed) =>
    attempt('write', async () => {
      await settings.save(changed);
      nativeTheme.themeSource = themeSource(changed.theme);
      return null;
    }),
  setMenu: async (menus) => {
    const template = menuTemplate(menus, process.platform, settings.current.language, (command) => window.webContents.send(eventChannels.menu, command));
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    return null;
  },
  setTitle: async (title) => {
    window.setTitle(title);
    return null;
  },
  toggleFullScreen: async () => {
    window.setFullScreen(!window.isFullScreen());
    return null;
  },

  listProjects: () => projects.list(),
  lostProjects: () => projects.lost(),
  createProject: (name, id) =>
    attempt('write', async () => {
      await settings.ensureSaved();
      return projects.create(name, id);
    }),
  bringBackProject: (project, name) =>
    attempt('write', async () => {
      await settings.ensureSaved();
      return bringBack(projects, backups, project, name);
    }),
  renameProject: (project, name) => attempt('write', () => projects.rename(project, name)),
  markProject: (project, mark, isSet) => attempt('write', () => projects.mark(project, mark, isSet)),
  purgeProject: (project) => attempt('write', () => projects.purge(project)),
  projectSizes: () => attempt('read', () => projects.sizes()),

  openJournal: (project) =>
    attempt('read', async () => {
      await settings.ensureSaved();
      const state = await journals.state(project);
      afterAWhile(() => backups.makeDaily(project));
      return state;
    }),
  readJournal: (project, after, limit) => attempt('read', () => journals.read(project, after, limit)),
  appendJournal: (project, lines) => attempt('write', async () => journals.append(project, lines.map(unpacked))),
  readSalvage: (project, after, limit) => attempt('read', () => journals.readSalvage(project, after, limit)),
  finishSalvage: (project) =>
    attempt('write', async () => {
      await journals.finishSalvage(project);
      return null;
    }),
  setAside: (project, label, text) =>
    attempt('write', async () => {
      await fillNumbered(projects.folderOf(project), `aside-${label}`, '.txt', (file) => file.writeFile(text));
      return null;
    }),
  beginSnapshot: (project, head) => attempt('write', () => snapshots.begin(project, head).then(nothing)),
  appendSnapshot: (project, rows) => attempt('write', () => snapshots.append(project, rows).then(nothing)),
  finishSnapshot: (project) => attempt('write', () => snapshots.finish(project).then(nothing)),
  cancelSnapshot: (project) => attempt('write', () => snapshots.cancel(project).then(nothing)),
  newestSnapshot: (project) => attempt('read', () => snapshots.newest(project)),
  readSnapshot: (project, sequence, offset) => attempt('read', () => snapshots.read(project, sequence, offset)),
  clearDatabases: async () => {
    // The storage type is called so by Electron.
    await session.defaultSession.clearStorageData({ storages: ['indexdb'] });
    return null;
  },

  backUp: (project, reason) => attempt('write', () => backups.make(project, reason)),
  freeSpace: () => freeSpace(userData),
  listBackups: () => attempt('read', () => backups.list()),
  chooseBackup: (title) => chosen(files.chooseBackup(title), 'read', (path) => backups.take(path)),
  previewBackup: (token) => attempt('read', () => backups.preview(token)),
  restoreBackup: (token, name) => attempt('write', () => backups.restore(token, name)),
  chooseBackupFolder: (title) => chosen(files.chooseFolder(title), 'write', (path) => backups.useSecondFolder(path)),
  forgetBackupFolder: () =>
    attempt('write', async () => {
      await backups.useSecondFolder(null);
      return null;
    }),
  saveProjectCopy: (project, title, suggestedName) =>
    chosen(files.choosePlace(title, `${suggestedName}${backupExtension}`), 'write', async (path) => {
      await backups.saveCopy(project, path);
      return basename(path);
    }),
  chooseFiles: (title) => files.choose(title),
  chooseFolder: (title) => chosen(files.chooseFolder(title), 'read', (path) => folders.take(path)),
  readFolder: (folder, wanted) => folders.read(folder, wanted),
  readPart: (of, file, start, end) => folders.readPart(of, file, start, end),
  takeFiles: () => files.takeHanded(),
  saveFiles: (title, suggestedName, outputs) => files.save(title, suggestedName, outputs),

  pdf: () => paper.pdf(),
  print: () => paper.print(),

  listReleases: (project) => attempt('read', () => releases.list(projects.folderOf(project))),
  keepRelease: (project, release) =>
    attempt('write', async () => {
      await releases.keep(projects.folderOf(project), release);
      return null;
    }),
  projectSecret: (project) => attempt('write', () => releases.secret(projects.folderOf(project))),
  beginExport: (title, suggestedName) => exports.begin(title, suggestedName),
  appendExport: (token, name, bytes) => exports.append(token, name, bytes),
  finishExport: (token) => exports.finish(token),
  cancelExport: (token) => exports.cancel(token),
  signBundle: (manifest) => attempt('read', () => key.sign(manifest)),
  verifyBundle: async (manifest, signature) => signatureHolds(manifest, signature),
  signRoster: (roster) => attempt('read', () => key.signRoster(roster)),
  verifyRoster: async (signed) => rosterHolds(signed),
  deviceKey: () => attempt('read', () => key.publicKey()),
  envelopeKey: () => attempt('read', () => key.envelopeKey()),
  verifyEnvelopeKey: async (proven) => envelopeKeyHolds(proven),
  encloseBundle: (whose, keys, bundle) => attempt('write', async () => enclose(whose, keys, bundle)),
  openEnvelope: (about, lock, sealed) => attempt('read', async () => disclose(about, lock, sealed, await key.opener())),
  keepBundle: (project, as, hash, bytes) =>
    attempt('write', async () => {
      await keepBundle(projects.folderOf(project), as, hash, bytes);
      return null;
    }),
  chooseSharedFolder: (title) => chosen(files.chooseFolder(title), 'read', (path) => shared.take(path)),
  connectSharedFolder: (token, folder, card) => attempt('write', () => shared.connect(token, folder, card).then(nothing)),
  forgetSharedFolder: (folder) => attempt('write', () => shared.forget(folder).then(nothing)),
  lookIntoSharedFolder: (project, folder) => attempt('read', () => shared.look(projects.folderOf(project), folder)),
  readSharedFiles: (folder, names) => attempt('read', () => shared.read(folder, names)),
  keepForSharedFolder: (project, outputs) => attempt('write', () => keepForFolder(projects.folderOf(project), outputs).then(nothing)),
  sendToSharedFolder: (project, folder, names) => attempt('write', () => shared.send(projects.folderOf(project), folder, names).then(nothing)),
});
