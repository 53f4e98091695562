import { contextBridge, ipcRenderer } from 'electron';
import { type BackupFailure, type Bridge, type CallChannel, eventChannels, type MenuCommand } from '../shared/bridge.ts';

const call = <Channel extends CallChannel>(channel: Channel): Bridge[Channel] =>
  ((...args: unknown[]) => ipcRenderer.invoke(channel, ...args)) as Bridge[Channel];

const flushListeners = new Set<() => Promise<void>>();

async function flush(): Promise<void> {
  const results = await Promise.allSettled([...flushListeners].map(async (listener) => listener()));
  ipcRenderer.send(eventChannels.flushed, results.every(({ status }) => status === 'fulfilled'));
}
ipcRenderer.on(eventChannels.flush, () => void flush());

const bridge: Bridge = {
  start: call('start'),
  saveSettings: call('saveSettings'),
  setMenu: call('setMenu'),
  setTitle: call('setTitle'),
  toggleFullScreen: call('toggleFullScreen'),
  listProjects: call('listProjects'),
  lostProjects: call('lostProjects'),
  createProject: call('createProject'),
  bringBackProject: call('bringBackProject'),
  renameProject: call('renameProject'),
  markProject: call('markProject'),
  purgeProject: call('purgeProject'),
  projectSizes: call('projectSizes'),
  openJournal: call('openJournal'),
  readJournal: call('readJournal'),
  appendJournal: call('appendJournal'),
  readSalvage: call('readSalvage'),
  finishSalvage: call('finishSalvage'),
  setAside: call('setAside'),
  beginSnapshot: call('beginSnapshot'),
  appendSnapshot: call('appendSnapshot'),
  finishSnapshot: call('finishSnapshot'),
  cancelSnapshot: call('cancelSnapshot'),
  newestSnapshot: call('newestSnapshot'),
  readSnapshot: call('readSnapshot'),
  clearDatabases: call('clearDatabases'),
  backUp: call('backUp'),
  freeSpace: call('freeSpace'),
  listBackups: call('listBackups'),
  chooseBackup: call('chooseBackup'),
  previewBackup: call('previewBackup'),
  restoreBackup: call('restoreBackup'),
  chooseBackupFolder: call('chooseBackupFolder'),
  forgetBackupFolder: call('forgetBackupFolder'),
  saveProjectCopy: call('saveProjectCopy'),
  chooseFiles: call('chooseFiles'),
  chooseFolder: call('chooseFolder'),
  readFolder: call('readFolder'),
  readPart: call('readPart'),
  takeFiles: call('takeFiles'),
  saveFiles: call('saveFiles'),
  pdf: call('pdf'),
  print: call('print'),
  listReleases: call('listReleases'),
  keepRelease: call('keepRelease'),
  projectSecret: call('projectSecret'),
  beginExport: call('beginExport'),
  appendExport: call('appendExport'),
  finishExport: call('finishExport'),
  cancelExport: call('cancelExport'),
  signBundle: call('signBundle'),
  verifyBundle: call('verifyBundle'),
  signRoster: call('signRoster'),
  verifyRoster: call('verifyRoster'),
  deviceKey: call('deviceKey'),
  envelopeKey: call('envelopeKey'),
  verifyEnvelopeKey: call('verifyEnvelopeKey'),
  encloseBundle: call('encloseBundle'),
  openEnvelope: call('openEnvelope'),
  keepBundle: call('keepBundle'),
  chooseSharedFolder: call('chooseSharedFolder'),
  connectSharedFolder: call('connectSharedFolder'),
  forgetSharedFolder: call('forgetSharedFolder'),
  lookIntoSharedFolder: call('lookIntoSharedFolder'),
  readSharedFiles: call('readSharedFiles'),
  keepForSharedFolder: call('keepForSharedFolder'),
  sendToSharedFolder: call('sendToSharedFolder'),
  onMenu: (listener) => {
    const heard = (_event: unknown, command: MenuCommand) => listener(command);
    ipcRenderer.on(eventChannels.menu, heard);
    return () => void ipcRenderer.off(eventChannels.menu, heard);
  },
  onBackup: (listener) => {
    const heard = (_event: unknown, failed: BackupFailure | null) => listener(failed);
    ipcRenderer.on(eventChannels.backup, heard);
    return () => void ipcRenderer.off(eventChannels.backup, heard);
  },
  onFiles: (listener) => {
    const heard = () => listener();
    ipcRenderer.on(eventChannels.files, heard);
    return () => void ipcRenderer.off(eventChannels.files, heard);
  },
  onFlush: (listener) => {
    flushListeners.add(listener);
    return () => void flushListeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('naql', bridge);
