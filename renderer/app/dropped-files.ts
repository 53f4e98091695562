import { isLitter } from '../views/import/litter.ts';

/** A file that was dropped, and where it lay in what was dropped; empty for one that was dropped itself. */
export interface DroppedFile {
  readonly file: File;
  readonly path: string;
}

/**
 * The files that were dropped, those of folders among them, each folder in order. What is dropped is there only while the drop is being
 * told: it must be called in that turn, and may then take its time.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  // A page that drops files itself, as a test does, has no entries.
  if (entries.length === 0) return Promise.resolve([...transfer.files].map((file) => ({ file, path: '' })));
  return filesOf(entries, '');
}

async function filesOf(entries: readonly FileSystemEntry[], folder: string): Promise<readonly DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}${entry.name}`;
    if (isFolder(entry)) files.push(...(await filesOf((await entriesOf(entry)).filter(({ name }) => !isLitter(name)), `${path}/`)));
    else if (isFile(entry)) files.push({ file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)), path: folder === '' ? '' : path });
  }
  return files;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A folder gives its entries a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
