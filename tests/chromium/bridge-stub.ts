import { type Page } from '@playwright/test';
import {
  type Bridge, type CallChannel, callChannels, type ChosenFile, type ExportToken, type JournalLine, type KeptRelease, type Menu, type MenuCommand, type Outcome,
  type ProjectInfo, type Settings,
} from '../../shared/bridge.ts';
import { makeId, type ProjectId } from '../../shared/model/id.ts';
import { entryHash, genesis } from '../../shared/exchange/log.ts';

const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });

/**
 * The main process, in the memory of the test: it outlives a reload of the page, as the real one does. `bytes` cross as arrays of
 * numbers, for the test's wire is JSON.
 */
export class BridgeStub {
  settings: Settings;
  menus: readonly Menu[] = [];
  title = '';
  /** How often the window was asked to fill the screen, or to stop. */
  fullScreenTurns = 0;
  /** The files of the last export, by name; none when it was cancelled. */
  exported = new Map<string, Buffer>();
  /** Whether the last export stands at its place. */
  isExportFinished = false;
  /** The place for the next export: refused for a reason, not chosen (`null`), or a folder of the suggested name. */
  exportPlace: 'not-an-export' | 'no-permission' | null | 'chosen' = 'chosen';
  /** Milliseconds that each piece of an export takes. */
  pieceDelay = 0;
  /** What the next file dialog gives. */
  chosen: readonly ChosenFile[] = [];
  /** What the next save dialog gives: a failure, or `null` to save. */
  saveFailure: 'disk-full' | 'no-permission' | null = null;
  /** Why no journal can be opened; `null` when they can. */
  journalFailure: 'no-permission' | null = null;
  readonly projects: ProjectInfo[] = [];
  readonly releases: KeptRelease[] = [];
  readonly #journals = new Map<ProjectId, JournalLine[]>();

  constructor(settings: Partial<Settings> = {}) {
    this.settings = {
      language: 'fa', theme: 'light', readingSize: 19, readingFont: 'vazirmatn', lineHeight: 2.3, selectionUnit: 'word', speechDetail: 'full', keys: {}, places: [], exports: {}, imports: {}, tables: {},
      device: makeId('device', 'stub'), annotator: makeId('annotator', 'stub'), annotatorName: 'سارا', project: null, article: null, ...settings,
    };
  }

  readonly #calls: Pick<Bridge, CallChannel> = {
    start: async () => ({ settings: this.settings, version: '0.1.0', electron: 'stub' }),
    saveSettings: async (settings) => {
      this.settings = settings;
      return ok(null);
    },
    setMenu: async (menus) => {
      this.menus = menus;
      return null;
    },
    setTitle: async (title) => {
      this.title = title;
      return null;
    },
    toggleFullScreen: async () => {
      this.fullScreenTurns += 1;
      return null;
    },
    listProjects: async () => this.projects,
    lostProjects: async () => [],
    createProject: async (name, id = makeId('project', String(this.projects.length + 1))) => {
      const project: ProjectInfo = { id, name, created: new Date().toISOString() };
      this.projects.push(project);
      return ok(project);
    },
    bringBackProject: async () => ok(null),
    renameProject: async (id, name) => {
      const index = this.projects.findIndex((one) => one.id === id);
      const renamed = { ...(this.projects[index] as ProjectInfo), name };
      this.projects[index] = renamed;
      return ok(renamed);
    },
    markProject: async (id, mark, isSet) => {
      const index = this.projects.findIndex((one) => one.id === id);
      const { [mark]: _, ...bare } = this.projects[index] as ProjectInfo;
      const marked: ProjectInfo = isSet ? { ...bare, [mark]: new Date().toISOString() } : bare;
      this.projects[index] = marked;
      return ok(marked);
    },
    purgeProject: async () => ok(false),
    projectSizes: async () => ok({}),
    openJournal: async (id) => {
      if (this.journalFailure) return { ok: false, failure: this.journalFailure, detail: 'stub' };
      const last = this.#journal(id).at(-1);
      const project = this.projects.find((one) => one.id === id) as ProjectInfo;
      return ok({
        project,
        sequence: last?.entry.sequence ?? 0,
        head: last ? entryHash(last.entry) : genesis,
        counts: last?.counts ?? null,
        setAsideBytes: 0,
        shape: 1,
        damagedLine: null,
        refilled: 0,
        salvage: null,
      });
    },
    readJournal: async (id, after, limit) => ok(this.#journal(id).filter(({ entry }) => entry.sequence > after).slice(0, limit)),
    appendJournal: async (id, lines) => {
      const journal = this.#journal(id);
      journal.push(...lines.map(({ entry, ...rest }) => ({ ...rest, entry: JSON.parse(Buffer.from(entry).toString()) as JournalLine['entry'] })));
      return ok(journal.at(-1)?.entry.sequence ?? 0);
    },
    readSalvage: async () => ok([]),
    finishSalvage: async () => ok(null),
    setAside: async () => ok(null),
    beginSnapshot: async () => ok(null),
    appendSnapshot: async () => ok(null),
    finishSnapshot: async () => ok(null),
    cancelSnapshot: async () => ok(null),
    newestSnapshot: async () => ok(null),
    readSnapshot: async () => ok({ rows: [], next: null }),
    clearDatabases: async () => null,
    backUp: async () => ok(null),
    freeSpace: async () => null,
    listBackups: async () => ok({ backups: [], second: null, failed: null }),
    chooseBackup: async () => ok(null),
    previewBackup: async () => ({ ok: false, failure: 'not-found', detail: 'stub' }),
    restoreBackup: async () => ({ ok: false, failure: 'not-found', detail: 'stub' }),
    chooseBackupFolder: async () => ok(null),
    forgetBackupFolder: async () => ok(null),
    saveProjectCopy: async () => ok(null),
    chooseFiles: async () => this.chosen,
    chooseFolder: async () => ok(null),
    readFolder: async () => ({ bytes: new Uint8Array(), files: [] }),
    readPart: async () => ({ ok: false, failure: 'not-found', detail: '' }),
    pdf: async () => ({ ok: false, failure: 'print-failed', detail: 'stub' }),
    print: async () => ok(null),
    takeFiles: async () => [],
    saveFiles: async (_title, suggestedName) => (this.saveFailure ? { ok: false, failure: this.saveFailure, detail: 'stub' } : ok(suggestedName)),
    listReleases: async () => ok(this.releases),
    keepRelease: async (_project, release) => {
      this.releases.push(release);
      return ok(null);
    },
    projectSecret: async () => ok('ab'.repeat(32)),
    beginExport: async (_title, suggestedName) => {
      this.exported = new Map();
      this.isExportFinished = false;
      if (this.exportPlace === null) return ok(null);
      if (this.exportPlace !== 'chosen') return { ok: false, failure: this.exportPlace, detail: 'stub' };
      return ok({ token: 'stub' as ExportToken, name: suggestedName });
    },
    appendExport: async (_token, name, bytes) => {
      if (this.pieceDelay > 0) await new Promise((resolve) => setTimeout(resolve, this.pieceDelay));
      if (this.saveFailure) return { ok: false, failure: this.saveFailure, detail: 'stub' };
      this.exported.set(name, Buffer.concat([this.exported.get(name) ?? Buffer.alloc(0), Buffer.from(bytes)]));
      return ok(null);
    },
    finishExport: async () => {
      this.isExportFinished = true;
      return ok(null);
    },
    cancelExport: async () => {
      this.exported = new Map();
      return ok(null);
    },
    signBundle: async () => ok({ key: 'ab'.repeat(32), signature: 'cd'.repeat(64) }),
    verifyBundle: async () => true,
    signRoster: async () => ok({ key: 'ab'.repeat(32), signature: 'cd'.repeat(64) }),
    verifyRoster: async () => true,
    deviceKey: async () => ok('ab'.repeat(32)),
    envelopeKey: async () => ok({ envelopeKey: 'ab'.repeat(32), signature: { key: 'ab'.repeat(32), signature: 'ab'.repeat(64) } }),
    verifyEnvelopeKey: async () => true,
    encloseBundle: async () => ({ ok: false, failure: 'write-failed', detail: '' }),
    openEnvelope: async () => ok('elsewhere'),
    keepBundle: async () => ok(null),
    chooseSharedFolder: async () => ok(null),
    connectSharedFolder: async () => ok(null),
    forgetSharedFolder: async () => ok(null),
    lookIntoSharedFolder: async () => ok(null),
    readSharedFiles: async (_folder, names) => ok(names.map(() => null)),
    keepForSharedFolder: async () => ok(null),
    sendToSharedFolder: async () => ok(null),
  };

  #journal(id: ProjectId): JournalLine[] {
    const found = this.#journals.get(id) ?? [];
    this.#journals.set(id, found);
    return found;
  }

  /** Puts `window.naql` into the page, before its own scripts. */
  async attach(page: Page): Promise<void> {
    await page.exposeFunction('stubCall', (channel: CallChannel, args: readonly unknown[]) =>
      (this.#calls[channel] as (...values: readonly unknown[]) => Promise<unknown>)(...args),
    );
    await page.addInitScript(installBridge, callChannels);
  }

  /** A person chooses a command in the native menu. */
  async choose(page: Page, command: MenuCommand): Promise<void> {
    await page.evaluate((name) => window.stubMenu(name), command);
  }
}

declare global {
  interface Window {
    readonly stubCall: (channel: string, args: readonly unknown[]) => Promise<unknown>;
    stubMenu: (command: MenuCommand) => void;
  }
}

/** Runs in the page, alone: it may use nothing from outside its body. */
function installBridge(channels: readonly string[]): void {
  const menuListeners = new Set<(command: MenuCommand) => void>();
  const flushListeners = new Set<() => Promise<void>>();
  const sent = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return [...value];
    if (Array.isArray(value)) return value.map(sent);
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sent(one)]));
    return value;
  };
  /** The only bytes that come this way are those of chosen files. */
  const received = (channel: string, value: unknown): unknown => {
    if (channel !== 'chooseFiles') return value;
    const files = value as readonly { readonly bytes: Readonly<Record<string, number>> | null }[];
    return files.map((file) => ({ ...file, bytes: file.bytes && Uint8Array.from(Object.values(file.bytes)) }));
  };
  const calls = Object.fromEntries(
    channels.map((channel) => [
      channel,
      async (...args: unknown[]) => received(channel, await window.stubCall(channel, args.map(sent))),
    ]),
  );
  const listenIn = <T>(listeners: Set<T>) => (listener: T) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  Object.assign(window, {
    naql: { ...calls, onMenu: listenIn(menuListeners), onFlush: listenIn(flushListeners), onFiles: () => () => undefined, onBackup: () => () => undefined },
    stubMenu: (command: MenuCommand) => menuListeners.forEach((listener) => listener(command)),
  });
}
