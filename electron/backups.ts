import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  type BackupFailure, type BackupInfo, type BackupList, type BackupPreview, type BackupReason, type BackupToken, type Outcome, type ProjectInfo,
} from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { syncFolder } from './atomic-write.ts';
import { asFile, backupExtension, type BackupHead, type JournalExtent, openBackup, readHead, writeBackup } from './backup-file.ts';
import { BackupReading } from './backup-reading.ts';
import { attempt, FileRefusal, hasErrorCode, ifThere } from './file-failure.ts';
import { linesFrom } from './journal-line.ts';
import { type JournalEnd, withFile } from './journal-scan.ts';
import { hashOf, journalName } from './journal-segments.ts';
import { type Projects } from './projects.ts';
import { releases } from './releases.ts';
import { stateFile } from './state-file.ts';

/** So many are kept of each kind: of the daily ones, and of those before something large. */
export const keptBackups = 10;
const day = 24 * 60 * 60 * 1000;

/** Copies of Journals, outside the database and the project's folder, and in a second folder that a person has chosen. */
export interface Backups {
  /** One more, unless the newest one says the same already: then `null`. What is appended while it is written is not in it. */
  make(project: ProjectId, reason: BackupReason): Promise<BackupInfo | null>;
  /** As `make`, once a day; a newest one from the future (the clock was set back) counts for nothing. */
  makeDaily(project: ProjectId): Promise<BackupInfo | null>;
  /** Of all projects, newest first. */
  list(): Promise<BackupList>;
  /** A path that a person has chosen becomes a backup that can be looked into. */
  take(path: string): Promise<BackupInfo>;
  preview(token: BackupToken): Promise<BackupPreview>;
  /** A new project beside the others; nothing that is there is touched. */
  restore(token: BackupToken, name: string): Promise<ProjectInfo>;
  useSecondFolder(path: string | null): Promise<string | null>;
  /** Those of one project, in the profile or in the second folder: paths, the one with most lines first. */
  pathsOf(project: ProjectId, place: 'here' | 'second'): Promise<readonly string[]>;
  /** A copy of a project as a file, wherever a person wants it. */
  saveCopy(project: ProjectId, path: string): Promise<void>;
}

interface Parts {
  readonly userData: string;
  readonly projects: Projects;
  /** How far a project's Journal reaches now. */
  readonly extentOf: (project: ProjectId) => Promise<JournalExtent & { readonly end: JournalEnd }>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Hears of a backup that could not be made, and (`null`) of the first that could again. */
  readonly onFailed?: (failed: BackupFailure | null) => void;
  /** Milliseconds for which the second folder may take a copy while the next backup waits. */
  readonly patience?: number;
}

const placeSchema = z.object({ second: z.string().nullable() });

export function backupsIn({ userData, projects, extentOf, now, onFailed = () => undefined, patience = 30_000 }: Parts): Backups {
  const root = join(userData, 'backups');
  const kept = stateFile(join(userData, 'backups.json'), placeSchema);
  const paths = new Map<BackupToken, string>();
  /** Why the second folder did not take the last one; `null` when it did. */
  let secondFailure: Outcome<null> | null = null;
  let failed: BackupFailure | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const tokenOf = (path: string): BackupToken => {
    for (const [token, known] of paths) if (known === path) return token;
    const token = randomUUID() as BackupToken;
    paths.set(token, path);
    return token;
  };
  const pathOf = (token: BackupToken): string => {
    const path = paths.get(token);
    if (path === undefined) throw new FileRefusal('not-found', 'there is no such backup');
    return path;
  };
  const infoOf = async (path: string, head: BackupHead, place: BackupInfo['place']): Promise<BackupInfo> => ({
    token: tokenOf(path), project: head.project.id, name: head.project.name, made: head.made, reason: head.reason, sequence: head.sequence,
    counts: head.counts, bytes: (await stat(path)).size, place,
  });

  async function backupsOf(folder: string, place: BackupInfo['place']): Promise<readonly BackupInfo[]> {
    const names = (await ifFolder(folder)) ?? [];
    const found = await Promise.all(
      names.filter((name) => name.endsWith(backupExtension) && !name.startsWith('.')).map(async (name) => {
        const path = join(folder, name);
        // One that the system does not let be read is none: no other, and no work, is to depend on it.
        const read = await attempt('read', async () => {
          const head = await readHead(path);
          return head && infoOf(path, head, place);
        });
        return read.ok && read.value ? [read.value] : [];
      }),
    );
    return found.flat().sort(newestFirst);
  }

  async function make(project: ProjectId, reason: BackupReason): Promise<BackupInfo | null> {
    // Asked for before anything is awaited: what the page appends next is not to be in it.
    const extent = extentOf(project);
    const mine = turn.then(async () => {
      const made = await attempt('write', async () => makeNow(project, reason, await extent));
      // One on request is answered; nobody has to be told of it besides.
      if (made.ok || reason !== 'by-hand') tell(made.ok ? null : { project, reason, failure: made.failure });
      if (!made.ok) throw new FileRefusal(made.failure, made.detail);
      return made.value;
    });
    turn = Promise.allSettled([mine]);
    return mine;
  }

  function tell(outcome: BackupFailure | null): void {
    const isNews = outcome !== null || failed !== null;
    failed = outcome;
    if (isNews) onFailed(outcome);
  }

  async function makeNow(project: ProjectId, reason: BackupReason, { end, ...extent }: JournalExtent & { readonly end: JournalEnd }): Promise<BackupInfo | null> {
    const folder = join(root, project);
    const [newest] = await backupsOf(folder, 'here');
    if (end.sequence === 0 || (newest?.sequence === end.sequence && reason !== 'by-hand')) return null;
    await mkdir(folder, { recursive: true });
    const made = new Date(now()).toISOString();
    const head: BackupHead = { naql: 'backup', project: await projects.find(project), made, reason, sequence: end.sequence, counts: end.counts };
    const name = `${made.replaceAll(/[:.]/g, '-')}-${reason}${backupExtension}`;
    await writeBackup(join(folder, name), head, await besideOf(project), extent);
    await syncFolder(root);
    await prune(folder, reason);
    await unlessSlow(copyToSecond(folder, name, head));
    return infoOf(join(folder, name), head, 'here');
  }

  async function besideOf(project: ProjectId) {
    const folder = projects.folderOf(project);
    return { secret: await releases.knownSecret(folder), releases: await releases.list(folder) };
  }

  /** Only behind a new one that was read back: the oldest of its kind go. */
  async function prune(folder: string, reason: BackupReason): Promise<void> {
    const isDaily = reason === 'daily';
    const alike = (await backupsOf(folder, 'here')).filter((one) => (one.reason === 'daily') === isDaily);
    for (const { token } of alike.slice(keptBackups)) {
      await rm(pathOf(token));
      paths.delete(token);
    }
  }

  /** A share whose server has gone may never answer. Nobody waits for it; what comes of it after all is said when it comes. */
  async function unlessSlow(copying: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        secondFailure = { ok: false, failure: 'not-found', detail: 'the second folder does not answer' };
        resolve();
      }, patience);
    });
    await Promise.race([copying, late]);
    clearTimeout(timer);
  }

  /** A stick that is not plugged in, or a network that is away, keeps nobody from working; it is said where backups are listed. */
  async function copyToSecond(folder: string, name: string, head: BackupHead): Promise<void> {
    const second = (await kept.read())?.second ?? null;
    if (second === null) return;
    secondFailure = await attempt('write', async () => {
      if (!(await ifThere(() => stat(second)))) throw new FileRefusal('not-found', 'the second folder is not there');
      const there = join(second, 'naql-backups', head.project.id);
      await mkdir(there, { recursive: true });
      const waiting = join(there, `.${name}.tmp`);
      try {
        await copyFile(join(folder, name), waiting, constants.COPYFILE_FICLONE);
        const file = await open(waiting, 'r+');
        try {
          await file.sync();
          const { size } = await file.stat();
          const copied = await hashOf(file, size);
          if (copied !== (await withFile(join(folder, name), open, (own) => hashOf(own, size)))) throw new FileRefusal('write-failed', 'the copy is not the same');
        } finally {
          await file.close();
        }
        await rename(waiting, join(there, name));
      } catch (error) {
        await rm(waiting, { force: true });
        throw error;
      }
      await syncFolder(there);
      await prune(there, head.reason);
      return null;
    });
  }

  async function makeDaily(project: ProjectId): Promise<BackupInfo | null> {
    const [newest] = await backupsOf(join(root, project), 'here');
    const age = newest ? now() - Date.parse(newest.made) : Infinity;
    return age >= 0 && age < day ? null : make(project, 'daily');
  }

  async function list(): Promise<BackupList> {
    const second = (await kept.read())?.second ?? null;
    const folders = async (place: string): Promise<readonly string[]> => ((await ifFolder(place)) ?? []).map((name) => join(place, name));
    const here = await Promise.all((await folders(root)).map((folder) => backupsOf(folder, 'here')));
    const away = second === null ? [] : await Promise.all((await folders(join(second, 'naql-backups'))).map((folder) => backupsOf(folder, 'second')));
    const isThere = second !== null && (await ifThere(() => stat(second))) !== null;
    const failure = second !== null && !isThere ? 'not-found' : secondFailure?.ok === false ? secondFailure.failure : null;
    return { backups: [...here.flat(), ...away.flat()].sort(newestFirst), second: second === null ? null : { name: basename(second), failure }, failed };
  }

  async function take(path: string): Promise<BackupInfo> {
    const { head, journal } = await openBackup(path);
    await journal.return(undefined);
    return infoOf(path, head, 'chosen');
  }

  async function preview(token: BackupToken): Promise<BackupPreview> {
    const { head, journal } = await openBackup(pathOf(token));
    const reading = new BackupReading();
    for await (const { bytes } of linesFrom(asFile(journal), 0, 'rest')) reading.take(bytes);
    return { counts: head.counts, ...reading.answer() };
  }

  async function restore(token: BackupToken, name: string): Promise<ProjectInfo> {
    const { beside, journal } = await openBackup(pathOf(token));
    const project = await projects.create(name);
    const folder = projects.folderOf(project.id);
    try {
      const file = await open(join(folder, journalName), 'wx');
      try {
        for await (const piece of journal) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await releases.putBack(folder, beside);
      await syncFolder(folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    return project;
  }

  return {
    make,
    makeDaily,
    list,
    take,
    preview,
    restore,
    pathsOf: async (project, place) => {
      const second = (await kept.read())?.second ?? null;
      const folder = place === 'here' ? join(root, project) : second === null ? null : join(second, 'naql-backups', project);
      const found = folder === null ? [] : await backupsOf(folder, place);
      return [...found].sort((a, b) => b.sequence - a.sequence).map(({ token }) => pathOf(token));
    },
    useSecondFolder: async (path) => {
      if (!(await kept.write({ second: path }))) throw new FileRefusal('write-failed', 'the choice could not be kept');
      secondFailure = null;
      return path === null ? null : basename(path);
    },
    saveCopy: async (project, path) => {
      const { end, ...extent } = await extentOf(project);
      const head: BackupHead = {
        naql: 'backup', project: await projects.find(project), made: new Date(now()).toISOString(), reason: 'by-hand', sequence: end.sequence, counts: end.counts,
      };
      await writeBackup(path, head, await besideOf(project), extent);
    },
  };
}

/** The names in a folder; null where there is none, or something else of that name. */
const ifFolder = (path: string): Promise<readonly string[] | null> =>
  ifThere(() => readdir(path)).catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOTDIR')) return null;
    throw error;
  });

const newestFirst = (a: BackupInfo, b: BackupInfo): number => (a.made < b.made ? 1 : a.made > b.made ? -1 : b.sequence - a.sequence);
