import { type JournalLine, type ProjectInfo } from '../shared/bridge.ts';
import { asFile, openBackup, readHead } from './backup-file.ts';
import { FileRefusal } from './file-failure.ts';
import { decodeLine, linesFrom } from './journal-line.ts';
import { type Journal } from './journal.ts';

/** What is appended at a time. */
const bytesPerAppend = 8 * 1024 * 1024;

/**
 * Gives a Journal back what it has lost of its end, from backups that still have it: their lines follow its last one by sequence and hash, so
 * they are its own. Whatever the browser's database holds is not needed for it. The answer is how many lines came back.
 * An empty Journal takes only what the same project had: another one of that id, made anew, has nothing to do with what was before.
 * @throws an error of the system where they cannot be appended; a backup that cannot be read to its end gives what it can.
 */
export async function refill(journal: Journal, { created }: ProjectInfo, backups: readonly string[]): Promise<number> {
  const before = journal.end.sequence;
  for (const path of backups) {
    const head = await readHead(path);
    const isOfAnother = journal.end.sequence === 0 && head?.project.created !== created;
    if (head && !isOfAnother && head.sequence > journal.end.sequence) await takeFrom(path, journal);
  }
  return journal.end.sequence - before;
}

async function takeFrom(path: string, journal: Journal): Promise<void> {
  let waiting: JournalLine[] = [];
  let bytes = 0;
  const put = async (): Promise<void> => {
    if (waiting.length > 0) await journal.append(waiting);
    [waiting, bytes] = [[], 0];
  };
  for await (const { line, size } of following(path, journal.end.sequence)) {
    if (waiting.length === 0 && line.entry.previous !== journal.end.head) return;
    waiting.push(line);
    bytes += size;
    if (bytes >= bytesPerAppend) await put();
  }
  await put();
}

/** The lines with sequences `after` + 1, + 2 … as far as they are whole. */
async function* following(path: string, after: number): AsyncGenerator<{ readonly line: JournalLine; readonly size: number }> {
  let last = after;
  try {
    const { journal } = await openBackup(path);
    for await (const { bytes } of linesFrom(asFile(journal), 0, 'rest')) {
      const line = decodeLine(bytes);
      if (line && line.entry.sequence <= after) continue;
      if (line?.entry.sequence !== last + 1) return;
      last = line.entry.sequence;
      yield { line, size: bytes.length };
    }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
  }
}
