import { join } from 'node:path';
import { z } from 'zod';
import { type ProjectInfo } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { projectCardSchema } from './project-card.ts';
import { stateFile } from './state-file.ts';

/**
 * Which projects a profile had when the program last looked, in a file beside their folders: of one whose folder was deleted or moved away since, or
 * whose card is damaged, nothing else says that it was there and what it was called.
 */
export interface KnownProjects {
  all(): Promise<readonly ProjectInfo[]>;
  /** As they are now; others stay as they were. */
  keep(projects: readonly ProjectInfo[]): Promise<void>;
  /** One that is gone for good. */
  drop(id: ProjectId): Promise<void>;
}

export function knownProjectsIn(userData: string): KnownProjects {
  const file = stateFile(join(userData, 'projects.json'), z.array(projectCardSchema));
  let turn: Promise<unknown> = Promise.resolve();
  const all = async (): Promise<readonly ProjectInfo[]> => (await file.read()) ?? [];
  /** One after the other: each begins with what the one before has written. A disk that refuses costs a convenience, and the next change writes all of it. */
  const alter = async (change: (before: readonly ProjectInfo[]) => readonly ProjectInfo[]): Promise<void> => {
    const mine = turn.then(async () => {
      const before = await all();
      const after = change(before);
      if (JSON.stringify(after) !== JSON.stringify(before)) await file.write([...after]);
    });
    turn = Promise.allSettled([mine]);
    await mine;
  };
  return {
    all,
    keep: (projects) => alter((before) => [...before.filter(({ id }) => projects.every((one) => one.id !== id)), ...projects].sort((a, b) => (a.id < b.id ? -1 : 1))),
    drop: (id) => alter((before) => before.filter((one) => one.id !== id)),
  };
}
