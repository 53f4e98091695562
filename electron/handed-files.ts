import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Start {
  /** `process.argv` */
  readonly arguments: readonly string[];
  /** The folder that it was started in. */
  readonly folder: string;
  /** Where the app lies when an Electron is told to run it; `null` when it is a program of its own. */
  readonly appPath: string | null;
}

/** Paths of the files that a start names: what is behind the program, or behind the app's folder, and is no switch. */
export function filesIn({ arguments: all, folder, appPath }: Start): readonly string[] {
  const given = appPath === null ? all.slice(1) : all.slice(all.findIndex((one) => resolve(folder, one) === appPath) + 1);
  return given.filter((one) => one !== '' && !one.startsWith('-')).map((one) => pathOf(one, folder));
}

/** An address that names no file of this machine is taken for a name, so that it is told by that name that there is none. */
function pathOf(given: string, folder: string): string {
  try {
    return /^file:/i.test(given) ? fileURLToPath(given) : resolve(folder, given);
  } catch {
    return resolve(folder, given);
  }
}

/** Files that wait for the page: before its project is open nobody could take them in. */
export interface HandedFiles {
  readonly add: (paths: readonly string[]) => void;
  /** Each once. */
  readonly take: () => readonly string[];
}

/** `tell`: something is there to be taken. */
export function handedFiles(tell: () => void): HandedFiles {
  let waiting: readonly string[] = [];
  return {
    add: (paths) => {
      if (paths.length === 0) return;
      waiting = [...new Set([...waiting, ...paths])];
      tell();
    },
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}
