import {
  type BackupReason, type Bridge, type FileFailure, type JournalLine, type JournalState, type Outcome, type PackedLine, type ProjectInfo, type SnapshotHead, type SnapshotPage,
} from '../../../shared/bridge.ts';
import { type Entry, entryHash, genesis } from '../../../shared/exchange/log.ts';

const refused = (failure: FileFailure): Outcome<never> => ({ ok: false, failure, detail: `${failure} in a test` });

/** As the main process reads it: nothing of it is what the page still holds. */
export const unpackedLine = ({ entry, ...rest }: PackedLine): JournalLine =>
  ({ entry: JSON.parse(new TextDecoder().decode(entry)) as Entry, ...(JSON.parse(JSON.stringify(rest)) as Omit<JournalLine, 'entry'>) });

/** The main process as the store sees it: a Journal in memory that verifies the chain as the real one does. */
export class MemoryBridge {
  readonly project: ProjectInfo;
  lines: JournalLine[] = [];
  setAsideBytes = 0;
  /** Lines behind a damaged one, which has that number. */
  salvage: { readonly line: number; readonly lines: readonly JournalLine[] } | null = null;
  /** What every append answers while it is set. */
  appendFailure: FileFailure | null = null;
  openFailure: FileFailure | null = null;
  /** The last one that was finished, and one under way. */
  snapshot: { head: SnapshotHead; readonly rows: string[] } | null = null;
  growing: { head: SnapshotHead; readonly rows: string[] } | null = null;
  snapshotFailure: FileFailure | null = null;
  snapshotReads = 0;
  readonly asides: { label: string; text: string }[] = [];
  clearings = 0;
  appends = 0;
  /** What was asked to be backed up, and how many lines there were then. */
  readonly backups: { readonly reason: BackupReason; readonly lines: number }[] = [];

  constructor(project: ProjectInfo) {
    this.project = project;
  }

  readonly bridge = {
    openJournal: async (): Promise<Outcome<JournalState>> => {
      if (this.openFailure) return refused(this.openFailure);
      const last = this.lines.at(-1);
      const head = last ? entryHash(last.entry) : genesis;
      const end = { sequence: last?.entry.sequence ?? 0, head, counts: last?.counts ?? null, shape: last?.shape ?? 1 };
      const salvage = this.salvage && { line: this.salvage.line, lines: this.salvage.lines.length };
      return { ok: true, value: { project: this.project, ...end, setAsideBytes: this.setAsideBytes, damagedLine: this.setAsideBytes > 0 ? end.sequence + 1 : null, refilled: 0, salvage } };
    },
    readJournal: async (_: unknown, after: number, limit: number): Promise<Outcome<readonly JournalLine[]>> => ({
      ok: true,
      value: structuredClone(this.lines.slice(after, after + limit)),
    }),
    appendJournal: async (_: unknown, packed: readonly PackedLine[]): Promise<Outcome<number>> => {
      const lines = packed.map(unpackedLine);
      this.appends += 1;
      if (this.appendFailure) return refused(this.appendFailure);
      const next = [...this.lines];
      for (const line of lines) {
        const last = next.at(-1)?.entry;
        const follows = line.entry.sequence === (last?.sequence ?? 0) + 1 && line.entry.previous === (last ? entryHash(last) : genesis);
        if (!follows) return refused('write-failed');
        next.push(line);
      }
      this.lines = next;
      return { ok: true, value: next.length };
    },
    readSalvage: async (_: unknown, after: number, limit: number): Promise<Outcome<readonly JournalLine[]>> => ({
      ok: true,
      value: structuredClone((this.salvage?.lines ?? []).filter(({ entry }) => entry.sequence > after).slice(0, limit)),
    }),
    finishSalvage: async (): Promise<Outcome<null>> => {
      this.salvage = null;
      return { ok: true, value: null };
    },
    backUp: async (_: unknown, reason: BackupReason): Promise<Outcome<null>> => {
      this.backups.push({ reason, lines: this.lines.length });
      return { ok: true, value: null };
    },
    setAside: async (_: unknown, label: string, text: string): Promise<Outcome<null>> => {
      this.asides.push({ label, text });
      return { ok: true, value: null };
    },
    beginSnapshot: async (_: unknown, head: SnapshotHead): Promise<Outcome<null>> => {
      if (this.snapshotFailure) return refused(this.snapshotFailure);
      this.growing = { head, rows: [] };
      return { ok: true, value: null };
    },
    appendSnapshot: async (_: unknown, rows: string): Promise<Outcome<null>> => {
      this.growing?.rows.push(...rows.trimEnd().split('\n'));
      return { ok: true, value: null };
    },
    finishSnapshot: async (): Promise<Outcome<null>> => {
      [this.snapshot, this.growing] = [this.growing, null];
      return { ok: true, value: null };
    },
    cancelSnapshot: async (): Promise<Outcome<null>> => {
      this.growing = null;
      return { ok: true, value: null };
    },
    newestSnapshot: async (): Promise<Outcome<SnapshotHead | null>> => ({ ok: true, value: this.snapshot?.head ?? null }),
    readSnapshot: async (_: unknown, _sequence: number, offset: number): Promise<Outcome<SnapshotPage>> => {
      const rows = this.snapshot?.rows ?? [];
      this.snapshotReads += 1;
      return { ok: true, value: { rows: rows.slice(offset, offset + 7), next: offset + 7 < rows.length ? offset + 7 : null } };
    },
    clearDatabases: async (): Promise<null> => {
      this.clearings += 1;
      return null;
    },
  } satisfies Partial<Bridge> as unknown as Bridge;

  entries() {
    return this.lines.map((line) => line.entry);
  }
}
