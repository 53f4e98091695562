import { app, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type ChosenFile, type Language, type Outcome, type OutputFile } from '../shared/bridge.ts';
import { writeTogether } from './atomic-write.ts';
import { type ChosenFolders } from './chosen-folders.ts';
import { attempt, ifThere } from './file-failure.ts';
import { fileKinds } from './file-kinds.ts';
import { type HandedFiles } from './handed-files.ts';
import { nativeMessage } from './native-message.ts';
import { placedBeside, soundName, withExtension } from './output-names.ts';
import { readChosen } from './read-chosen.ts';
import { stateFile } from './state-file.ts';

/** Files that a person chooses, to read or to write: names and bytes for the page, paths stay here. */
export interface FileDoor {
  choose(title: string): Promise<readonly ChosenFile[]>;
  /** What the system, or a second start, wants opened and nobody has taken yet. */
  takeHanded(): Promise<readonly ChosenFile[]>;
  save(title: string, suggestedName: string, files: readonly OutputFile[]): Promise<Outcome<string | null>>;
  /** A place for a folder that a person wants; `null` when cancelled. What may stand there is not asked here. */
  choosePlace(title: string, suggestedName: string): Promise<string | null>;
  /** A backup to look into; `null` when cancelled. */
  chooseBackup(title: string): Promise<string | null>;
  /** A folder that is there; `null` when cancelled. */
  chooseFolder(title: string): Promise<string | null>;
}

const foldersSchema = z.object({ open: z.string().nullable(), save: z.string().nullable() });

export function fileDoor(window: BrowserWindow, userData: string, language: () => Language, handed: HandedFiles, holdLarge: ChosenFolders['hold']): FileDoor {
  const kept = stateFile(join(userData, 'folders.json'), foldersSchema);

  /** Chromium no longer remembers folders itself (Electron 43), so each dialog is told where it was last. */
  async function lastFolder(kind: 'open' | 'save'): Promise<string> {
    const folder = (await kept.read())?.[kind];
    return folder && (await isFolder(folder)) ? folder : app.getPath('documents');
  }

  async function remember(kind: 'open' | 'save', path: string): Promise<void> {
    const folders = (await kept.read()) ?? { open: null, save: null };
    await kept.write({ ...folders, [kind]: dirname(path) });
  }

  async function choose(title: string): Promise<readonly ChosenFile[]> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      defaultPath: await lastFolder('open'),
      properties: ['openFile', 'multiSelections'],
      filters: fileKinds(language()),
    });
    const [first] = filePaths;
    if (canceled || first === undefined) return [];
    await remember('open', first);
    return read(filePaths);
  }

  async function read(paths: readonly string[]): Promise<readonly ChosenFile[]> {
    const files = await readChosen(paths, holdLarge);
    paths.forEach((path, index) => (files[index]?.bytes || files[index]?.large) && app.addRecentDocument(path));
    return files;
  }

  async function save(title: string, suggestedName: string, files: readonly OutputFile[]): Promise<Outcome<string | null>> {
    const name = soundName(suggestedName);
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath: join(await lastFolder('save'), name) });
    if (canceled || !filePath) return { ok: true, value: null };
    const path = withExtension(filePath, name);
    // The dialog has asked about the name that was typed, and not about the one with the extension.
    if (path !== filePath && (await exists(path)) && !(await mayReplace(basename(path)))) return { ok: true, value: null };
    return attempt('write', async () => {
      await writeTogether(placedBeside(path, files));
      await remember('save', path);
      app.addRecentDocument(path);
      return basename(path);
    });
  }

  async function choosePlace(title: string, suggestedName: string): Promise<string | null> {
    const defaultPath = join(await lastFolder('save'), soundName(suggestedName));
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath, properties: ['createDirectory', 'showOverwriteConfirmation'] });
    if (canceled || !filePath) return null;
    await remember('save', filePath);
    return filePath;
  }

  async function chooseOne(title: string, options: Pick<OpenDialogOptions, 'properties' | 'filters'>): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, defaultPath: await lastFolder('open'), ...options });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    await remember('open', path);
    return path;
  }

  async function mayReplace(name: string): Promise<boolean> {
    const say = (code: 'native.replace' | 'native.replace-yes' | 'native.cancel') => nativeMessage(language(), code, { name });
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: say('native.replace'),
      buttons: [say('native.replace-yes'), say('native.cancel')],
      defaultId: 1,
      cancelId: 1,
    });
    return response === 0;
  }

  return {
    choose, takeHanded: () => read(handed.take()), save, choosePlace,
    chooseBackup: (title) => chooseOne(title, { properties: ['openFile'], filters: [{ name: nativeMessage(language(), 'native.files-backup'), extensions: ['gz'] }] }),
    chooseFolder: (title) => chooseOne(title, { properties: ['openDirectory', 'createDirectory'] }),
  };
}

const isFolder = async (path: string): Promise<boolean> => (await ifThere(() => stat(path)))?.isDirectory() ?? false;
const exists = async (path: string): Promise<boolean> => (await ifThere(() => access(path).then(() => true))) ?? false;
