import { type Page } from '@playwright/test';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeLine } from '../../electron/journal-line.ts';
import { segmentsIn } from '../../electron/journal-segments.ts';
import { type Counts, type JournalLine } from '../../shared/bridge.ts';
import { type Entry, fold } from '../../shared/exchange/log.ts';

/** The folder of a profile's only project. */
export async function projectFolder(userData: string): Promise<string> {
  const [name, ...others] = await readdir(path.join(userData, 'projects'));
  if (name === undefined || others.length > 0) throw new Error(`one project expected, found ${[name, ...others].join(', ')}`);
  return path.join(userData, 'projects', name);
}

/** The bytes of all files of the Journal, in order. */
export async function journalBytes(userData: string): Promise<Buffer> {
  const folder = await projectFolder(userData);
  return Buffer.concat(await Promise.all((await segmentsIn(folder)).map(({ name }) => readFile(path.join(folder, name)))));
}

/** Puts other bytes into the files of the Journal: each keeps its size as long as there are enough, files for which there are none go. */
export async function spoilJournal(userData: string, bytes: Buffer): Promise<void> {
  const folder = await projectFolder(userData);
  let from = 0;
  for (const { name } of await segmentsIn(folder)) {
    const file = path.join(folder, name);
    const { size } = await stat(file);
    if (from > 0 && from >= bytes.length) await rm(file);
    else await writeFile(file, bytes.subarray(from, from + size));
    from += size;
  }
}

/** The lines of a Journal up to the first that is not whole, read by our own eyes and not by the app's. */
export async function linesOf(userData: string): Promise<readonly JournalLine[]> {
  const bytes = await journalBytes(userData);
  const lines: JournalLine[] = [];
  for (let from = 0, end = bytes.indexOf('\n'); end !== -1; from = end + 1, end = bytes.indexOf('\n', from)) {
    const line = decodeLine(bytes.subarray(from, end));
    if (!line) break;
    lines.push(line);
  }
  return lines;
}

export const entriesOf = async (userData: string): Promise<readonly Entry[]> => (await linesOf(userData)).map(({ entry }) => entry);

/** What Entries lead to. */
export const stateOf = (entries: readonly Entry[]) => fold(entries);

/** A copy of a profile, to be spoilt. */
export async function copyOfProfile(userData: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'naql-durability-'));
  await cp(userData, copy, { recursive: true });
  return copy;
}

/** What the browser's database really holds, read past the app, when the project is open and everything is saved. */
export const countsInDatabase = (page: Page, project: string): Promise<Required<Counts> & { readonly entries: number; readonly head: string }> =>
  page.evaluate(async (name) => {
    // In a frame: after a full disk Chromium never answers the page itself again.
    const frame = document.createElement('iframe');
    frame.hidden = true;
    document.documentElement.append(frame);
    const request = (frame.contentWindow ?? window).indexedDB.open(name);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(String(request.error))));
    });
    const all = <T>(table: string) =>
      new Promise<T[]>((resolve, reject) => {
        const asked = database.transaction(table).objectStore(table).getAll();
        asked.addEventListener('success', () => resolve(asked.result as T[]));
        asked.addEventListener('error', () => reject(new Error(String(asked.error))));
      });
    interface Held {
      readonly annotations: readonly unknown[];
      readonly relations: readonly unknown[];
    }
    const sets = await all<{ readonly contents: Held | null }>('sets');
    const held = [...sets.flatMap(({ contents }) => contents ?? []), ...(await all<Held>('pages'))];
    const meta = await all<{ readonly key: string; readonly value: { readonly hash: string } }>('meta');
    const texts = await all('texts');
    const counts = {
      articles: (await all('articles')).length,
      annotators: (await all('annotators')).length,
      entities: (await all('entities')).length,
      sets: sets.length,
      annotations: held.reduce((sum, one) => sum + one.annotations.length, 0),
      events: (await all('events')).length,
      relations: held.reduce((sum, one) => sum + one.relations.length, 0),
      entries: (await all('entries')).length,
      head: meta.find(({ key }) => key === 'head')?.value.hash ?? '',
    };
    database.close();
    frame.remove();
    if (texts.length !== counts.articles) throw new Error(`${texts.length} texts of ${counts.articles} articles`);
    return counts;
  }, `naql-${project}`);
