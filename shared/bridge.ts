/**
 * The process boundary: what the page may ask of the main process, and nothing else. Types and channel names only.
 * Files are chosen by a person in a dialog; the page sees names and bytes, never paths.
 */
import { type ColumnMapping } from './codecs/corpus/column-mapping.ts';
import { type NameChoices } from './codecs/naming/name-part.ts';
import { type LastExport } from './dataset/last-export.ts';
import { type ReleaseContents } from './dataset/release-contents.ts';
import { type LockedSplit } from './dataset/split-options.ts';
import { type Enclosed, type EnvelopeAbout, type EnvelopeLock } from './exchange/bundle/envelope.ts';
import { type ListedFile } from './exchange/folder/look.ts';
import { type Entry } from './exchange/log.ts';
import { type AnnotationId, type AnnotatorId, type ArticleId, type DeviceId, type ProjectId } from './model/id.ts';
import { type ProvenEnvelopeKey, type Roster, type SignedRoster } from './model/roster.ts';
import { type Signature } from './model/signature.ts';
import { type Direction } from './text/direction.ts';

export type Language = 'fa' | 'en';
export type Theme = 'auto' | 'light' | 'dark';
export type ReadingFont = 'vazirmatn' | 'noto-naskh';
/** What selecting by keys takes at least: whole words, or single letters. */
export type SelectionUnit = 'word' | 'letter';
/** How much is spoken of a label: its name and text, or all that is known of it. */
export type SpeechDetail = 'low' | 'full';

/** Keys that a person has changed: a command's name and its one chord, written as in `renderer/ui/keyboard.ts`. */
export type KeyChoices = Readonly<Record<string, string>>;

/** Where somebody stopped in an Article. */
export interface ReadingPlace {
  readonly project: ProjectId;
  readonly article: ArticleId;
  /** UTF-16 offset in the text. */
  readonly caret: number;
  /** CSS pixels by which the text was scrolled. */
  readonly scrolled: number;
  readonly focused: AnnotationId | null;
  /** How it is laid out there, and not part of its text; absent where nothing was set. */
  readonly directions?: ParagraphDirections | undefined;
}

/** Paragraphs whose direction a person has set, by line of the text, counted from 0; all others follow most of their letters. */
export type ParagraphDirections = Readonly<Record<number, Direction>>;

/** Tables whose columns are remembered. */
export const mostTables = 50;

/** So many Articles are come back to where one left them. */
export const mostPlaces = 50;

/** What stands beside the text and can be made wider. */
export const panes = ['labels', 'beside', 'inspector'] as const;
export type Pane = (typeof panes)[number];

/** CSS pixels; of the others, the style sheet decides. */
export type PaneWidths = Readonly<Partial<Record<Pane, number | undefined>>>;

/** Kept by the main process in one file, written atomically. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** Reading size of the article in CSS pixels, 14 to 32. */
  readonly readingSize: number;
  readonly readingFont: ReadingFont;
  /** Distance of two lines of the article in em, 2.0 to 2.8. */
  readonly lineHeight: number;
  readonly selectionUnit: SelectionUnit;
  readonly speechDetail: SpeechDetail;
  /** The sample was finished once: nobody has to be led through it any more. */
  readonly coached?: boolean | undefined;
  readonly panes?: PaneWidths | undefined;
  readonly keys: KeyChoices;
  /** Latest first, one an Article, at most `mostPlaces`. */
  readonly places: readonly ReadingPlace[];
  /** What was chosen for the last export of each project. */
  readonly exports: Readonly<Record<ProjectId, LastExport>>;
  /** What was said, in each project, of the names that files of a format have and its Schema does not; by format. */
  readonly imports: Readonly<Record<ProjectId, Readonly<Record<string, NameChoices>>>>;
  /** What columns of tables mean, by `columnsKey`; the last `mostTables`. */
  readonly tables: Readonly<Record<string, ColumnMapping>>;
  readonly device: DeviceId;
  readonly annotator: AnnotatorId;
  readonly annotatorName: string;
  readonly project: ProjectId | null;
  readonly article: ArticleId | null;
}

export interface StartInfo {
  readonly settings: Settings;
  readonly version: string;
  /** For the status line: the test runtime is named as such. */
  readonly electron: string;
}

export interface ProjectInfo {
  readonly id: ProjectId;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** When it was put away: it is not offered among those to work in. */
  readonly archived?: string | undefined;
  /** When it was deleted: it can be brought back for `daysToRestore`. */
  readonly deleted?: string | undefined;
}

/** So long a deleted project can be brought back. */
export const daysToRestore = 30;

/** What a project takes on the disk: Journal, releases and what was kept aside; its working copy is the browser's. */
export type ProjectSizes = Readonly<Record<ProjectId, number>>;

/** Number of records after an Entry: what a database that claims to be up to date must hold. */
export interface Counts {
  readonly articles: number;
  readonly annotators: number;
  readonly entities: number;
  readonly sets: number;
  readonly annotations: number;
  readonly relations: number;
  /** Absent in lines that were written before there were any. */
  readonly events?: number;
}

/** One line of a Journal. */
export interface JournalLine {
  readonly entry: Entry;
  readonly counts: Counts;
  /** `storedVersion` of its records; absent in lines of the first. */
  readonly shape?: number;
}

/** A line of ours, with its Entry as JSON in UTF-8 where that was made already. */
export interface WrittenLine extends JournalLine {
  readonly bytes?: Uint8Array;
}

/** A line on its way into a Journal, with its Entry as JSON in UTF-8: so it will stand there. */
export type PackedLine = Omit<JournalLine, 'entry'> & { readonly entry: Uint8Array };

export interface JournalState {
  readonly project: ProjectInfo;
  /** Sequence of the last whole line; 0 when the Journal is empty. */
  readonly sequence: number;
  /** `entryHash` of that line's Entry; `genesis` when empty. */
  readonly head: string;
  readonly counts: Counts | null;
  /** `storedVersion` of that line's records. */
  readonly shape: number;
  /** Bytes of a torn or damaged tail that were kept aside and cut off; 0 when the file was whole. */
  readonly setAsideBytes: number;
  /** The line, counted from 1, that this tail began with; `null` when the file was whole. */
  readonly damagedLine: number | null;
  /** Lines that the end of the Journal had lost, and that came back from a backup. */
  readonly refilled: number;
  /** Whole lines behind a damaged one that nobody has taken in yet: how many there are, and the number of the damaged one. */
  readonly salvage: { readonly line: number; readonly lines: number } | null;
}

/** What a snapshot of a working copy is one of. */
export interface SnapshotHead {
  /** Of the last Entry in it, and `entryHash` of that. */
  readonly sequence: number;
  readonly hash: string;
  /** Versions of what its rows are made of: `storedVersion`, `rowVersion` and that of the tables. */
  readonly shape: number;
  readonly rows: number;
  readonly tables: number;
}

/** Rows of a snapshot, each as `[table, row]` in JSON; where it goes on, `null` at the end. */
export interface SnapshotPage {
  readonly rows: readonly string[];
  readonly next: number | null;
}

/** Codes of failures at the file door; `problem.<code>` in the catalogues. */
export type FileFailure = 'disk-full' | 'no-permission' | 'not-found' | 'too-large' | 'write-failed' | 'read-failed' | 'not-an-export' | 'released-already' | 'print-failed' | 'changed-elsewhere' | 'changed-meanwhile' | 'project-there' | 'too-slow';

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: FileFailure; readonly detail: string };

/** A file that a person chose. `bytes` is null when it is larger than `maximumFileBytes` or cannot be read. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array | null;
  /** Why `bytes` is null: `too-large`, `no-permission`, … */
  readonly failure?: FileFailure;
  /** Of one that is too large: by what `readPart` knows it. */
  readonly large?: string;
}

/** A folder that a person chose: the files in it and in the folders in it, by index. Where it lies is known to the main process alone. */
export interface ChosenFolder {
  readonly folder: string;
  /** Beginning with the folder's own, parted by `/`. */
  readonly names: readonly string[];
  /** Bytes. */
  readonly sizes: readonly number[];
}

/** Some files of a chosen folder: their bytes one after the other, and of each how many these are, or why there are none. */
export interface FolderPart {
  readonly bytes: Uint8Array;
  readonly files: readonly (number | FileFailure)[];
}

export const maximumFileBytes = 64 * 1024 * 1024;
/** What all files of one choice may hold together: they are in memory at once, in the main process and in the page. */
export const maximumChosenBytes = 4 * maximumFileBytes;

/** A file to write beside the one that the person named: `name.jsonl` with suffix `.schema.json` gives `name.schema.json`. */
export interface OutputFile {
  readonly suffix: string;
  readonly bytes: Uint8Array;
}

/** What is on paper: `bytes` of a PDF file. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** What a project remembers of a dataset that it gave away. */
export interface KeptRelease {
  /** `major.minor.patch` */
  readonly version: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Where every Article stands for good; `null` when it was not split. */
  readonly lock: readonly LockedSplit[] | null;
  /** What was in it; absent where an older version of the app kept it. */
  readonly contents?: ReleaseContents | undefined;
}

declare const exportBrand: unique symbol;
/** Stands for an export under way and the folder that a person chose for it. */
export type ExportToken = string & { readonly [exportBrand]: 'export' };

export interface ExportPlace {
  readonly token: ExportToken;
  /** Name of the folder, without where it lies. */
  readonly name: string;
}

declare const folderBrand: unique symbol;
/** Stands for a folder that a person chose to share. */
export type FolderToken = string & { readonly [folderBrand]: 'folder' };

export interface FolderChoice {
  readonly token: FolderToken;
  /** Name of the folder, without where it lies. */
  readonly name: string;
  readonly hasCard: boolean;
  /** What its `project.json` holds; `null` where there is none, or it cannot be read now. */
  readonly card: Uint8Array | null;
  /** Nothing is in it but what file systems keep for themselves. */
  readonly isEmpty: boolean;
}

/** A file with its name from some folder on, with `/`. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SharedFolderState {
  readonly name: string;
  /** What lies in it, or why that cannot be told now. */
  readonly found: Outcome<readonly ListedFile[]>;
  /** What this device has made for it. */
  readonly outbox: readonly Pick<ListedFile, 'name' | 'size'>[];
}

export const backupReasons = ['daily', 'migration', 'import', 'bulk', 'by-hand'] as const;
export type BackupReason = (typeof backupReasons)[number];

declare const backupBrand: unique symbol;
/** Stands for a backup and the file that it is. */
export type BackupToken = string & { readonly [backupBrand]: 'backup' };

/** A copy of a project's Journal at one moment. */
export interface BackupInfo {
  readonly token: BackupToken;
  readonly project: ProjectId;
  /** Of the project, as it was then. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly reason: BackupReason;
  /** Lines of the Journal then. */
  readonly sequence: number;
  readonly counts: Counts | null;
  readonly bytes: number;
  /** In the profile, in the second folder, or a file that a person has chosen. */
  readonly place: 'here' | 'second' | 'chosen';
}

/** Why a backup that the program makes by itself could not be made. */
export interface BackupFailure {
  readonly project: ProjectId;
  readonly reason: BackupReason;
  readonly failure: FileFailure;
}

export interface BackupList {
  /** Newest first. */
  readonly backups: readonly BackupInfo[];
  /** The second folder, and why it does not take any; `null` when none was chosen. */
  readonly second: { readonly name: string; readonly failure: FileFailure | null } | null;
  /** The last one that failed; `null` once one was made again. */
  readonly failed: BackupFailure | null;
}

/** What reading a backup to its end has found. */
export interface BackupPreview {
  readonly counts: Counts | null;
  readonly lines: number;
  /** Lines that cannot be read. */
  readonly damaged: number;
  /** Records that break the rules of the model, and lines that are no Changes: nothing that was written here leads there. */
  readonly unsound: number;
  /** When the last of its Changes was made: ISO 8601, UTC. */
  readonly last: string | null;
  /** Titles of the first Articles. */
  readonly titles: readonly string[];
  /** Whose working copy it was; `null` where no Change tells. */
  readonly owner: { readonly id: AnnotatorId; readonly name: string } | null;
}

/** The Articles that were open last, latest first. */
export const recentCommands = ['recent-1', 'recent-2', 'recent-3', 'recent-4', 'recent-5', 'recent-6', 'recent-7', 'recent-8', 'recent-9'] as const;

/** An Article with its labels on paper, or as if. */
export const paperCommands = ['print', 'save-pdf', 'save-html'] as const;
export type PaperCommand = (typeof paperCommands)[number];

/** Commands that a native menu can send; the page gives their names and knows what they do. */
export const menuCommands = [
  'palette', 'open-article', 'search', 'focus-mode', 'full-screen', 'theme-auto', 'theme-light', 'theme-dark', ...recentCommands,
  'open-files', 'open-folder', 'new-project', 'backups', 'export', ...paperCommands, 'library', 'people', 'concordance', 'adjudicate', 'against-gold', 'past', 'exchange', 'questions', 'schema', 'agreement', 'guideline', 'label-rule', 'discussion', 'comment', 'ask-guideline', 'flag-article', 'undo', 'redo', 'mark-done', 'next-article', 'show-keys', 'settings',
  'zoom-in', 'zoom-out', 'zoom-reset', 'language-fa', 'language-en', 'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export type MenuItem = MenuLine | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly MenuLine[] };
export type MenuLine =
  | { readonly kind: 'command'; readonly command: MenuCommand; readonly label: string; readonly accelerator: string | null; readonly enabled: boolean }
  | { readonly kind: 'role'; readonly role: 'copy' | 'quit' | 'minimize'; readonly label: string }
  | { readonly kind: 'separator' };
export interface Menu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** Everything behind `window.naql`. Each method is one channel; arguments are checked again on the other side. */
export interface Bridge {
  start(): Promise<StartInfo>;
  saveSettings(settings: Settings): Promise<Outcome<null>>;
  setMenu(menus: readonly Menu[]): Promise<null>;
  setTitle(title: string): Promise<null>;
  /** The window fills the screen, or no longer. */
  toggleFullScreen(): Promise<null>;

  listProjects(): Promise<readonly ProjectInfo[]>;
  /** Those that were there and whose folders are gone, without any that had been deleted. */
  lostProjects(): Promise<readonly ProjectInfo[]>;
  /** `id`: of a project that came from another laptop; refused where there is one of that id. */
  createProject(name: string, id?: ProjectId): Promise<Outcome<ProjectInfo>>;
  /**
   * The folder of a project that is gone, anew: its Journal is filled from backups when it is opened. Without any it is called `name`, for the working
   * copy that is there; `value`: `null` where there is neither.
   */
  bringBackProject(project: ProjectId, name: string | null): Promise<Outcome<ProjectInfo | null>>;
  renameProject(project: ProjectId, name: string): Promise<Outcome<ProjectInfo>>;
  /** Puts a project away, or deletes it for now, or takes either back. */
  markProject(project: ProjectId, mark: 'archived' | 'deleted', isSet: boolean): Promise<Outcome<ProjectInfo>>;
  /** For good; only a project that was deleted `daysToRestore` ago. `value`: whether it was. */
  purgeProject(project: ProjectId): Promise<Outcome<boolean>>;
  /** Bytes. */
  projectSizes(): Promise<Outcome<ProjectSizes>>;

  /** Reads the Journal to its last whole line; a damaged tail is kept aside first. */
  openJournal(project: ProjectId): Promise<Outcome<JournalState>>;
  /** Lines with sequence > `after`: at least one if there is any, at most `limit`. Fewer than `limit` does not mean the end. */
  readJournal(project: ProjectId, after: number, limit: number): Promise<Outcome<readonly JournalLine[]>>;
  /** Appends and calls fdatasync before it answers. Refuses lines that do not continue the chain. */
  appendJournal(project: ProjectId, lines: readonly PackedLine[]): Promise<Outcome<number>>;
  /** Of the lines that `JournalState.salvage` tells of, those with sequence > `after`, in order; none at the end. */
  readSalvage(project: ProjectId, after: number, limit: number): Promise<Outcome<readonly JournalLine[]>>;
  /** They are in the Journal, one way or the other. What they lay in is kept aside. */
  finishSalvage(project: ProjectId): Promise<Outcome<null>>;
  /** Keeps something unusual for a later look, beside the Journal: never overwrites. */
  setAside(project: ProjectId, label: string, text: string): Promise<Outcome<null>>;
  /** Begins to keep what the working copy holds at this place of the Journal: a cache, to make a lost one anew from. */
  beginSnapshot(project: ProjectId, head: SnapshotHead): Promise<Outcome<null>>;
  /** Lines of `[table, row]`. */
  appendSnapshot(project: ProjectId, rows: string): Promise<Outcome<null>>;
  finishSnapshot(project: ProjectId): Promise<Outcome<null>>;
  cancelSnapshot(project: ProjectId): Promise<Outcome<null>>;
  /** The newest one that reads as it was written. */
  newestSnapshot(project: ProjectId): Promise<Outcome<SnapshotHead | null>>;
  readSnapshot(project: ProjectId, sequence: number, offset: number): Promise<Outcome<SnapshotPage>>;
  /** Drops the browser database files when even deleting the database fails. The page reloads afterwards. */
  clearDatabases(): Promise<null>;

  /** One more backup of a project as it stands; `null` when the newest one says the same. */
  backUp(project: ProjectId, reason: BackupReason): Promise<Outcome<BackupInfo | null>>;
  /** Bytes that may still be written where the work is kept; `null` where the system does not say. */
  freeSpace(): Promise<number | null>;
  listBackups(): Promise<Outcome<BackupList>>;
  /** A backup file that a person chooses; `null` when cancelled. */
  chooseBackup(title: string): Promise<Outcome<BackupInfo | null>>;
  previewBackup(backup: BackupToken): Promise<Outcome<BackupPreview>>;
  /** Makes a new project of it, with this name. Nothing that is there is touched. */
  restoreBackup(backup: BackupToken, name: string): Promise<Outcome<ProjectInfo>>;
  /** A second folder for all backups, chosen by a person; its name, or `null` when cancelled. */
  chooseBackupFolder(title: string): Promise<Outcome<string | null>>;
  forgetBackupFolder(): Promise<Outcome<null>>;
  /** A copy of a project as a backup file where a person wants it, opened or not; its name, or `null` when cancelled. */
  saveProjectCopy(project: ProjectId, title: string, suggestedName: string): Promise<Outcome<string | null>>;

  chooseFiles(title: string): Promise<readonly ChosenFile[]>;
  /** All files in a folder, which stay unread; `null` when cancelled. */
  chooseFolder(title: string): Promise<Outcome<ChosenFolder | null>>;
  /** Files of a folder that was chosen since the start. Together they may hold `maximumChosenBytes`. */
  readFolder(folder: string, files: readonly number[]): Promise<FolderPart>;
  /**
   * The bytes from `start` to `end`, `maximumFileBytes` at most, of a file of a folder that was chosen since the start, or of a large one that was chosen by itself: that is the only one, 0.
   * `changed-meanwhile`: it is no longer as it was when its first part was read.
   */
  readPart(chosen: string, file: number, start: number, end: number): Promise<Outcome<Uint8Array>>;
  /** Files that were opened from outside: with the app, onto its icon, by a second start. Each is given once. */
  takeFiles(): Promise<readonly ChosenFile[]>;
  /** Asks for a place, then writes all files there or none. `value` is the chosen name, `null` when cancelled. */
  saveFiles(title: string, suggestedName: string, files: readonly OutputFile[]): Promise<Outcome<string | null>>;

  /** What the page shows for print media, as a PDF. */
  pdf(): Promise<Outcome<Pdf>>;
  /** The same to a printer that the person chooses, or none. */
  print(): Promise<Outcome<null>>;

  /** Oldest first. */
  listReleases(project: ProjectId): Promise<Outcome<readonly KeptRelease[]>>;
  /** Once for each version. */
  keepRelease(project: ProjectId, release: KeptRelease): Promise<Outcome<null>>;
  /** 32 bytes in hexadecimal, the project's own: pseudonyms are made with them. */
  projectSecret(project: ProjectId): Promise<Outcome<string>>;

  /** Asks for a folder's place and begins it under another name. `value` is `null` when cancelled. */
  beginExport(title: string, suggestedName: string): Promise<Outcome<ExportPlace | null>>;
  /** Appends to a file of the export; its name may lead through folders with `/`. After a failure only `cancelExport` is left. */
  appendExport(token: ExportToken, name: string, bytes: Uint8Array): Promise<Outcome<null>>;
  /** Everything is on the disk and stands at its place, or nothing does. */
  finishExport(token: ExportToken): Promise<Outcome<null>>;
  cancelExport(token: ExportToken): Promise<Outcome<null>>;

  /** Signs a Bundle's manifest with the key of this device. */
  signBundle(manifest: string): Promise<Outcome<Signature>>;
  verifyBundle(manifest: string, signature: Signature): Promise<boolean>;
  /** Signs a version of the roster with it. */
  signRoster(roster: Roster): Promise<Outcome<Signature>>;
  verifyRoster(signed: SignedRoster): Promise<boolean>;
  /** The public key of this device, 64 hexadecimal digits. */
  deviceKey(): Promise<Outcome<string>>;
  /** The public key that envelopes for this device are closed with. */
  envelopeKey(): Promise<Outcome<ProvenEnvelopeKey>>;
  verifyEnvelopeKey(proven: ProvenEnvelopeKey): Promise<boolean>;
  /** Encrypts a Bundle so that the devices of these X25519 keys alone can read it. */
  encloseBundle(whose: Omit<EnvelopeAbout, 'holds'>, keys: readonly string[], bundle: Uint8Array): Promise<Outcome<Enclosed>>;
  /** The Bundle in an envelope; `elsewhere`: this device is none of those that can open it; `null`: it is not what was closed, to the byte. */
  openEnvelope(about: EnvelopeAbout, lock: EnvelopeLock, sealed: Uint8Array): Promise<Outcome<Uint8Array | 'elsewhere' | null>>;
  /** Keeps the bytes of a Bundle in the project's folder, as one that came in or was put aside. `hash`: SHA-256 of them. */
  keepBundle(project: ProjectId, as: 'received' | 'quarantine', hash: string, bytes: Uint8Array): Promise<Outcome<null>>;

  /** A folder that a person chooses to share with others; `null` when cancelled. */
  chooseSharedFolder(title: string): Promise<Outcome<FolderChoice | null>>;
  /** From now on `folder`, the project whose work goes through it, has this folder. `card`: its first file, where there is none yet. */
  connectSharedFolder(token: FolderToken, folder: ProjectId, card: Uint8Array | null): Promise<Outcome<null>>;
  forgetSharedFolder(folder: ProjectId): Promise<Outcome<null>>;
  /** `null` when none is connected. `project`: the one that is open, whose outbox is told. */
  lookIntoSharedFolder(project: ProjectId, folder: ProjectId): Promise<Outcome<SharedFolderState | null>>;
  /** Of each the bytes; `null` for what cannot be had now. */
  readSharedFiles(folder: ProjectId, names: readonly string[]): Promise<Outcome<readonly (Uint8Array | null)[]>>;
  /** Keeps files in the outbox of a project. */
  keepForSharedFolder(project: ProjectId, files: readonly NamedFile[]): Promise<Outcome<null>>;
  /** Puts files of the outbox into the folder, one after the other. What has such a name there already stays. */
  sendToSharedFolder(project: ProjectId, folder: ProjectId, names: readonly string[]): Promise<Outcome<null>>;

  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** A backup that the program makes by itself has failed, or (`null`) was made after one that had. */
  onBackup(listener: (failed: BackupFailure | null) => void): () => void;
  /** There is something for `takeFiles`. */
  onFiles(listener: () => void): () => void;
  /** The main process asks before it closes the window and waits. Rejecting means: not all is saved, let the person decide. */
  onFlush(listener: () => Promise<void>): () => void;
}

/** The channels of `Bridge`'s calls, one name each; events go the other way. */
export const callChannels = [
  'start', 'saveSettings', 'setMenu', 'setTitle', 'toggleFullScreen', 'listProjects', 'lostProjects', 'createProject', 'bringBackProject', 'renameProject', 'markProject', 'purgeProject', 'projectSizes',
  'openJournal', 'readJournal',
  'appendJournal', 'readSalvage', 'finishSalvage', 'setAside', 'beginSnapshot', 'appendSnapshot', 'finishSnapshot', 'cancelSnapshot', 'newestSnapshot', 'readSnapshot', 'clearDatabases', 'backUp', 'freeSpace', 'listBackups', 'chooseBackup', 'previewBackup', 'restoreBackup', 'chooseBackupFolder', 'forgetBackupFolder', 'saveProjectCopy',
  'chooseFiles', 'chooseFolder', 'readFolder', 'readPart', 'takeFiles', 'saveFiles', 'pdf', 'print',
  'listReleases', 'keepRelease', 'projectSecret', 'beginExport', 'appendExport', 'finishExport', 'cancelExport',
  'signBundle', 'verifyBundle', 'signRoster', 'verifyRoster', 'deviceKey', 'envelopeKey', 'verifyEnvelopeKey', 'encloseBundle', 'openEnvelope', 'keepBundle',
  'chooseSharedFolder', 'connectSharedFolder', 'forgetSharedFolder', 'lookIntoSharedFolder', 'readSharedFiles', 'keepForSharedFolder', 'sendToSharedFolder',
] as const satisfies readonly (keyof Bridge)[];
export type CallChannel = (typeof callChannels)[number];
export const eventChannels = { menu: 'event:menu', files: 'event:files', backup: 'event:backup', flush: 'event:flush', flushed: 'event:flushed' } as const;
