import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type ExportPlace, type ExportToken, type Outcome } from '../shared/bridge.ts';
import { attempt, FileRefusal } from './file-failure.ts';
import { type FolderWriter, writeFolder } from './folder-writer.ts';

/** Folders that the page writes piece by piece, where a person wants them. The page holds a token, never the path. */
export interface ExportDoor {
  begin(title: string, suggestedName: string): Promise<Outcome<ExportPlace | null>>;
  append(token: ExportToken, name: string, bytes: Uint8Array): Promise<Outcome<null>>;
  finish(token: ExportToken): Promise<Outcome<null>>;
  /** Leaves nothing behind; a token that is no longer known is fine. */
  cancel(token: ExportToken): Promise<Outcome<null>>;
  /** The page is gone: nobody will go on with these. */
  cancelAll(): Promise<void>;
}

/** Asks a person for a place; `null` when cancelled. */
export type ChoosePlace = (title: string, suggestedName: string) => Promise<string | null>;

export function exportDoor(choosePlace: ChoosePlace): ExportDoor {
  const writers = new Map<ExportToken, FolderWriter>();

  const writerOf = (token: ExportToken): FolderWriter => {
    const writer = writers.get(token);
    if (!writer) throw new FileRefusal('write-failed', 'there is no such export under way');
    return writer;
  };
  /** Whatever comes of it, the export is over. */
  const ending = (token: ExportToken, work: (writer: FolderWriter) => Promise<void>): Promise<Outcome<null>> =>
    attempt('write', async () => {
      const writer = writerOf(token);
      writers.delete(token);
      await work(writer);
      return null;
    });

  return {
    async begin(title, suggestedName) {
      const path = await choosePlace(title, suggestedName);
      if (path === null) return { ok: true, value: null };
      return attempt('write', async () => {
        const token = randomUUID() as ExportToken;
        writers.set(token, await writeFolder(path));
        return { token, name: basename(path) };
      });
    },
    append: (token, name, bytes) =>
      attempt('write', async () => {
        await writerOf(token).append(name, bytes);
        return null;
      }),
    finish: (token) => ending(token, (writer) => writer.finish()),
    cancel: (token) => (writers.has(token) ? ending(token, (writer) => writer.cancel()) : Promise.resolve({ ok: true, value: null })),
    async cancelAll() {
      const left = [...writers.values()];
      writers.clear();
      for (const writer of left) await writer.cancel();
    },
  };
}
